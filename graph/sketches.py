"""Texts as numbers, many at a time: their runs of four words, and sketches of these that meet where texts are alike.

Says of texts what ``corpus.likeness.shingles`` says, in a seventh of the time: words and runs are hashed by arithmetic
on whole arrays. A sketch (MinHash) is made of the least of the runs' hashes under each of many functions.
"""

import re
import sys
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.likeness import RUN
from graph.layout import TableSpec
from graph.schema import Node, Property, Type

Hashes = NDArray[np.uint64]

VALUES = 64  # of a sketch; of two texts of which j of all runs stand in both, 64 j are the same
LEAST = 20  # runs of words; shorter texts say nothing about their origin

SKETCHES = TableSpec(
    "sketches",
    (Property("article", Type.STRING, "id"), Property("sketch", Type.INTEGERS, "of its text")),
    ("article",),
    Node(label="sketches", doc="What is compared of the articles that count.", properties=(), owned=True),
)

_SEED = 2
_ABOVE = 0x40000  # characters from here on belong to no word
_MASK = 2**64 - 1
_BASE = 0x9E3779B97F4A7C15  # odd, so that it has an inverse modulo 2**64


def runs_of(texts: Sequence[str]) -> list[Hashes]:
    """The hashes of the runs of four words of each text, in its order.

    A shorter text is one run, one without words none.
    """
    hashes, firsts = _runs(texts)
    return [hashes[first:last] for first, last in pairwise(firsts)]


def sketches_of(texts: Sequence[str]) -> list[list[int] | None]:
    """The sketch of each text; None of short texts."""
    hashes, firsts = _runs(texts)
    long = np.flatnonzero(np.diff(firsts) >= LEAST)
    found: list[list[int] | None] = [None] * len(texts)
    if len(long):
        for place, sketch in zip(long.tolist(), _sketches(hashes, firsts, long).tolist(), strict=True):
            found[place] = sketch
    return found


def _sketches(hashes: Hashes, firsts: NDArray[np.int64], long: NDArray[np.int64]) -> NDArray[np.uint32]:
    """The sketches of the texts ``long``, a row each."""
    kept = np.concatenate([hashes[firsts[place] : firsts[place + 1]] for place in long])
    begins = np.concatenate(([0], np.cumsum(firsts[long + 1] - firsts[long])[:-1]))
    values = (kept >> np.uint64(32)).astype(np.uint32)
    rows = [np.minimum.reduceat(values * factor + summand, begins) for factor, summand in _functions()]
    return np.stack(rows, axis=1)


def _runs(texts: Sequence[str]) -> tuple[Hashes, NDArray[np.int64]]:
    """The hashes of all runs of all texts, and where those of each text begin, with the end of the last."""
    begins, ends, owner, characters = _words(texts)
    if not len(begins):
        return np.empty(0, dtype=np.uint64), np.zeros(len(texts) + 1, dtype=np.int64)
    powers, inverse = _powers(1 << len(characters).bit_length())
    sums = np.concatenate((np.zeros(1, dtype=np.uint64), np.cumsum(characters * powers[: len(characters)])))
    words = _mixed((sums[ends] - sums[begins]) * inverse[begins])
    runs = words.copy()
    for step in range(1, RUN):
        same = owner[step:] == owner[:-step]
        runs *= np.uint64(_BASE)
        runs[:-step] += np.where(same, words[step:], np.uint64(0))
    whole = np.zeros(len(words), dtype=bool)
    whole[: -(RUN - 1)] = owner[RUN - 1 :] == owner[: -(RUN - 1)]
    first = np.concatenate(([True], owner[1:] != owner[:-1]))
    kept = whole | (first & ~whole)  # a text of fewer words is one run
    return _mixed(runs[kept]), np.searchsorted(owner[kept], np.arange(len(texts) + 1))


def _words(texts: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], Hashes]:
    """Where the words of all texts begin and end, which text each is of, and the characters that they stand in."""
    folded = [text.casefold() for text in texts]
    characters = _characters("\n".join(folded) + "\n")
    lengths = np.fromiter((len(text) + 1 for text in folded), dtype=np.int64, count=len(folded))
    is_word = _is_word()[np.minimum(characters, _ABOVE)]
    edges = np.flatnonzero(np.diff(np.concatenate(([False], is_word))))  # a text ends with a sign that is no word
    begins, ends = edges[::2], edges[1::2]
    owner = np.searchsorted(np.cumsum(lengths), begins, side="right")
    return begins, ends, owner, characters.astype(np.uint64)


def _characters(text: str) -> NDArray[np.uint32]:
    order = "le" if sys.byteorder == "little" else "be"
    return np.frombuffer(text.encode(f"utf-32-{order}", "surrogatepass"), dtype=np.uint32)


def _mixed(hashes: Hashes) -> Hashes:
    """The hashes with each bit dependent on all others (the end of SplitMix64)."""
    hashes = (hashes ^ (hashes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    hashes = (hashes ^ (hashes >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return hashes ^ (hashes >> np.uint64(31))


@cache
def _functions() -> tuple[tuple[Any, Any], ...]:
    """The functions of the sketch, as a factor and a summand modulo 2**32."""
    drawn = np.random.default_rng(_SEED).integers(0, 2**32, size=(VALUES, 2), dtype=np.uint32)
    return tuple((factor | np.uint32(1), summand) for factor, summand in drawn)


@cache
def _powers(number: int) -> tuple[Hashes, Hashes]:
    """So many powers of the base, and of its inverse."""
    return _power_row(_BASE, number), _power_row(pow(_BASE, -1, 2**64), number)


def _power_row(base: int, number: int) -> Hashes:
    row = np.full(number, base, dtype=np.uint64)
    row[0] = 1
    return np.cumprod(row, dtype=np.uint64)


@cache
def _is_word() -> NDArray[np.bool_]:
    """Whether a character belongs to a word, by its number; the last entry stands for all above, of which none does."""
    found = np.zeros(_ABOVE + 1, dtype=bool)
    for run in re.finditer(r"\w+", "".join(map(chr, range(_ABOVE)))):
        found[run.start() : run.end()] = True
    return found
