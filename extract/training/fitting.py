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
from thinc.optimizers import Optimizer

from extract.model.embedding import CONVENTION
from extract.tokenizer import blank_pipeline
from extract.training.docs import unread
from extract.training.example import CONVENTIONS, LABELS

WIDTH, DEPTH = 96, 4  # of the token vectors; 128 gave nothing
ROWS = (5000, 1000, 2500, 2500)  # of the tables of word, prefix, suffix and shape
DROPOUT, DECAY, LONGEST_STEP = 0.2, 0.01, 1.0
WARM_UP = 20_000  # tokens until the full rate of learning
LAST_RATE = 0.05  # of the full rate, at the end


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
    ner = nlp.add_pipe("ner", config={"model": _model(), "update_with_oracle_cut_size": 100})
    for label in sorted(LABELS):
        ner.add_label(label)  # type: ignore[attr-defined]
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
        yield losses["ner"]


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
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": WIDTH,
        "depth": DEPTH,
        "window_size": 1,
        "maxout_pieces": 3,
    }
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode},
    }
