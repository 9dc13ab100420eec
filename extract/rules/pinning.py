"""Which rule a pin cite belongs to."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from extract.rules.provisions import PinCite, find_pin_cites

_OF = re.compile(r"[\s,(]*(?:(?:di\s?)?dalam|dari|pada|di|atas|tentang)?\s*(?:ketentuan\s|revisi\s)?\(?\s*")
_SENTENCE = re.compile(r"[.!?][\"”]?\s+(?=\S)|\n")
_JOINED = re.compile(
    r"[\s,]*(?:\([^()\n]{1,80}\))?[\s,]*"
    r"(?:dan/atau|dan|atau|serta|jo|juncto|junto|subsid\w{1,5}|lebih\ssubsid\w{1,5})?[\s.,]*"
)
_LINK = 110  # characters that may join a pin cite to the next one or to its rule, a bracket included
_BEHIND = 160  # characters within a sentence from a rule to a pin cite that follows it

Cited = tuple[int, int, str]


def provisions_by_citation(low: str, citations: Sequence[Cited]) -> dict[int, tuple[str, ...]]:
    """Provisions by the index of the citation whose rule they pin; pin cites without a rule are left out.

    A pin cite belongs to the rule right behind it ("Pasal 2 UU ..."), else to the one before it in the
    sentence ("UU ..., yang pada Pasal 2"), else to the rule that the same article was bound to elsewhere in
    the text, else to the last rule before it. ``citations`` stand in text order.
    """
    pins = list(find_pin_cites(low))
    starts = [start for start, _, _ in citations]
    bound: dict[int, int] = {}
    for i in range(len(pins) - 1, -1, -1):
        at = bisect_left(starts, pins[i].end)
        if at < len(citations) and _fills(_OF, low, pins[i].end, starts[at]):
            bound[i] = at
        elif i + 1 in bound and _fills(_JOINED, low, pins[i].end, pins[i + 1].start):
            bound[i] = bound[i + 1]
        elif at and _in_one_sentence(low, citations[at - 1][1], pins[i].start):
            bound[i] = at - 1
    bound |= _by_article(pins, bound, citations, starts)
    found: dict[int, dict[str, None]] = {}
    for i in sorted(bound):
        found.setdefault(bound[i], {}).update(dict.fromkeys(pins[i].provisions))
    return {index: tuple(provisions) for index, provisions in found.items()}


def _fills(link: re.Pattern[str], low: str, start: int, end: int) -> bool:
    return end - start <= _LINK and link.fullmatch(low, start, end) is not None


def _in_one_sentence(low: str, end: int, start: int) -> bool:
    return start - end <= _BEHIND and not _SENTENCE.search(low, end, start)


def _by_article(
    pins: Sequence[PinCite], bound: dict[int, int], citations: Sequence[Cited], starts: Sequence[int]
) -> dict[int, int]:
    """The pin cites that stand apart from any rule, by where else their article was bound."""
    homes: dict[str, int] = {}
    for i in sorted(bound):
        for article in _articles(pins[i]):
            homes.setdefault(article, bound[i])
    only = 0 if len({rule for _, _, rule in citations}) == 1 else None
    found: dict[int, int] = {}
    for i, pin in enumerate(pins):
        if i in bound:
            continue
        before = bisect_left(starts, pin.start) - 1
        home = next((homes[a] for a in _articles(pin) if a in homes), before if before >= 0 else only)
        if home is not None:
            found[i] = home
    return found


def _articles(pin: PinCite) -> list[str]:
    return [" ".join(provision.split()[:2]) for provision in pin.provisions]
