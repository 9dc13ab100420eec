"""The verbs of ``lexicon/speech_acts.tsv`` and the words of ``lexicon/act_words.toml``, as look-ups and patterns."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from extract.lexicon import LexiconError, read_lists, read_tsv
from extract.record import Act
from extract.rules.word_trie import spaced, trie

WISHES, DEMANDS = "wishes", "demands"
NEGATORS = frozenset({"tidak", "tak", "belum", "bukan"})
_ACTS = {*Act, WISHES, DEMANDS}
_COLUMNS = ("act", "cue", "bare", "active", "passive")


class Shape(StrEnum):
    """How a verb of the words said stands to who says them."""

    BARE = "bare"
    ACTIVE = "active"
    PASSIVE = "passive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A form of a verb of the words said; ``act`` is an Act, or "wishes" or "demands"."""

    act: str
    shape: Shape


@cache
def cue_act(word: str) -> str:
    """The act that a cue in lower case tells, "wishes" or "demands", or "" for a neutral one.

    >>> cue_act("imbaunya"), cue_act("mengancam akan"), cue_act("tak membantah")
    ('urges', 'warns', '')
    """
    parts = word.split()
    if parts[0] in NEGATORS:
        return ""
    forms = [part.removesuffix(clitic) for part in (parts[0], parts[-1]) for clitic in ("", "nya")]
    return next((_cues()[form] for form in forms if form in _cues()), "")


@cache
def verbs() -> Mapping[str, tuple[Verb, ...]]:
    """The forms of verbs that tell an act within the words said."""
    found: dict[str, tuple[Verb, ...]] = {}
    for row in _rows():
        for shape in Shape:
            for form in _forms(row[shape]):
                found[form] = (*found.get(form, ()), Verb(act=row["act"], shape=shape))
    return found


@cache
def by_first_word(*names: str) -> Mapping[str, tuple[str, ...]]:
    """Which of some lists of ``act_words.toml`` have a phrase that begins with a word."""
    found: dict[str, dict[str, None]] = {}
    for name in names:
        for phrase in _lists()[name]:
            found.setdefault(phrase.split()[0], {})[name] = None
    return {word: tuple(lists) for word, lists in found.items()}


@cache
def any_of(*names: str) -> re.Pattern[str]:
    """A pattern for the words of some lists of ``act_words.toml``."""
    return re.compile(alternatives(*names))


def alternatives(*names: str) -> str:
    """The same as a part of a pattern."""
    words = {spaced(word) for name in names for word in _lists()[name]}
    return rf"(?<![\w-]){trie(words)}(?![\w-])"


@cache
def _cues() -> dict[str, str]:
    return {form: row["act"] for row in _rows() for form in _forms(row["cue"])}


def _forms(cell: str) -> list[str]:
    return [form for form in cell.split() if form != "-"]


def _rows() -> tuple[dict[str, str], ...]:
    rows = read_tsv("speech_acts.tsv", *_COLUMNS)
    for row in rows:
        if row["act"] not in _ACTS:
            raise LexiconError(f"speech_acts.tsv: no act {row['act']!r}; the acts are {', '.join(sorted(_ACTS))}")
    return rows


def _lists() -> Mapping[str, frozenset[str]]:
    return read_lists("act_words.toml", *_LISTS)


_LISTS = (
    "addressees",
    "heads_of_region",
    "gives",
    "wants",
    "first_persons",
    "between",
    "reported",
    "to_do",
    "wished_for",
    "warns",
    "urges",
    "not_urges",
    "denies",
    "proposes",
    "imperatives",
    "penalises",
    "past",
    "wills",
    "not_willed",
)
