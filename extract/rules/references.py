"""Words that point back at a rule cited before: "PP tersebut", "aturan itu", "beleid ini", a bare "Perda"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.lexicon import read_tsv
from extract.rules.word_trie import openings, starts, trie

_POINTER = re.compile(
    r"\s{1,3}(?:(?:(?:yang\s)?(?:baru|lama|anyar)\s)?(?:yang\s)?(?:tersebut|itu|ini|dimaksud|tadi)"
    r"|(?:yang\s(?:\w{1,20}\s){1,6}?|(?:\w{1,20}\s){1,2}?)tersebut)(?![\w-])"
)
_STATED = re.compile(
    r"\s(?:\w{1,20}\s){0,3}?"
    r"(?:yakni|yaitu|adalah|ialah|tertuang|termuat|tercantum|termaktub|diatur|dituangkan|mengacu|merujuk|berdasarkan)(?:\s\w{1,20}){0,3}\s"
)
_STATED_REACH = 200  # characters; the pattern has at most seven words
_SEVERAL = re.compile(
    r"\b(?:dua|tiga|empat|lima|enam|kedua|ketiga|keempat|kelima|beberapa|sejumlah|semua|seluruh|segala|berbagai|banyak|para)\s$"
)
_REACH = 1500  # characters from "aturan itu" back to its rule; set by eye, not measured
_MOST = 200  # rules looked at behind a reference; no article cites as many within reach
_CODES = ("uud", "kuhp", "kuhap", "kuhper", "putusan", "putusan-mk")


@dataclass(frozen=True, slots=True, kw_only=True)
class Antecedent:
    """A rule cited in the text, as something to point at: its place and what it is."""

    start: int
    end: int
    kind: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A stretch that points at the rule ``id``."""

    start: int
    end: int
    id: str


def pointer_end(low: str, at: int) -> int:
    """Where "tersebut", "itu", "ini" or "dimaksud" ends that follows ``at``; 0 where none does."""
    found = _POINTER.match(low, at)
    return found.end() if found else 0


def several(low: str, start: int) -> bool:
    """Whether a word of number before ``start`` says that more than one rule is meant ("ketiga perda itu")."""
    return _SEVERAL.search(low, max(0, start - 14), start) is not None


def stated(low: str, end: int, start: int) -> bool:
    """Whether what stands between a reference and the next rule says that it is this rule."""
    return start - end <= _STATED_REACH and _STATED.fullmatch(low, end, start) is not None


def find_references(low: str, antecedents: Sequence[Antecedent]) -> Iterator[Reference]:
    """Unspecific words with a pointer ("aturan itu") whose rule was cited shortly before, or follows at once.

    What follows at once is what such a sentence is for: "Aturan itu tertuang dalam Perda Nomor 5 Tahun 2019".
    ``antecedents`` stand in text order; nothing inside one of them is a reference.
    """
    if not antecedents:
        return
    rules = [rule.start for rule in antecedents]
    for found in _found_words(low):
        if several(low, found.start()) or not (end := pointer_end(low, found.end())):
            continue
        at = bisect_left(rules, end)
        if at and antecedents[at - 1].end > found.start():
            continue
        types = _types()[" ".join(found.group().split())]
        before = antecedents[max(0, at - _MOST) : at]
        rule = _stated(low, end, antecedents[at : at + 1]) or _latest(before, found.start(), types)
        if rule:
            yield Reference(start=found.start(), end=end, id=rule)


def _found_words(low: str) -> Iterator[re.Match[str]]:
    end = 0
    for start in sorted(starts(_openings(), low)):
        found = _words().match(low, start)
        if found and start >= end and not (start and low[start - 1].isalnum()):
            yield found
            end = found.end()


def _stated(low: str, end: int, following: Sequence[Antecedent]) -> str:
    return following[0].id if following and stated(low, end, following[0].start) else ""


def _latest(antecedents: Sequence[Antecedent], before: int, types: Sequence[str]) -> str:
    for rule in reversed(antecedents):
        if before - rule.end > _REACH:
            return ""
        if rule.kind in types or ("*" in types and rule.kind not in _CODES):
            return rule.id
    return ""


@cache
def _types() -> dict[str, tuple[str, ...]]:
    rows = read_tsv("regulation_references.tsv", "word", "types")
    return {row["word"]: tuple(row["types"].split()) for row in rows}


@cache
def _words() -> re.Pattern[str]:
    return re.compile(trie(set(_types())) + r"(?=\s)")


@cache
def _openings() -> tuple[re.Pattern[str], ...]:
    return openings({word.split()[0] for word in _types()})
