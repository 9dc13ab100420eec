"""Paragraphs and whole bodies that a page prints more than once."""

from collections.abc import Sequence

from corpus.paragraphs import words

# Shorter lines may be said twice in one article ("Ya, benar."), and go only inside a repeated body.
_LEAST_WORDS = 8


def without_repeats(lines: Sequence[str]) -> list[str]:
    """``lines`` with every paragraph at its first place only.

    A paragraph repeats another when all its words are the same. A short line goes when it was seen before
    and stands between two repeated paragraphs, or after the last of them.

    >>> without_repeats(["Pembuka.", "Pembuka."])
    ['Pembuka.', 'Pembuka.']
    """
    keys = [tuple(words(line)) for line in lines]
    seen: set[tuple[str, ...]] = set()
    again = []
    for key in keys:
        again.append(key in seen)
        seen.add(key)
    long_again = [repeat and len(key) >= _LEAST_WORDS for key, repeat in zip(keys, again, strict=True)]
    return [line for i, line in enumerate(lines) if not (long_again[i] or (again[i] and _inside(i, again, long_again)))]


def _inside(i: int, again: Sequence[bool], long_again: Sequence[bool]) -> bool:
    """Whether the repeated short lines around line ``i`` lie between repeated paragraphs, or end the text."""
    before = next((j for j in range(i - 1, -1, -1) if long_again[j] or not again[j]), None)
    after = next((j for j in range(i + 1, len(again)) if long_again[j] or not again[j]), None)
    if before is None or not long_again[before]:
        return False
    return after is None or long_again[after]
