"""The rule that a penalty comes from, where the text says so.

Handled are a rule before its penalty ("Pasal 5 Perda Nomor 3 Tahun 2018 mengancam denda", "dijerat Pasal 340 KUHP
dengan ancaman hukuman mati"), behind it ("denda sesuai Perda Nomor 3 Tahun 2018"), and in the sentence before one
that plainly goes on ("Ancaman hukumannya ..."). An article apart from its rule stands for it: "Pasal 9 mengatur denda".
Of several rules that stand together none is told, unless one leads, or the others stand in its title.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Protocol

from extract.lexicon import LexiconError, read_toml
from extract.record import Pin
from extract.rules.penalties import SENTENCE_END, sentence_start
from extract.rules.pin_links import IN_TITLE
from extract.rules.provision_words import MEANT
from extract.rules.word_trie import spaced, trie

_LISTS = {"ties", "leads", "behind", "breaks", "continues", "joins"}
_REACH = 250  # characters between a rule and the penalty behind it, within a sentence
_BEHIND = 90  # the same, for a rule behind its penalty
_LEAD = 60  # characters before a rule that its lead-in and pin cites may fill
_TOGETHER = 60  # characters between rules that are named in one go
_NEAR = 110  # characters within a sentence between a rule and the articles named with it
_TITLE = 260  # characters between a rule and the one that its title names
_BUT = re.compile(r"\b(?:sedangkan|sementara|namun|tetapi|tapi|adapun)\b")  # the rule behind it has its own clause
_OPENING = re.compile(r"[\s\"“‘'(,.-]*")
_PIN = 12  # characters that tell whether a pin cite stands before "jo"
_PIN_CITE = re.compile(r"(?:pasal|ayat|huruf|angka|ke|dan|,)[\s(-]*\d*\s?[a-z]?\)?[\s,)]*\Z")
_MOST = 6  # rules of a sentence that are looked at


class Cited(Protocol):
    """A mention of a rule, as ``find_citations`` returns it."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """One past the last character."""

    @property
    def id(self) -> str:
        """Id of the rule."""

    @property
    def pins(self) -> tuple[Pin, ...]:
        """Pin cites of this mention, which may stand apart from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A place that names a rule, or an article apart from its rule."""

    start: int
    end: int
    id: str
    provisions: tuple[str, ...]


Source = tuple[str, tuple[str, ...]]


class PenaltySources:
    """The rules cited in one text, asked for the one a penalty comes from.

    ``penalties`` are the places where its penalties begin, in text order.
    """

    def __init__(self, text: str, low: str, cited: Sequence[Cited], penalties: Sequence[int]) -> None:
        self._text, self._low, self._penalties = text, low, penalties
        self._cited = sorted(self._named(cited), key=lambda c: c.start)
        self._starts = [c.start for c in self._cited]

    def source(self, start: int, end: int) -> Source | None:
        """Id and pin cites of the rule behind the penalty at ``start`` to ``end``; None where the text tells none."""
        if not self._cited:
            return None
        begin = sentence_start(self._text, start, _REACH + _LEAD)
        return self._before(begin, start) or self._behind(end) or self._sentence_before(begin, start)

    def _before(self, begin: int, start: int) -> Source | None:
        rules = self._together(begin, start)
        if not rules or start - rules[-1].end > _REACH:
            return None
        gap = self._low[rules[-1].end : start]
        lead = self._low[max(begin, rules[0].start - _LEAD) : rules[0].start]
        if _words("breaks").search(gap) or _follows_another(lead):
            return None
        if not (_words("ties").search(gap) or _words("leads").search(lead)):
            return None
        return self._leading(rules)

    def _behind(self, end: int) -> Source | None:
        at = bisect_left(self._starts, end)
        if at == len(self._cited) or self._starts[at] - end > _BEHIND:
            return None
        gap = self._low[end : self._starts[at]]
        if _words("breaks").search(gap) or not _words("behind").search(gap) or self._apart(end, self._starts[at]):
            return None
        return self._cited[at].id, self._cited[at].provisions

    def _sentence_before(self, begin: int, start: int) -> Source | None:
        opening = _OPENING.match(self._low, begin)
        if self._within(begin, start) or not opening or not _words("continues").match(self._low, opening.end()):
            return None
        earlier = sentence_start(self._text, begin - 1, _REACH)
        rules = self._together(earlier, begin)
        return self._leading(rules) if rules and len({r.id for r in self._within(earlier, begin)}) == 1 else None

    def _within(self, begin: int, end: int) -> list[_Named]:
        last = bisect_left(self._starts, end)
        return [c for c in self._cited[max(0, last - _MOST) : last] if begin <= c.start and c.end <= end]

    def _together(self, begin: int, end: int) -> list[_Named]:
        """The last rules named in one go before ``end``."""
        rules: list[_Named] = []
        for cited in reversed(self._within(begin, end)):
            if rules and not self._close(cited.end, rules[0].start, _TOGETHER):
                break
            if rules and _BUT.search(self._low, cited.end, rules[0].start):
                break
            rules.insert(0, cited)
        return rules

    def _close(self, end: int, start: int, reach: int) -> bool:
        """Whether what ends and what begins at these places are that close, with no penalty between them."""
        return start - end <= reach and bisect_left(self._penalties, end) == bisect_left(self._penalties, start)

    def _named(self, cited: Sequence[Cited]) -> Iterator[_Named]:
        """The rules with the articles named beside them, and each article that stands apart from its rule.

        A rule in the title of the one before it is left out: "UU 10/2016 tentang Perubahan atas UU 1/2015".
        """
        head: _Named | None = None
        for rule in sorted(cited, key=lambda c: c.start):
            beside = [pin for pin in rule.pins if self._beside(rule, pin)]
            apart = [pin for pin in rule.pins if pin not in beside and not self._meant(pin)]
            yield from (_Named(start=p.start, end=p.end, id=rule.id, provisions=p.provisions) for p in apart)
            provisions = tuple(dict.fromkeys(provision for pin in beside for provision in pin.provisions))
            if head and self._in_title(head.end, rule.start):
                head = replace(head, end=rule.end)
                continue
            if head:
                yield head
            head = _Named(start=rule.start, end=rule.end, id=rule.id, provisions=provisions)
        if head:
            yield head

    def _beside(self, rule: Cited, pin: Pin) -> bool:
        if pin.start > rule.start and self._meant(pin):
            return False
        first, second = sorted([(rule.start, rule.end), (pin.start, pin.end)])
        return self._close(first[1], second[0], _NEAR) and not self._apart(first[1], second[0])

    def _meant(self, pin: Pin) -> bool:
        """Whether an article only says what is punished: "sebagaimana dimaksud dalam Pasal 5 dipidana"."""
        return MEANT.search(self._low, max(0, pin.start - _LEAD), pin.start) is not None

    def _apart(self, end: int, start: int) -> bool:
        """Whether a sentence ends between these places."""
        return SENTENCE_END.search(self._text, end, start + 1) is not None

    def _in_title(self, end: int, start: int) -> bool:
        return start - end <= _TITLE and IN_TITLE.fullmatch(self._low, end, start) is not None

    def _leading(self, rules: Sequence[_Named]) -> Source | None:
        """The one rule that ``rules`` name, or the first where the others are only read with it."""
        if len({rule.id for rule in rules}) == 1:
            return rules[0].id, tuple(dict.fromkeys(pin for rule in rules for pin in rule.provisions))
        gaps = [self._low[a.end : b.start] for a, b in pairwise(rules) if a.id != b.id]
        if all(_words("joins").search(gap) for gap in gaps):
            return rules[0].id, rules[0].provisions
        return None


def _follows_another(lead: str) -> bool:
    """Whether a rule that was not recognised leads the one behind ``lead``: "UUPA jo Pasal 65"."""
    join = _words("joins").search(lead)
    return join is not None and join.start() > _PIN and not _PIN_CITE.search(lead, 0, join.start())


@cache
def _words(name: str) -> re.Pattern[str]:
    lists = read_toml("penalty_sources.toml")
    if set(lists) != _LISTS or not all(isinstance(word, str) for words in lists.values() for word in words):
        raise LexiconError(f"penalty_sources.toml: expected lists of words with the names {sorted(_LISTS)}")
    return re.compile(rf"(?<!\w){trie({spaced(word) for word in lists[name]})}(?!\w)")
