"""Words that point at several rules together: "ketiga raperda itu", "regulasi tersebut" behind a list."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from extract.lexicon import read_tsv
from extract.record import Mention, Offsets
from extract.rules.references import joined
from extract.rules.word_trie import spaced, trie

_REACH = 1500  # characters from the words back to the rules
_MOST = 50  # rules looked at behind such words
_COUNTS = {"dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7}


def pointed_at(low: str, spans: Iterable[Offsets], rules: Sequence[Mention]) -> Iterator[Mention]:
    """The rules that the spans of a text in lower case point at together.

    With a number these are the rules of the type named before, where there are just so many; without one, those of
    the last list of rules ("Perda A dan Perda B"). ``rules`` stand in text order; a word that is itself marked as a
    reference to one rule is left to that rule.
    """
    for start, end in spans:
        for found in _pattern().finditer(low, start, end):
            at = bisect_left(rules, found.start(), key=lambda rule: rule.start)
            marked = rules[at : at + 1] and rules[at].start < found.end()
            before = _fitting(rules[max(0, at - _MOST) : at], found.start(), _types()[_key(found["word"])])
            if not marked and before:
                yield from _counted(before, found["count"]) if found["count"] else _listed(low, before)


def _fitting(rules: Sequence[Mention], before: int, types: Sequence[str]) -> list[Mention]:
    """The rules of these types within reach."""
    near = (rule for rule in rules if before - rule.end <= _REACH)
    return [rule for rule in near if "*" in types or re.split("[-/]", rule.target.lstrip("~"))[0] in types]


def _counted(rules: Sequence[Mention], count: str) -> tuple[Mention, ...]:
    each = {rule.target: rule for rule in rules}
    return tuple(each.values()) if len(each) == _COUNTS[count.removeprefix("ke")] else ()


def _listed(low: str, rules: list[Mention]) -> tuple[Mention, ...]:
    """The last rules that are named in one breath; none where the last stands alone."""
    listed = [rules[-1]]
    for rule in reversed(rules[:-1]):
        if not joined(low, rule.end, listed[0].start):
            break
        listed.insert(0, rule)
    return tuple(listed) if len({rule.target for rule in listed}) > 1 else ()


@cache
def _types() -> dict[str, tuple[str, ...]]:
    rows = read_tsv("rule_groups.tsv", "word", "types")
    return {_key(row["word"]): tuple(row["types"].split()) for row in rows}


@cache
def _pattern() -> re.Pattern[str]:
    words = {spaced(row["word"]) for row in read_tsv("rule_groups.tsv", "word", "types")}
    count = rf"(?:(?P<count>(?:ke)?(?:{'|'.join(_COUNTS)}))\s(?:buah\s|produk\s)?)?"
    word = rf"(?P<word>{trie(words)})(?:-\w{{1,20}})?"
    pointer = r"\s(?:(?:baru|lama|anyar|usulan|inisiatif)\s)?(?:yang\s)?(?:itu|ini|tersebut|dimaksud|tadi)"
    return re.compile(rf"(?<![\w-]){count}{word}{pointer}(?!\w)")


def _key(word: str) -> str:
    return re.sub(r"\W+", "", word)
