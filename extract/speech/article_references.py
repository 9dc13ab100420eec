"""Words that point at articles of a rule without their numbers: "pasal itu", "pasal penghinaan ini"."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from extract.record import Mention, Offsets

_REACH = 1000  # characters from the words back to the rule; set by eye, too few cases to measure
_POINTED = re.compile(
    r"(?<![\w-])pasal(?:-pasal)?(?:\s(?!yang\s|adalah\s)[a-z-]{2,20}){0,3}?\s(?:itu|ini|tersebut|dimaksud)(?!\w)"
)
_CHARGED = re.compile(  # what somebody is charged with
    r"(?<![\w-])pasal(?:-pasal)?\s(?:(?:pidana\s)?berlapis|yang\s(?:kami\s)?(?:(?:di|ter)?sangkakan|dipersangkakan"
    r"|di(?:kenakan|terapkan|gunakan|jeratkan)))(?!\w)"
)
_ONE_SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\d)|(?<=\bjo)\.|(?<=\bno)\.){0,200}")


def articles_of(low: str, spans: Iterable[Offsets], rules: Sequence[Mention]) -> Iterator[Mention]:
    """The rules whose articles the spans of a text in lower case point at, ``rules`` in text order.

    "pasal itu" is one of the rule named last, of none where its sentence names another too. A charge is brought
    under all rules of that sentence. Spans that name a rule themselves point at none.
    """
    for start, end in spans:
        at = bisect_left(rules, start, key=lambda rule: rule.start)
        named = at < len(rules) and rules[at].start < end
        if named or not at or start - rules[at - 1].end > _REACH:
            continue
        charged = _CHARGED.search(low, start, end) is not None
        if not charged and not _POINTED.search(low, start, end):
            continue
        last = _of_one_sentence(low, rules, at)
        if charged:
            yield from last
        elif len({rule.target for rule in last}) == 1:
            yield last[-1]


def _of_one_sentence(low: str, rules: Sequence[Mention], end: int) -> Sequence[Mention]:
    """The last rules before index ``end`` that one sentence names."""
    first = end - 1
    while first > 0 and _ONE_SENTENCE.fullmatch(low, rules[first - 1].end, rules[first].start):
        first -= 1
    return rules[first:end]
