"""Words in their surroundings: spaCy's window encoder, read by a shorter way than it is trained by."""

from collections.abc import Callable
from functools import cache
from typing import cast

import numpy as np
from spacy.ml.models.tok2vec import MaxoutWindowEncoder
from spacy.util import registry
from thinc.api import Model, with_array
from thinc.types import Floats2d
from threadpoolctl import ThreadpoolController

from extract.model.chains import Floats

SMALLEST_VARIANCE = 1e-8  # thinc's, of its layer normalisation

Encoder = Model[Floats2d, Floats2d]
Back = Callable[[Floats2d], Floats2d]


@registry.architectures("wartagraf.WindowEncoder.v1")  # type: ignore[untyped-decorator]
def window_encoder(
    width: int, depth: int, window_size: int, maxout_pieces: int
) -> Model[list[Floats2d], list[Floats2d]]:
    """``spacy.MaxoutWindowEncoder.v2``, with one matrix product and few passes a layer where nothing is learnt.

    Args:
        width: Of the rows, in and out.
        depth: Number of layers.
        window_size: Words on each side that a layer sees.
        maxout_pieces: Of which a layer takes the largest.
    """
    learnt = MaxoutWindowEncoder(width=width, window_size=window_size, maxout_pieces=maxout_pieces, depth=depth)
    layers: Encoder = Model(
        "window_encoder",
        _forward,
        init=_init,
        layers=[learnt.layers[0]],
        dims={"nO": width, "nI": width},
        attrs={"window": window_size},
    )
    return with_array(layers, pad=window_size * depth)


def _init(model: Encoder, X: Floats2d | None = None, Y: Floats2d | None = None) -> None:  # noqa: N803 - thinc's names
    model.layers[0].initialize(X=X, Y=Y)


def _forward(model: Encoder, rows: Floats2d, is_train: bool) -> tuple[Floats2d, Back]:
    if is_train:
        encoded, back = model.layers[0](rows, is_train)
        return encoded, back
    return cast(Floats2d, _read(model, np.asarray(rows))), _no_way_back


def _read(model: Encoder, rows: Floats) -> Floats:
    """What the layers make of the rows, each of them one matrix product."""
    for layer in model.walk():
        if layer.name == "maxout":
            weights, bias = np.asarray(layer.get_param("W")), np.asarray(layer.get_param("b"))
        elif layer.name == "layernorm":
            scale, shift = np.asarray(layer.get_param("G")), np.asarray(layer.get_param("b"))
            largest = _largest(weights, bias, _with_neighbours(rows, model.attrs["window"]))
            rows = rows + _normal(scale, shift, largest)
    return rows


def _with_neighbours(rows: Floats, window: int) -> Floats:
    """Each row between those before and behind it; zeros at the ends."""
    number, width = rows.shape
    padded = np.zeros((number + 2 * window, width), dtype=rows.dtype)
    padded[window : window + number] = rows
    return np.concatenate([padded[at : at + number] for at in range(2 * window + 1)], axis=1)


def _largest(weights: Floats, bias: Floats, rows: Floats) -> Floats:
    """The largest piece of each output; by NumPy's product, three times as fast as thinc's, in one thread."""
    outputs, pieces, inputs = weights.shape
    flat = weights.transpose(1, 0, 2).reshape(pieces * outputs, inputs)
    with _libraries().limit(limits=1, user_api="blas"):
        products: Floats = rows @ flat.T
    products += bias.T.ravel()
    largest = products[:, :outputs]
    for at in range(1, pieces):
        largest = np.maximum(largest, products[:, at * outputs : (at + 1) * outputs])
    return largest


@cache
def _libraries() -> ThreadpoolController:
    """The libraries of this process that multiply matrices."""
    return ThreadpoolController()


def _normal(scale: Floats, shift: Floats, rows: Floats) -> Floats:
    """The rows with mean 0 and variance 1, scaled and shifted as was learnt."""
    centred: Floats = rows - rows.mean(axis=1, keepdims=True)
    variance = (centred * centred).mean(axis=1, keepdims=True) + SMALLEST_VARIANCE
    centred *= variance**-0.5 * scale
    centred += shift
    return centred


def _no_way_back(gradient: Floats2d) -> Floats2d:
    raise RuntimeError(f"{len(gradient)} words were read, not learnt from: there is nothing to go back through")
