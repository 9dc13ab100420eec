"""Links: the rules and sanctions a statement speaks of.

Its rules are those its words name, by citation, by reference ("aturan itu"), by provision ("Pasal 5", "pasal itu") or
together ("ketiga raperda itu"), those that a draft it names changes ("RUU tentang Perubahan atas UU Nomor 5 Tahun
2014"), and those it is led in with ("Dalam Perda itu, Budi menyebut ...", "Budi lewat surat edaran itu meminta ...") or
quoted from ("...," bunyi Pasal 5). Its sanctions are those its words name or point back at ("sanksi tersebut").

A rule that is only near is not linked: on gold/train and 256 more annotated articles distance, shared words, the same
speaker and being the only rule of the article, each alone or weighed together, were wrong more often than right.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from extract.record import Mention, MentionType, Offsets, RegulationUse
from extract.rules.rule_forms import lowered
from extract.speech.article_references import articles_of
from extract.speech.drafts import Draft
from extract.speech.law_texts import law_texts
from extract.speech.link_words import link_words
from extract.speech.papers import introducing, rule_label, speaking, worded
from extract.speech.passage import Passage
from extract.speech.rule_clauses import rule_clauses
from extract.speech.rule_groups import pointed_at
from extract.speech.rule_places import RulePlaces
from extract.speech.sanction_references import meant_by

_GENERIC = "generic"  # kind of the mere word "sanksi"
_NUMBER = re.compile(r"(\d+)\s?(?:/|tahun\s)(\d{4})")
_CHANGE = re.compile(r"\b(?:revisi|perubahan|am[ae]ndemen)\b", re.IGNORECASE)
_BETWEEN = 60  # characters that a lead and the part of a rule fill at most


class Links:
    """The mentions of rules and sanctions of one article, asked for those a statement speaks of."""

    def __init__(self, passage: Passage, mentions: Iterable[Mention], uses: Iterable[RegulationUse]) -> None:
        ordered = sorted(mentions, key=lambda mention: mention.start)
        self._passage = passage
        self._rules = tuple(m for m in ordered if m.type is MentionType.REGULATION)
        self._sanctions = tuple(m for m in ordered if m.type is MentionType.SANCTION)
        self._penalties = tuple(sanction for sanction in self._sanctions if sanction.target != _GENERIC)
        self._places = RulePlaces(self._rules)
        self._labels: dict[str, str] = {}
        self._uses = {use.id: use for use in uses}
        self._low = lowered(passage.text) if self._rules or self._sanctions else ""

    def law_texts(self, drafts: Sequence[Draft]) -> list[Draft]:
        """What stands in the article as the words of a rule, besides what the drafts report."""
        if not self._rules:
            return []
        clauses = list(rule_clauses(self._passage, drafts, self._places))
        return [*clauses, *law_texts(self._passage, [*drafts, *clauses], self._places)]

    def speaking(self, draft: Draft) -> Mention | None:
        """The rule whose words a draft reports: its source, or what introduces it where nobody is said to speak."""
        if draft.source:
            return speaking(self._passage.text, (draft.source.start, draft.source.end), self._places)
        if draft.cue:
            return worded(self._passage.text, draft.cue, self._places)
        return introducing(self._passage, draft.at, self._places)

    def label(self, rule: Mention, source: Offsets | None) -> str:
        """What a rule that speaks is called, wherever it does: as where it first speaks."""
        cited = source is not None and source[0] <= rule.start < source[1] and not rule.antecedent
        names = [rule] if cited else [m for m in self._rules if m.target == rule.target and not m.antecedent]
        return self._labels.setdefault(rule.target, rule_label(self._passage.text, names or [rule]))

    def rules(self, draft: Draft) -> tuple[str, ...]:
        """Ids of the rules the draft speaks of, each once."""
        if not self._rules:
            return ()
        text, places = self._passage.text, self._places
        named = tuple(within(draft.spans, self._rules))
        mentions = [
            *named,
            *pinned(draft.spans, places),
            *(rule for lead in self._leads(draft) for rule in led_in(text, lead, places)),
            *quoted_from(text, draft.end, places),
            *pointed_at(self._low, draft.spans, self._rules),
            *articles_of(self._low, draft.spans, self._rules),
        ]
        return tuple(dict.fromkeys([*(rule.target for rule in mentions), *changed(named, self._uses)]))

    def sanctions(self, draft: Draft) -> tuple[str, ...]:
        """Kinds of the sanctions the draft speaks of, each once."""
        named = (*_demanded(draft, self._sanctions), *within(draft.spans, self._sanctions))
        meant = meant_by(self._low, draft.spans, self._penalties)
        return tuple(dict.fromkeys(sanction.target for sanction in (*named, *meant)))

    def _leads(self, draft: Draft) -> Iterator[Offsets]:
        """What leads a draft in: its sentence up to its own words, and what stands between its source and its cue."""
        sentences = self._passage.sentences
        if sentences:
            yield sentences[self._passage.sentence_of(draft.at)][0], draft.at
        if draft.source and draft.cue:
            yield draft.source.end, draft.cue[0]


def _demanded(draft: Draft, sanctions: Sequence[Mention]) -> Iterator[Mention]:
    """The sanction whose own words the cue of a draft opens: "dituntut hukuman mati", "menuntut 5 tahun"."""
    start, end = draft.cue or (0, 0)
    at = bisect_left(sanctions, start, key=lambda sanction: sanction.start)
    if at < len(sanctions) and sanctions[at].start == start and end < sanctions[at].end <= draft.end:
        yield sanctions[at]


def within(spans: Iterable[Offsets], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Those of the ordered mentions that lie in the spans, references such as "aturan itu" included."""
    for start, end in spans:
        for index in range(bisect_left(mentions, start, key=lambda m: m.start), len(mentions)):
            if mentions[index].start >= end:
                break
            if mentions[index].end <= end:
                yield mentions[index]


def pinned(spans: Iterable[Offsets], places: RulePlaces) -> Iterator[Mention]:
    """The mentions of rules whose provisions the spans name: "Pasal 5" in a statement, the rule somewhere else."""
    for start, end in spans:
        yield from (place.rule for place in places.between(start, end) if place.is_pin and place.end <= end)


def changed(drafts: Iterable[Mention], uses: Mapping[str, RegulationUse]) -> Iterator[str]:
    """The rules that the drafts among the mentions change, where their words give the number or tell of the change.

    "revisi UU Nomor 5 Tahun 2014" and "revisi UU ASN" speak of the draft and of the law; "RUU ASN" of the draft.
    """
    for draft in drafts:
        numbers = {(year, number) for number, year in _NUMBER.findall(draft.text.lower())}
        changes = uses[draft.target].amends if draft.target in uses else ()
        told = not numbers and len(changes) == 1 and _CHANGE.search(draft.text)
        yield from (rule for rule in changes if told or tuple(rule.split("/")[1:]) in numbers)


def led_in(text: str, lead: Offsets, places: RulePlaces) -> Iterator[Mention]:
    """The rules named right at the beginning of ``lead``, behind a word such as "dalam".

    Handled are "Dalam Perda itu, X menyebut ...", "Berdasarkan Pasal 5 Perda Nomor 3 Tahun 2018, ...".
    """
    begin, end = lead
    for place in places.between(begin, min(end, begin + _BETWEEN)):
        if _lead().fullmatch(text, begin, place.start):
            yield place.rule


def quoted_from(text: str, end: int, places: RulePlaces) -> Iterator[Mention]:
    """The rules that a statement is quoted from by the words behind its ``end``: "...," bunyi Pasal 5 Perda itu."""
    for place in places.between(end, end + _BETWEEN):
        if _quoting().fullmatch(text, end, place.start):
            yield place.rule


@cache
def _lead() -> re.Pattern[str]:
    opening = rf"(?:{link_words('openings')}\W{{1,3}})?"
    return re.compile(rf"\W{{0,3}}{opening}{link_words('leads')}\s(?:{link_words('parts')}\s){{0,2}}", re.IGNORECASE)


@cache
def _quoting() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,4}}{link_words('quoting')}\s(?:{link_words('parts')}\s){{0,2}}", re.IGNORECASE)
