"""Polarity and modality: whether the main clause of what is said is negated, conditional, possible or obliged.

A mark stands for the first words in a main clause of any sentence of the statement that tell it
(``lexicon/modality.toml``):

- negated: "tidak", "bukan", "belum", "jangan" and the like; not "tidak hanya", "tak sedikit", "bukan X melainkan Y".
- obliged: "harus", "wajib", "seharusnya"; "dilarang"; "tidak boleh", which is negated as well. "Tidak wajib" is
  negated alone, and "mau tidak mau" obliged alone.
- possible: "mungkin", "diduga", "bukan tidak mungkin"; "bisa" and "dapat" where something may befall ("bisa dipidana")
  or a thing may do something ("program ini dapat mengurangi"), not where somebody is able or allowed to. Cues of
  conjecture ("menduga", "memperkirakan") tell it too.
- conditional: "jika", "apabila", "kalau" where they open a condition of the main clause.

Nothing is told by questions, nor by relative clauses, clauses of purpose or reason, and what is in brackets. Where
somebody is told to do something ("mengimbau warga agar tidak berlibur") that is the main clause.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from extract.lexicon import read_lists
from extract.record import Mark, Modality, Offsets
from extract.rules.word_trie import spaced, trie
from extract.speech.clauses import Clauses
from extract.speech.small_words import noun_kind, pronoun_at

WORD = re.compile(r"\w+(?:[-’']\w+)*")
NEAR = 150  # characters around a word in which its subject or "melainkan" stands
CONTRAST = "melainkan"
ABLE = frozenset({"bisa", "dapat"})
AGENTS = frozenset({"post", "person", "group"})
_TELLS: Mapping[str, tuple[Modality, ...]] = {
    "compelled": (Modality.OBLIGED,),
    "not_permitted": (Modality.NEGATED, Modality.OBLIGED),
    "barred": (Modality.OBLIGED,),
    "obliged": (Modality.OBLIGED,),
    "possible": (Modality.POSSIBLE,),
    "befalls": (Modality.POSSIBLE,),
    "effects": (Modality.POSSIBLE,),
    "negated": (Modality.NEGATED,),
}


def find_marks(low: str, clauses: Clauses, end: int) -> Iterator[Mark]:
    """The marks of a sentence that ends at ``end``, in order; a kind may come more than once.

    >>> from extract.speech.clauses import find_clauses
    >>> low = "jika menolak, mereka bisa dipidana"
    >>> marks = find_marks(low, find_clauses(low, 0, len(low)), len(low))
    >>> [(mark.kind.value, low[mark.start : mark.end]) for mark in marks]
    [('conditional', 'jika'), ('possible', 'bisa dipidana')]
    """
    found = [Mark(kind=Modality.CONDITIONAL, start=a, end=b) for a, b in clauses.conditions]
    for begin, match in _matches(low, clauses, end):
        if _counts(low, match, begin, end):
            found += [Mark(kind=kind, start=match.start(), end=match.end()) for kind in _TELLS[match.lastgroup or ""]]
    return iter(sorted(found, key=lambda mark: (mark.start, mark.kind)))


def find_bans(low: str, clauses: Clauses, end: int) -> Iterator[Offsets]:
    """Where main clauses of a sentence say that something must not be done: "dilarang", "tidak boleh"."""
    for _, match in _matches(low, clauses, end):
        if match.lastgroup in {"barred", "not_permitted"}:
            yield match.span()


def cue_mark(low: str, cue: Offsets) -> Mark | None:
    """The mark of a cue by which the speaker leaves open whether it is so: "menduga"."""
    if low[slice(*cue)].removesuffix("nya") in _lists()["cues"]:
        return Mark(kind=Modality.POSSIBLE, start=cue[0], end=cue[1])
    return None


def first_of_kind(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The first mark of each kind, in order."""
    first: dict[Modality, Mark] = {}
    for mark in marks:
        first.setdefault(mark.kind, mark)
    return tuple(first.values())


def _matches(low: str, clauses: Clauses, end: int) -> Iterator[tuple[int, re.Match[str]]]:
    """The words of the lexicon that begin in main clauses of a sentence, each with where its stretch begins."""
    begins, behind = [begin for begin, _ in clauses.main], -1
    for word, at in clauses.words:
        match = _pattern(word).match(low, at, end) if word in first_words() and at >= behind else None
        if match:
            behind = match.end()
            yield begins[bisect_right(begins, at) - 1], match


def _counts(low: str, match: re.Match[str], begin: int, end: int) -> bool:
    """Whether the words tell what they seem to."""
    match match.lastgroup:
        case "skipped":
            return False
        case "effects":
            return not _has_agent(low[max(begin, match.start() - NEAR) : match.start()])
        case "negated":
            behind_comma = low.endswith(", ", begin, match.start()) and match[0].startswith("bukan")
            return CONTRAST not in low[match.end() : min(end, match.end() + NEAR)] and not behind_comma
        case _:
            return True


def _has_agent(subject: str) -> bool:
    """Whether somebody who can act is named, or nobody at all."""
    words = WORD.findall(subject)
    return not words or any(
        noun_kind(word) in AGENTS or word in _lists()["agents"] or pronoun_at(word, 0, len(word)) for word in words
    )


@cache
def first_words() -> frozenset[str]:
    """The words with which one that tells a modality begins."""
    told = set(_LISTS) - {"negated_with", "permitted", "befalls", "effects", "agents", "between", "cues"}
    return frozenset(ABLE | {phrase.split()[0] for name in told for phrase in _lists()[name]})


@cache
def _pattern(first: str) -> re.Pattern[str]:
    """One pattern for all that begin with a word, which is compiled when a text has it; what stands first holds."""
    negator, able = _begun(first, "negators"), first if first in ABLE else ""
    between = rf"\s(?:{_any('between')}\s){{0,2}}"
    parts = {
        "compelled": _begun(first, "compelled"),
        "possible": _begun(first, "possible"),
        "skipped": _begun(first, "not_negated", "not_obliged", "not_possible"),
        "not_permitted": negator and rf"{negator}\s{_any('permitted')}",
        "barred": _begun(first, "barred"),
        "negated": negator and rf"{negator}(?:\s{_any('negated_with')}(?!\w))?",
        "obliged": _begun(first, "obliged"),
        "befalls": able and f"{able}{between}{_any('befalls')}",
        "effects": able and f"{able}{between}{_any('effects')}",
    }
    return re.compile("|".join(rf"(?P<{name}>{pattern}(?![\w-]))" for name, pattern in parts.items() if pattern))


def _begun(first: str, *names: str) -> str:
    """The pattern of the words of some lists that begin with a word, "" where none does."""
    return trie({spaced(words) for name in names for words in _lists()[name] if words.split()[0] == first})


def _any(*names: str) -> str:
    return trie({spaced(word) for name in names for word in _lists()[name]})


def _lists() -> Mapping[str, frozenset[str]]:
    return read_lists("modality.toml", *_LISTS)


_LISTS = (
    "negators",
    "negated_with",
    "not_negated",
    "compelled",
    "permitted",
    "barred",
    "obliged",
    "not_obliged",
    "possible",
    "not_possible",
    "befalls",
    "effects",
    "agents",
    "between",
    "cues",
)
