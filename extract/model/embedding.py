"""The rows of words that the trained model begins with: kept by word, and shifted by the convention of the labels.

Data sets do not agree on what is a name: one leaves the region in "Wali Kota Solo" out, others the institutions in
titles. Trained on all of them, the model learns one row for each convention, which is added to every word of a text.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Model, NumpyOps
from thinc.types import Floats2d

CONVENTION = "wartagraf_convention"  # in ``Doc.user_data``: the number of the convention, 0 (ours) where it is not set
MOST_KEPT = 40_000  # words whose rows are kept, 15 megabytes at width 96

PIECE = 8  # numbers of each bias that tell other weights

Embedding = Model[list[Doc], list[Floats2d]]
Back = Callable[[list[Floats2d]], list[Doc]]


@registry.architectures("wartagraf.ConventionEmbed.v1")  # type: ignore[untyped-decorator]
def convention_embed(embed: Embedding, width: int, conventions: int) -> Embedding:
    """The rows of ``embed`` plus the row of the convention of the text, zero before training.

    Args:
        embed: Gives rows by what a word is in itself (norm, prefix, suffix, shape, vector), the same wherever it
            stands: its rows are kept by word while the model reads.
        width: Of its rows.
        conventions: How many there are.
    """
    kept = _Kept(index={}, rows=NumpyOps().alloc2f(0, width))
    return Model(
        "convention_embed",
        partial(_forward, kept),
        init=_init,
        layers=[embed],
        dims={"nO": width, "nV": conventions},
        params={"E": None},
    )


@dataclass(slots=True)
class _Kept:
    """Rows by word, and a piece of the weights they were made with: other weights make other rows."""

    index: dict[int, int]
    rows: Floats2d
    weights: bytes = b""


def _init(model: Embedding, X: list[Doc] | None = None, Y: object = None) -> None:  # noqa: N803 - thinc's names
    model.layers[0].initialize(X=X)
    model.set_param("E", model.ops.alloc2f(model.get_dim("nV"), model.get_dim("nO")))


def _forward(kept: _Kept, model: Embedding, docs: list[Doc], is_train: bool) -> tuple[list[Floats2d], Back]:
    table, numbers = model.get_param("E"), [doc.user_data.get(CONVENTION, 0) for doc in docs]
    if not is_train:
        rows = _kept_rows(kept, model, docs)
        return [row + table[number] for row, number in zip(rows, numbers, strict=True)], _no_way_back
    rows, back = model.layers[0](docs, is_train)

    def backprop(gradients: list[Floats2d]) -> list[Doc]:
        change = model.ops.alloc2f(*table.shape)
        for number, gradient in zip(numbers, gradients, strict=True):
            change[number] += gradient.sum(axis=0)
        model.inc_grad("E", change)
        return list(back(gradients))

    return [row + table[number] for row, number in zip(rows, numbers, strict=True)], backprop


def _kept_rows(kept: _Kept, model: Embedding, docs: list[Doc]) -> list[Floats2d]:
    """The rows of ``embed``, made once for each word; with too many words kept it begins anew."""
    words = [doc.to_array("ORTH").tolist() for doc in docs]
    every = {word for doc in words for word in doc}
    if len(every) > MOST_KEPT:
        return list(model.layers[0].predict(docs))
    weights = _piece_of_weights(model)
    new = sorted(word for word in every if word not in kept.index)
    if kept.weights != weights or len(kept.index) + len(new) > MOST_KEPT:
        kept.index, kept.weights, new = {}, weights, sorted(every)
        kept.rows = model.ops.alloc2f(MOST_KEPT, model.get_dim("nO"))
    if new:
        vocab, at = docs[0].vocab, len(kept.index)
        (made,) = model.layers[0].predict([Doc(vocab, words=[str(vocab.strings[word]) for word in new])])
        kept.rows[at : at + len(new)] = made
        kept.index.update(zip(new, range(at, at + len(new)), strict=True))
    return [kept.rows[[kept.index[word] for word in doc]] for doc in words]


def _piece_of_weights(model: Embedding) -> bytes:
    """The first numbers of the biases: training and loading change them."""
    biases = (node.get_param("b") for node in model.layers[0].walk() if node.has_param("b"))
    return b"".join(np.asarray(bias).ravel()[:PIECE].tobytes() for bias in biases)


def _no_way_back(gradients: list[Floats2d]) -> list[Doc]:
    raise RuntimeError(f"{len(gradients)} texts were read, not learnt from: there is nothing to go back through")
