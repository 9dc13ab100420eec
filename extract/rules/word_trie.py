"""Patterns for long lists of phrases that read each character of the text once."""

import re
from collections.abc import Collection, Iterable
from functools import cache

from ahocorasick_rs import BytesAhoCorasick, Implementation

_MOST_GAP = 4
_GAP = rf"[\s\-‐‑–—\u00ad]{{0,{_MOST_GAP}}}"
_EVENED = bytes(
    32 if chr(byte).isspace() or chr(byte) in "-\u00ad?" else byte for byte in range(256)
)  # gaps in Latin-1; "?" stands for what it lacks
_LOOSE = {" ": _GAP, ",": ",?"}
_OPENING = re.compile(r"[^ ,]{1,4}")  # of a phrase; with five letters and more hardly less is compiled
_BEGINNING = re.compile(r"[^ ,]{1,3} [^ ,]{1,3}|[^ ,]{1,4}")  # the same with a second word: many words begin with "di"


def spaced(phrase: str) -> str:
    """``phrase`` in lower case with a single space for every gap and hyphen, as ``trie`` reads it."""
    return " ".join(re.split(r"[\s-]+", phrase.lower()))


def trie(words: set[str]) -> str:
    """A pattern for all ``words`` that reads a character once, longest first.

    A space is any gap or none; a comma may be left out.
    """
    if len(words) == 1:
        return "".join(map(_letter, *words))
    rests: dict[str, set[str]] = {}
    for word in words - {""}:
        rests.setdefault(word[0], set()).add(word[1:])
    branches = [_letter(c) + trie(rest) for c, rest in sorted(rests.items())]
    if not branches:
        return ""
    if len(branches) == 1 and "" not in words:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if "" in words else "")


@cache
def _letter(c: str) -> str:
    return _LOOSE.get(c) or re.escape(c)


class Phrases:
    """Phrases that are found like those of a ``trie``, by patterns compiled when a text has their first letters.

    The pattern of a thousand phrases takes a fifth of a second to compile, what an article needs of them a tenth of it.

    >>> phrases = Phrases({"surat edaran", "surat", "undang undang"}, "(?![a-z])")
    >>> phrases.match("surat-edaran bupati", 0)[0], phrases.match("suratnya", 0)
    ('surat-edaran', None)
    """

    def __init__(self, phrases: Iterable[str], ending: str = "") -> None:
        self._ending = ending
        self._phrases: dict[str, set[str]] = {}
        self._beginnings: set[str] = set()
        for phrase in phrases:
            self._beginnings.add(_BEGINNING.match(phrase)[0])  # type: ignore[index]  # no phrase is empty
            self._phrases.setdefault(_OPENING.match(phrase)[0], set()).add(phrase)  # type: ignore[index]  # no phrase is empty
        self._sizes = sorted({len(opening) for opening in self._phrases}, reverse=True)
        self._patterns: dict[str, re.Pattern[str]] = {}

    @property
    def openings(self) -> Collection[str]:
        """The letters that the phrases begin with, up to four of the first word, or more where that is short."""
        return self._beginnings

    def match(self, text: str, at: int) -> re.Match[str] | None:
        """The longest phrase at a place of a text in lower case, as group ``form``, with the ending behind it."""
        for size in self._sizes:
            opening = text[at : at + size]
            if opening in self._phrases:
                return (self._patterns.get(opening) or self._compiled(opening)).match(text, at)
        return None

    def _compiled(self, opening: str) -> re.Pattern[str]:
        """The pattern of all phrases that may stand where these letters do."""
        shorter = (self._phrases.get(opening[:size], set()) for size in self._sizes)
        pattern = self._patterns[opening] = re.compile(f"(?P<form>{trie(set().union(*shorter))}){self._ending}")
        return pattern


class Openings:
    """Places where a word begins with one of some letters, found by an automaton in one pass over the text.

    It reads bytes, one for each character, so that places stay: a character that Latin-1 lacks stands as a gap, as do
    hyphens. (20 ms for 12 MB of news and the forms of rules, where a pattern for each first letter took 300.)

    >>> list(Openings({"surat", "se no"}).starts("surat se-nomor; persurat"))
    [0, 6]
    """

    def __init__(self, words: Iterable[str]) -> None:
        spelled = {word.replace(" ", " " * gap) for word in words for gap in range(_MOST_GAP + 1)}
        self._automaton = BytesAhoCorasick(
            [word.encode("latin-1") for word in sorted(spelled)], implementation=Implementation.DFA
        )

    def starts(self, text: str) -> list[int]:
        """Where in ``text`` words begin so, in its order."""
        even = text.encode("latin-1", "replace").translate(_EVENED)
        found = self._automaton.find_matches_as_indexes(even, overlapping=True)
        return [at for at in sorted({start for _, start, _ in found}) if not at or not text[at - 1].isalnum()]
