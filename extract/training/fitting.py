"""The pipeline that is trained, and one stage of its training."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.training.initialize import convert_vectors
from thinc.api import Model
from thinc.optimizers import Optimizer

from extract.model import encoding, tagging  # noqa: F401 - makes their names known to spaCy
from extract.model.embedding import CONVENTION
from extract.tokenizer import blank_pipeline
from extract.training.docs import unread
from extract.training.example import CONVENTIONS, LABELS

WIDTH, DEPTH = 96, 4  # of the token vectors; 128 gave nothing
ROWS = (5000, 1000, 2500, 2500)  # of the tables of word, prefix, suffix and shape
DROPOUT, DECAY, LONGEST_STEP = 0.2, 0.01, 1.0
WARM_UP = 20_000  # tokens until the full rate of learning
LAST_RATE = 0.05  # of the full rate, at the end
COMPONENT = "wartagraf_names"

Weights = list[dict[str, Any]]  # by layer and name


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage of the training.

    Attributes:
        epochs: How often all docs are seen.
        rate: The highest rate of learning; it falls to a twentieth.
        batch: Tokens in one step, at least.
    """

    epochs: int
    rate: float
    batch: int


def new_pipeline(vectors: Path) -> Language:
    """An untrained pipeline with our tokenizer, the word vectors and a component for named entities."""
    nlp = blank_pipeline()
    convert_vectors(nlp, vectors, truncate=0, prune=-1, mode="floret")
    nlp.add_pipe(COMPONENT, config={"model": _model(), "types": sorted(LABELS)})
    return nlp


def start(nlp: Language, docs: list[Doc]) -> Optimizer:
    """Weights at random, and what changes them."""
    return nlp.initialize(lambda: _examples(nlp, docs[:200]))


def fit(nlp: Language, docs: list[Doc], optimizer: Optimizer, stage: Stage) -> Iterator[float]:
    """Train on ``docs``, in another order each epoch; gives the loss of each epoch.

    Args:
        nlp: The pipeline.
        docs: Docs of its tokenizer with their entities; values may be missing.
        optimizer: From ``start``, or from ``nlp.resume_training`` for a later stage.
        stage: How long and how fast.
    """
    optimizer.L2, optimizer.grad_clip = DECAY, LONGEST_STEP
    random, total, done = Random(0), sum(map(len, docs)) * stage.epochs, 0  # noqa: S311 - not for secrets
    for _ in range(stage.epochs):
        random.shuffle(docs)
        losses: dict[str, float] = {}
        for part in _batches(docs, stage.batch):
            slope = min(1, done / WARM_UP + LAST_RATE) * (1 - (1 - LAST_RATE) * done / total)
            optimizer.learn_rate = stage.rate * slope
            nlp.update(list(_examples(nlp, part)), sgd=optimizer, losses=losses, drop=DROPOUT)
            done += sum(map(len, part))
        yield losses[COMPONENT]


def spread_convention(nlp: Language) -> None:
    """Let every convention begin where the first one, ours, has got to."""
    embedding = next(layer for layer in _layers(nlp) if layer.name == "convention_embed")
    rows = embedding.get_param("E")
    embedding.set_param("E", rows * 0 + rows[0])


def weights(nlp: Language) -> Weights:
    """A copy of all weights."""
    return [{name: layer.get_param(name).copy() for name in layer.param_names} for layer in _layers(nlp)]


def go_back(nlp: Language, before: Weights, share: float) -> None:
    """Go back a part of the way to the weights from ``before``, in a straight line.

    What was learnt before and is forgotten since comes back, nearly all of what is new stays (Wortsman et al. 2022,
    Robust fine-tuning of zero-shot models).
    """
    for layer, old in zip(_layers(nlp), before, strict=True):
        for name, value in old.items():
            layer.set_param(name, layer.get_param(name) + share * (value - layer.get_param(name)))


def _layers(nlp: Language) -> list[Model[Any, Any]]:
    """The layers of the component that have weights."""
    every: Iterable[Model[Any, Any]] = nlp.get_pipe(COMPONENT).model.walk()  # type: ignore[attr-defined]
    return [layer for layer in every if layer.param_names]


def _examples(nlp: Language, docs: Iterable[Doc]) -> Iterator[Example]:
    for doc in docs:
        yield Example(unread(nlp, doc.text, CONVENTIONS[doc.user_data[CONVENTION]]), doc)


def _batches(docs: Iterable[Doc], size: int) -> Iterator[list[Doc]]:
    batch: list[Doc] = []
    for doc in docs:
        batch.append(doc)
        if sum(map(len, batch)) >= size:
            yield batch
            batch = []
    if batch:
        yield batch


def _model() -> dict[str, Any]:
    words = {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": WIDTH,
        "rows": list(ROWS),
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
        "include_static_vectors": True,
    }
    embed = {
        "@architectures": "wartagraf.ConventionEmbed.v1",
        "embed": words,
        "width": WIDTH,
        "conventions": len(CONVENTIONS),
    }
    encode = {
        "@architectures": "wartagraf.WindowEncoder.v1",
        "width": WIDTH,
        "depth": DEPTH,
        "window_size": 1,
        "maxout_pieces": 3,
    }
    return {
        "@architectures": "wartagraf.NameTagger.v1",
        "tok2vec": {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode},
    }
