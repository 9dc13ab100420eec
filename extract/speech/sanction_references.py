"""Words that point back at sanctions named before: "sanksi tersebut", "hukuman itu"."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from extract.record import Mention, Offsets
from extract.speech.link_words import link_words

_REACH = 300  # characters from the words back to the last sanction; set by eye, too few cases to measure
_JOINED = re.compile(r"[^.!?\n]{0,80}")


def meant_by(low: str, spans: Iterable[Offsets], sanctions: Sequence[Mention]) -> Iterator[Mention]:
    """The sanctions that the spans of a text in lower case point at: the last ones, named in one sentence.

    ``sanctions`` stand in text order, none among them the mere word "sanksi".
    """
    for start, end in spans if sanctions else ():
        for found in _pattern().finditer(low, start, end):
            at = bisect_left(sanctions, found.start(), key=lambda sanction: sanction.start)
            if at and found.start() - sanctions[at - 1].end <= _REACH:
                yield from _in_one_sentence(low, sanctions, at)


def _in_one_sentence(low: str, sanctions: Sequence[Mention], end: int) -> Sequence[Mention]:
    """Those before index ``end`` that nothing parts: "denda Rp2 juta atau kurungan 3 bulan"."""
    first = end - 1
    while first > 0 and _JOINED.fullmatch(low, sanctions[first - 1].end, sanctions[first].start):
        first -= 1
    return sanctions[first:end]


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){link_words('measures')}\s(?:itu|ini|tersebut|dimaksud|tadi)(?!\w)")
