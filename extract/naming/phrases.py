"""Phrases of a lexicon, found word by word in a text that is read already."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from extract.naming.reading import Reading

INNER_GAPS = frozenset({" ", "\xa0", "  ", ". ", ".", "-", " - ", "\xa0 ", " \xa0"})

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases with a value each; case, stops and hyphens between words, and a last -nya do not matter."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for surface, value in entries:
            first, *rest = surface.lower().replace("-", " ").replace(".", " ").split()
            self._by_first.setdefault(first, []).append((tuple(rest), value))
        for tails in self._by_first.values():
            tails.sort(key=lambda tail: -len(tail[0]))

    def longest(self, reading: "Reading", i: int) -> tuple[int, T] | None:
        """The number of the word after the longest phrase that begins at word ``i``, and its value."""
        return next(self.at(reading, i), None)

    def at(self, reading: "Reading", i: int) -> Iterator[tuple[int, T]]:
        """Every phrase that begins at word ``i``, the longest first."""
        first = reading.lower(i)
        for rest, value in self._by_first.get(first) or self._bare(first):
            if all(
                reading.lower(i + n) in (word, f"{word}nya") and reading.gap(i + n) in INNER_GAPS
                for n, word in enumerate(rest, start=1)
            ):
                yield i + 1 + len(rest), value

    def _bare(self, word: str) -> list[tuple[tuple[str, ...], T]]:
        """The phrase of one word that ``word`` is with a clitic: "pengacaranya"."""
        if not word.endswith("nya"):
            return []
        return [entry for entry in self._by_first.get(word[:-3], ()) if not entry[0]]
