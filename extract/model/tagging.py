"""The trained component: it labels the words of names by their surroundings, one chain of labels a text.

spaCy's own recognizer reads a text word by word; this one scores all words at once and takes the best chain that is
possible, at a fraction of the time.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import cast

import numpy as np
import numpy.typing as npt
import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import registry
from spacy.vocab import Vocab
from thinc.api import Linear, Model, chain, with_array, zero_init
from thinc.types import Floats2d

from extract.model.chains import OUTSIDE, Floats, chain_labels, expected, followers, likeliest

APART = 8  # words, of which the surest to be of no name parts the chain, so that parts are read side by side
SURE = 4.0  # by how much more it must be no name than one; of 3,862 names 3.0 changed three, 4.0 and more none
Tagger = Model[list[Doc], list[Floats2d]]


@registry.architectures("wartagraf.NameTagger.v1")  # type: ignore[untyped-decorator]
def name_tagger(tok2vec: Model[list[Doc], list[Floats2d]], nO: int | None = None) -> Tagger:  # noqa: N803 - thinc's name
    """Scores of labels from the vectors of ``tok2vec``.

    Args:
        tok2vec: A row for each word in its surroundings.
        nO: Number of labels; known once the component is initialized.
    """
    scores = Linear(nO=nO, nI=tok2vec.get_dim("nO"), init_W=zero_init)
    model: Tagger = chain(tok2vec, with_array(scores))
    model.set_ref("tok2vec", tok2vec)
    model.set_ref("scores", scores)
    return model


@Language.factory("wartagraf_names", assigns=["doc.ents"], default_config={"types": []})
def create_names(nlp: Language, name: str, model: Tagger, types: list[str]) -> "NameTagging":
    """Labels names as entities of ``types``."""
    return NameTagging(nlp.vocab, model, name, types)


class NameTagging(TrainablePipe):  # type: ignore[misc]
    """A component that writes ``doc.ents``."""

    def __init__(self, vocab: Vocab, model: Tagger, name: str, types: Sequence[str]) -> None:
        super().__init__(vocab, model, name)
        self.types = tuple(types)
        self.chain_labels = chain_labels(self.types)
        self.allowed = followers(self.chain_labels)

    @property
    def labels(self) -> tuple[str, ...]:
        """The types of names."""
        return self.types

    def initialize(self, get_examples: Callable[[], Iterable[Example]], *, nlp: Language | None = None) -> None:
        """Weights at random."""
        self.model.get_ref("scores").set_dim("nO", len(self.chain_labels))
        self.model.initialize(X=[example.predicted for example in get_examples()])

    def predict(self, docs: Iterable[Doc]) -> list[list[tuple[int, int, str]]]:
        """First word, word after the last and type of every name, for each text."""
        read = list(docs)
        if not any(len(doc) for doc in read):
            return [[] for _ in read]
        return [list(self._names(scores)) for scores in self.model.predict(read)]

    def set_annotations(self, docs: Iterable[Doc], names: Iterable[list[tuple[int, int, str]]]) -> None:
        """Write the names as entities."""
        for doc, found in zip(docs, names, strict=True):
            doc.ents = [Span(doc, start, end, label=kind) for start, end, kind in found]

    def get_loss(self, examples: Iterable[Example], scores: Sequence[Floats2d]) -> tuple[float, list[Floats2d]]:
        """How unlikely the annotated chains are, and what would make them likelier; missing values may be anything."""
        found = [np.asarray(row) for row in scores]
        annotated = [np.where(self._possible(of), row, -np.inf) for of, row in zip(examples, found, strict=True)]
        every, likely = expected(found, self.allowed)
        right, wanted = expected(annotated, self.allowed)
        return every - right, [cast(Floats2d, row - want) for row, want in zip(likely, wanted, strict=True)]

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "NameTagging":
        """The component with the weights that a folder holds.

        The attributes of the layers come from the config, and dropout from each step of training. spaCy would read
        them from the folder too, and look through all entry points of Python for each: most of the time of loading.
        """
        super().from_disk(path, exclude=(*exclude, "model"))
        if "model" not in exclude:
            stored = srsly.msgpack_loads(Path(path, "model").read_bytes())
            self.model.from_dict({**stored, "attrs": [{} for _ in stored["attrs"]]})
        return self

    def _possible(self, example: Example) -> npt.NDArray[np.bool_]:
        """Which label (column) each word may have."""
        number = {label: at for at, label in enumerate(self.chain_labels)}
        tags = example.get_aligned_ner()
        possible = np.zeros((len(tags), len(number)), dtype=bool)
        for word, tag in enumerate(tags):
            if tag in number:
                possible[word, number[tag]] = True
            else:
                possible[word] = True
        return possible

    def _names(self, scores: Floats) -> Iterator[tuple[int, int, str]]:
        runs = _runs(scores)
        chains = likeliest([scores[start:end] for start, end in runs], self.allowed)
        for (first, _), labels in zip(runs, chains, strict=True):
            begun = first
            for word in np.flatnonzero(labels):
                label = self.chain_labels[labels[word]]
                if label[0] in "BU":
                    begun = first + int(word)
                if label[0] in "LU":
                    yield begun, first + int(word) + 1, label[2:]


def _runs(scores: Floats) -> list[tuple[int, int]]:
    """The runs of words between those that are surely of no name: of every ``APART`` words the surest."""
    sure = scores[:, OUTSIDE] - scores[:, OUTSIDE + 1 :].max(axis=1)
    cuts = [at + int(sure[at : at + APART].argmax()) for at in range(0, len(sure), APART)]
    edges = [-1, *(cut for cut in cuts if sure[cut] > SURE), len(sure)]
    return [(one + 1, other) for one, other in pairwise(edges) if one + 1 < other]
