"""Sentences of the test sets that also stand in training files: found by word 6-grams, left out before training."""

import re
from collections.abc import Iterable

WORD = re.compile(r"\w+")
LENGTH = 6  # words


def grams(text: str) -> set[tuple[str, ...]]:
    """The runs of six words of ``text`` in lower case; the whole text where it is shorter."""
    words = WORD.findall(text.lower())
    return {tuple(words[i : i + LENGTH]) for i in range(max(1, len(words) - LENGTH + 1))} - {()}


class Seen:
    """The 6-grams of texts that must not come again."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._grams: set[tuple[str, ...]] = set()
        for text in texts:
            self.add(text)

    def add(self, text: str) -> None:
        """Remember the 6-grams of ``text``."""
        self._grams |= grams(text)

    def share(self, text: str) -> float:
        """The part of the 6-grams of ``text`` that were seen, from 0 to 1."""
        own = grams(text)
        return len(own & self._grams) / len(own) if own else 0.0
