"""Which rule a pin cite belongs to."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.rules.pin_links import (
    DRAFT,
    JOINED,
    NESTED,
    OF,
    RIGHT_BEHIND,
    SENTENCE,
    TOPIC_OF,
    UNREAD,
    UNREAD_BEFORE,
)
from extract.rules.provisions import PinCite, find_pin_cites, paragraph_at

_LINK = 110  # characters that may join a pin cite to the next one or to its rule, a bracket included
_BEHIND = 160  # characters within a sentence from a rule to a pin cite that follows it
_TITLE = 260  # characters between two rules of one title
_BESIDE = 100  # characters from a rule to a pin cite in the next sentence that plainly goes on about it
_KUHP = "kuhp//"
_DRAFTS = {_KUHP: "~ruu-kuhp", "kuhap//": "~ruu-kuhap"}  # while a draft is debated, its articles are the ones named

Cited = tuple[int, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundPin:
    """A pin cite and the citation whose rule it pins, by its index."""

    pin: PinCite
    citation: int


def bind_pin_cites(low: str, citations: Sequence[Cited]) -> tuple[BoundPin, ...]:
    """Pin cites in text order, each with its rule; those without a rule are left out.

    A pin cite belongs to the rule right behind it ("Pasal 2 UU ...") or right before it ("UU ... Pasal 2"),
    else to the rule that the same article was bound to elsewhere in the text, else to the one before it in the
    sentence ("UU ..., yang pada Pasal 2"), else to the last rule before it, unless the text cites another one
    twice as often. Of the rules of one title ("UU 10/2016 tentang perubahan atas UU 1/2015") and of "UU 31/1999
    sebagaimana diubah dengan UU 20/2001" it is the first. "ke-1" is a form of the criminal code alone. A pin
    cite beside a rule that is not read ("Pasal 5 Statuta ...") is left out. ``citations`` stand in text order.
    """
    binder = _Binder(low, citations)
    near = binder.near()
    rules = near | binder.far(near)
    return tuple(BoundPin(pin=binder.pins[i], citation=rules[i]) for i in sorted(rules))


class _Binder:
    """The pin cites and rules of one text."""

    def __init__(self, low: str, citations: Sequence[Cited]) -> None:
        self.low = low
        self.citations = citations
        self.pins = list(find_pin_cites(low)) if citations else []
        self.starts = [start for start, _, _ in citations]
        self.bases = _bases(low, citations)
        self.places: dict[str, list[int]] = {}
        self.most: list[int] = []  # how often the most cited rule stands in the text up to each citation
        for i, (_, _, rule) in enumerate(citations):
            self.places.setdefault(rule, []).append(i)
            self.most.append(max(len(self.places[rule]), self.most[-1] if i else 0))

    def near(self) -> dict[int, int]:
        """Pin cites that touch their rule, or the next pin cite that does."""
        bound: dict[int, int] = {}
        for i in range(len(self.pins) - 1, -1, -1):
            pin = self.pins[i]
            at = bisect_left(self.starts, pin.end)
            before = self._before(pin)
            if self._joins(OF, pin.end, at) and not self._closer(before, pin, at):
                bound[i] = self._drafted(pin.end, at)
                self.pins[i] = self._continued(pin, at)
            elif before is not None and _fills(RIGHT_BEHIND, self.low, self.citations[before][1], pin.start):
                bound[i] = self.bases[before]
            elif self._joins(TOPIC_OF, pin.end, at):
                bound[i] = at
            elif i + 1 in bound and _fills(JOINED, self.low, pin.end, self.pins[i + 1].start):
                bound[i] = bound[i + 1]
        return bound

    def far(self, near: dict[int, int]) -> dict[int, int]:
        """The pin cites that stand apart from any rule."""
        homes: dict[str, int] = {}
        for i in sorted(near):
            for article in _articles(self.pins[i]):
                homes.setdefault(article, near[i])
        found: dict[int, int] = {}
        for i, pin in enumerate(self.pins):
            if i in near:
                continue
            last = self._of_article(i) if pin.lone else i
            rule = near.get(last, found.get(last)) if pin.lone else self._far(pin, homes)
            if rule is not None:
                found[i] = rule
        return found

    def _of_article(self, i: int) -> int:
        """The last pin cite before ``i`` that names the same article."""
        article = _articles(self.pins[i])[0]
        return next(before for before in range(i - 1, -1, -1) if article in _articles(self.pins[before]))

    def _far(self, pin: PinCite, homes: dict[str, int]) -> int | None:
        before = self._before(pin)
        free = self.citations[before][1] if before is not None else 0
        if UNREAD.match(self.low, pin.end) or UNREAD_BEFORE.search(self.low, max(free, pin.start - 80), pin.start):
            return None
        if any(" ke-" in provision for provision in pin.provisions) and _KUHP in self.places:
            return self._latest(_KUHP, before)
        home = next((homes[article] for article in _articles(pin) if article in homes), None)
        if home is not None or before is None:
            return home if home is not None or len(self.places) > 1 else 0
        if _in_one_sentence(self.low, free, pin.start):
            return self.bases[before]
        return self._last(pin, before)

    def _last(self, pin: PinCite, before: int) -> int | None:
        """The last rule before a pin cite of another sentence; None where the text is rather about another rule."""
        _, end, rule = self.citations[before]
        if _DRAFTS.get(rule) in self.places:
            return self._latest(_DRAFTS[rule], before)
        often = bisect_left(self.places[rule], before + 1)
        doubtful = 2 * often <= self.most[before] and pin.start - end > _BESIDE and rule not in _DRAFTS.values()
        return None if doubtful else self.bases[before]

    def _before(self, pin: PinCite) -> int | None:
        at = bisect_left(self.starts, pin.start)
        return at - 1 if at else None

    def _joins(self, link: re.Pattern[str], end: int, at: int) -> bool:
        return at < len(self.citations) and _fills(link, self.low, end, self.starts[at])

    def _closer(self, before: int | None, pin: PinCite, at: int) -> bool:
        """Whether only a comma leads to the rule behind, and none to the one before ("KUHP Pasal 160, UU ...")."""
        if before is None or "," not in self.low[pin.end : self.starts[at]]:
            return False
        return self.low[self.citations[before][1] : pin.start].isspace()

    def _drafted(self, end: int, at: int) -> int:
        """The citation at ``at``, or that of its draft where the words before it say so ("Pasal 5 rancangan KUHP")."""
        draft = _DRAFTS.get(self.citations[at][2])
        if draft in self.places and DRAFT.search(self.low, end, self.starts[at]):
            return self._latest(draft, at)
        return at

    def _continued(self, pin: PinCite, at: int) -> PinCite:
        """``pin`` with the paragraph that stands behind its rule ("Pasal 115 KUHAP ayat 2")."""
        *others, last = pin.provisions
        paragraph = paragraph_at(self.low, self.citations[at][1]) if last.count(" ") == 1 else ""
        return replace(pin, provisions=(*others, last + paragraph))

    def _latest(self, rule: str, before: int | None) -> int:
        """The last citation of ``rule`` up to ``before``, else the first one of the text."""
        places = self.places[rule]
        at = bisect_left(places, before + 1) if before is not None else 0
        return places[max(at - 1, 0)]


def _bases(low: str, citations: Sequence[Cited]) -> list[int]:
    """For each citation the first one of its title."""
    bases: list[int] = []
    for i, (start, _, _) in enumerate(citations):
        end = citations[i - 1][1] if i else 0
        nested = i and start - end <= _TITLE and NESTED.fullmatch(low, end, start)
        bases.append(bases[i - 1] if nested else i)
    return bases


def _fills(link: re.Pattern[str], low: str, start: int, end: int) -> bool:
    return end - start <= _LINK and link.fullmatch(low, start, end) is not None


def _in_one_sentence(low: str, end: int, start: int) -> bool:
    return start - end <= _BEHIND and not SENTENCE.search(low, end, start)


def _articles(pin: PinCite) -> list[str]:
    return [" ".join(provision.split()[:2]) for provision in pin.provisions]
