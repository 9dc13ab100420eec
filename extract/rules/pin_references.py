"""Words that point back at a provision cited before: "pasal tersebut", "pasal itu", "ayat ini"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.rules.provisions import PinCite
from extract.rules.references import pointer_end, several

_WORDS = (re.compile(r"pasal(?<![\w-]pasal)(?=\s)"), re.compile(r"ayat(?<![\w-]ayat)(?=\s)"))  # literal scans are fast
_SAME = re.compile(r"\syang\ssama(?!\w)")
_REACH = 1500  # characters from "pasal itu" back to its pin cite


@dataclass(frozen=True, slots=True, kw_only=True)
class PinReference:
    """A stretch that points at a pin cite.

    Attributes:
        start: First character.
        end: One past the last character.
        pin: Index of the pin cite it points at.
    """

    start: int
    end: int
    pin: int


def find_pin_references(low: str, pins: Sequence[PinCite]) -> Iterator[PinReference]:
    """References to a provision in text order; one without a pin cite before it, or to several, is left out.

    ``low`` is a text in lower case, ``pins`` its pin cites in text order.

    >>> from extract.rules.provisions import find_pin_cites
    >>> low = "pasal 5 melarang itu. pasal tersebut tegas."
    >>> [(low[r.start:r.end], r.pin) for r in find_pin_references(low, list(find_pin_cites(low)))]
    [('pasal tersebut', 0)]
    """
    ends = [pin.end for pin in pins]
    for found in sorted((found for word in _WORDS for found in word.finditer(low)), key=lambda found: found.start()):
        end = _pointer_end(low, found.end())
        at = bisect_left(ends, found.start())
        inside = at < len(pins) and pins[at].start < end
        if end and at and not inside and not several(low, found.start()) and found.start() - ends[at - 1] <= _REACH:
            yield PinReference(start=found.start(), end=end, pin=at - 1)


def _pointer_end(low: str, at: int) -> int:
    same = _SAME.match(low, at)
    return same.end() if same else pointer_end(low, at)
