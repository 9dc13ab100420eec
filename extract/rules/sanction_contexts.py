"""The words around a form of a penalty that decide whether it names one (``lexicon/sanction_contexts.toml``)."""

import re
from dataclasses import dataclass
from functools import cache

from extract.lexicon import LexiconError, read_toml
from extract.rules.word_trie import spaced, trie

NEAR = frozenset({"cue", "punished", "breach", "assets", "business", "owed", "post", "posters", "tickets", "warned"})
FAR = frozenset(
    {"thing", "evidence", "case", "land", "routine", "session", "road", "vendors", "alert", "savings", "dues", "leave"}
)
_RIGHT_BEFORE = frozenset({"given", "life"})
_BEGINNINGS = frozenset({"cue", "punished"})  # lists of beginnings of words
_WINDOW = 130  # characters on either side, within a paragraph, that count as near; tuned on the gold for training
_ELSEWHERE = 3  # words of sport that tell what a whole text is about; set by eye on unmarked news
_LAYOFFS = 2  # words that tell the same of laying people off
# Letters of warning listed before another one: "melayangkan SP1, SP2, dan (SP3)".
_LISTED = re.compile(r"(?<!\w)(?:sp[\s-]?[123](?:,|,?\s(?:dan|hingga|sampai|atau|serta))\s){1,3}\Z")
_READ_ALSO = re.compile(r"baca juga[^.!?]*\Z")


@dataclass(frozen=True, slots=True)
class Around:
    """The words around a form, within its paragraph.

    Attributes:
        before: Those before it.
        all: Those on either side.
    """

    before: str
    all: str

    @classmethod
    def of(cls, low: str, start: int, end: int) -> "Around":
        """What stands around ``start`` to ``end`` of a text in lower case."""
        before = low[max(0, start - _WINDOW) : start].rsplit("\n", 1)[-1]
        return cls(before, f"{before} \u2029 {low[end : end + _WINDOW].split(chr(10), 1)[0]}")

    def back(self, needs: frozenset[str]) -> bool:
        """Whether a word of every list among ``needs`` stands near that has to."""
        return all(_words(name).search(self.all) for name in needs & NEAR)

    def forbid(self, needs: frozenset[str]) -> bool:
        """Whether what stands near, or does not stand right before, tells that no penalty is meant."""
        before = _LISTED.sub("", self.before)
        if any(not _right_before(name).search(before) for name in needs & _RIGHT_BEFORE):
            return True
        if _READ_ALSO.search(self.before) or _words("elsewhere").search(self.all):
            return True
        return any(_words(name).search(self.all) for name in needs & FAR)


def is_elsewhere(low: str) -> bool:
    """Whether a text in lower case is about sport as a whole."""
    return _told_by("elsewhere", low) >= _ELSEWHERE


def is_of_layoffs(low: str) -> bool:
    """Whether a text in lower case is about people who lose their work for no fault of theirs."""
    return _told_by("layoffs", low) >= _LAYOFFS


def _told_by(name: str, low: str) -> int:
    """How many words of a list stand in a text."""
    return len({found[0].removesuffix("nya") for found in _words(name).finditer(low)})


@cache
def _words(name: str) -> re.Pattern[str]:
    lists = read_toml("sanction_contexts.toml")
    if set(lists) != {*_RIGHT_BEFORE, "elsewhere", "layoffs", *NEAR, *FAR}:
        raise LexiconError(
            f"sanction_contexts.toml: lists are {sorted(lists)}, expected those that sanctions.tsv names"
        )
    words = {spaced(word) for word in lists[name]}
    return re.compile(r"(?<!\w)" + trie(words) + ("" if name in _BEGINNINGS else r"(?:nya)?(?!\w)"))


@cache
def _right_before(name: str) -> re.Pattern[str]:
    return re.compile(_words(name).pattern + r"\s{1,2}\Z")
