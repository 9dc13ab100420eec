"""Chains of labels that may follow each other: the likeliest one, and how likely each label is in all of them."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Chances = npt.NDArray[np.float64]  # float32 falls to 0 where a label is e to the 100 times likelier than another
Labels = npt.NDArray[np.intp]
OUTSIDE = 0  # the label of a word of no name; before and behind every text all words have it
POSITIONS = "BILU"  # first word of a name, inner, last, and only one
FIRST, INNER, LAST, ONLY = (slice(1 + at, None, len(POSITIONS)) for at in range(len(POSITIONS)))  # labels of all types


def chain_labels(types: Sequence[str]) -> list[str]:
    """The label of a word of no name, then four for each type.

    >>> chain_labels(["PERSON"])
    ['O', 'B-PERSON', 'I-PERSON', 'L-PERSON', 'U-PERSON']
    """
    return ["O", *(f"{position}-{kind}" for kind in types for position in POSITIONS)]


def followers(labels: Sequence[str]) -> Floats:
    """Which label (column) may follow which (row): 1 or 0."""

    def may_follow(one: str, other: str) -> bool:
        if one[0] in "BI":
            return other[0] in "IL" and other[1:] == one[1:]
        return other[0] in "OBU"

    return np.array([[may_follow(one, other) for other in labels] for one in labels], dtype=np.float32)


def likeliest(scores: Sequence[Floats], allowed: Floats) -> list[Labels]:
    """The chain of labels with the highest score, for each text.

    Args:
        scores: A row a word, a column a label of ``chain_labels``, for each text.
        allowed: Of ``followers``.
    """
    if not scores:
        return []
    padded, lengths = _padded(scores)
    forbidden = np.where(allowed > 0, 0, -np.inf).astype(np.float32)
    best = _best_until(np.ascontiguousarray(padded.transpose(0, 2, 1)), forbidden)
    at = np.full(len(lengths), OUTSIDE, dtype=np.intp)
    chain = np.empty((len(padded) - 1, len(lengths)), dtype=np.intp)
    for step in range(len(chain) - 1, -1, -1):
        chain[step] = at = (best[step] + forbidden[:, at]).argmax(axis=0)
    return [chain[:length, text] for text, length in enumerate(lengths)]


def _best_until(scores: Floats, forbidden: Floats) -> Floats:
    """The highest score of a chain that ends with each label (row) at each word, for each text (column).

    What ``followers`` says, without a look at every pair: a name goes on behind its first or an inner word; all else
    stands behind a word of no name or the last one of any name.
    """
    best = np.empty_like(scores)
    best[0] = scores[0] + forbidden[OUTSIDE][:, None]
    for step in range(1, len(scores)):
        before, now = best[step - 1], best[step]
        now[OUTSIDE] = np.maximum(before[OUTSIDE], np.maximum(before[LAST], before[ONLY]).max(axis=0))
        now[FIRST] = now[ONLY] = now[OUTSIDE]
        now[INNER] = now[LAST] = np.maximum(before[FIRST], before[INNER])
        best[step] += scores[step]
    return best


def expected(scores: Sequence[Floats], allowed: Floats) -> tuple[float, list[Floats]]:
    """The logarithm of the sum over all chains, and how likely each label is at each word.

    Args:
        scores: As for ``likeliest``; minus infinity for a label that a word cannot have.
        allowed: Of ``followers``.
    """
    padded, lengths = _padded(scores)
    highest = padded.max(axis=2, keepdims=True)
    weights: Chances = np.exp(padded - highest, dtype=np.float64)
    forward, total = _forward(weights, allowed)
    both = forward * _backward(weights, allowed)
    both /= both.sum(axis=2, keepdims=True)
    return total + float(highest.sum()), [both[:length, text].astype(np.float32) for text, length in enumerate(lengths)]


def _forward(weights: Chances, allowed: Floats) -> tuple[Chances, float]:
    """How likely each label is by the words up to each, and the logarithm of the sum over all chains."""
    likely, total = np.empty_like(weights), 0.0
    state = np.zeros_like(weights[0])
    state[:, OUTSIDE] = 1
    for step, row in enumerate(weights):
        state = (state @ allowed) * row
        size = state.sum(axis=1, keepdims=True)
        total += float(np.log(size).sum())
        likely[step] = state = state / size
    return likely, total


def _backward(weights: Chances, allowed: Floats) -> Chances:
    """How likely each label is by the words behind each."""
    likely = np.empty_like(weights)
    state = np.ones_like(weights[0])
    for step in range(len(weights) - 1, -1, -1):
        likely[step] = state
        state = (state * weights[step]) @ allowed.T
        state /= state.max(axis=1, keepdims=True)
    return likely


def _padded(rows: Sequence[Floats]) -> tuple[Floats, list[int]]:
    """The texts side by side, by words, labels last; past its end, and once more, a text has only words of no name."""
    lengths = [len(text) for text in rows]
    padded = np.full((max(lengths) + 1, len(rows), rows[0].shape[1]), -np.inf, dtype=np.float32)
    padded[:, :, OUTSIDE] = 0
    for text, (row, length) in enumerate(zip(rows, lengths, strict=True)):
        padded[:length, text] = row
    return padded, lengths
