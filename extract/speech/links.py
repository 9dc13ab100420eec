"""Links: the rules and sanctions a statement speaks of.

Its rules are those its words name, by citation, by reference ("aturan itu"), by provision ("Pasal 5") or together
("ketiga raperda itu"), those that a draft it names changes ("RUU tentang Perubahan atas UU Nomor 5 Tahun 2014"), and
those its sentence leads it in with ("Dalam Perda itu, Budi menyebut ...") or quotes it from ("...," bunyi Pasal 5).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from extract.lexicon import LexiconError, read_toml
from extract.record import Mention, MentionType, Offsets, RegulationUse
from extract.rules.rule_forms import lowered
from extract.rules.word_trie import spaced, trie
from extract.speech.drafts import Draft
from extract.speech.passage import Passage
from extract.speech.rule_groups import pointed_at

_LISTS = {"openings", "leads", "quoting", "parts"}
_NUMBER = re.compile(r"(\d+)\s?(?:/|tahun\s)(\d{4})")
_BETWEEN = 60  # characters that a lead and the part of a rule fill at most


class Links:
    """The mentions of rules and sanctions of one article, asked for those a statement speaks of."""

    def __init__(self, passage: Passage, mentions: Iterable[Mention], uses: Iterable[RegulationUse]) -> None:
        ordered = sorted(mentions, key=lambda mention: mention.start)
        self._passage = passage
        self._rules = tuple(m for m in ordered if m.type is MentionType.REGULATION)
        self._sanctions = tuple(m for m in ordered if m.type is MentionType.SANCTION)
        self._uses = {use.id: use for use in uses}
        self._low = lowered(passage.text) if self._rules else ""

    def rules_in(self, *spans: Offsets) -> tuple[Mention, ...]:
        """The mentions of rules that lie in the spans."""
        return tuple(within(spans, self._rules))

    def rules(self, draft: Draft) -> tuple[str, ...]:
        """Ids of the rules the draft speaks of, each once."""
        if not self._rules:
            return ()
        named = self.rules_in(*draft.spans)
        text, sentences = self._passage.text, self._passage.sentences
        sentence = sentences[self._passage.sentence_of(draft.at)] if sentences else (draft.at, draft.end)
        mentions = [
            *named,
            *pinned(draft.spans, self._rules),
            *led_in(text, (sentence[0], draft.at), self._rules),
            *quoted_from(text, draft.end, self._rules),
            *pointed_at(self._low, draft.spans, self._rules),
        ]
        return tuple(dict.fromkeys([*(rule.target for rule in mentions), *changed(named, self._uses)]))

    def sanctions(self, draft: Draft) -> tuple[str, ...]:
        """Kinds of the sanctions the draft speaks of, each once."""
        return tuple(dict.fromkeys(sanction.target for sanction in within(draft.spans, self._sanctions)))


def within(spans: Iterable[Offsets], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Those of the ordered mentions that lie in the spans, references such as "aturan itu" included."""
    for start, end in spans:
        for index in range(bisect_left(mentions, start, key=lambda m: m.start), len(mentions)):
            if mentions[index].start >= end:
                break
            if mentions[index].end <= end:
                yield mentions[index]


def pinned(spans: Sequence[Offsets], rules: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions of rules whose provisions the spans name: "Pasal 5" in a statement, the rule somewhere else."""
    for rule in rules:
        if any(start <= pin.start and pin.end <= end for pin in rule.pins for start, end in spans):
            yield rule


def changed(drafts: Iterable[Mention], uses: Mapping[str, RegulationUse]) -> Iterator[str]:
    """The rules that the drafts among the mentions change, where their words give the number.

    "revisi UU Nomor 5 Tahun 2014" speaks of the draft and of the law.
    """
    for draft in drafts:
        numbers = {(year, number) for number, year in _NUMBER.findall(draft.text.lower())}
        for rule in uses[draft.target].amends if numbers and draft.target in uses else ():
            if tuple(rule.split("/")[1:]) in numbers:
                yield rule


def led_in(text: str, lead: Offsets, rules: Sequence[Mention]) -> Iterator[Mention]:
    """The rules named right at the beginning of ``lead``: what stands in a sentence before a statement's own words.

    Handled are "Dalam Perda itu, X menyebut ...", "Berdasarkan Pasal 5 Perda Nomor 3 Tahun 2018, ...".
    """
    begin, end = lead
    for rule, start in _places(rules, begin, min(end, begin + _BETWEEN)):
        if _lead().fullmatch(text, begin, start):
            yield rule


def quoted_from(text: str, end: int, rules: Sequence[Mention]) -> Iterator[Mention]:
    """The rules that a statement is quoted from by the words behind its ``end``: "...," bunyi Pasal 5 Perda itu."""
    for rule, start in _places(rules, end, end + _BETWEEN):
        if _quoting().fullmatch(text, end, start):
            yield rule


def _places(rules: Sequence[Mention], begin: int, end: int) -> Iterator[tuple[Mention, int]]:
    """The rules named between two offsets by themselves or by a provision, and where."""
    for rule in rules:
        for start in (rule.start, *(pin.start for pin in rule.pins)):
            if begin <= start < end:
                yield rule, start


@cache
def _lead() -> re.Pattern[str]:
    opening = rf"(?:{_words('openings')}\W{{1,3}})?"
    return re.compile(rf"\W{{0,3}}{opening}{_words('leads')}\s(?:{_words('parts')}\s){{0,2}}", re.IGNORECASE)


@cache
def _quoting() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,4}}{_words('quoting')}\s(?:{_words('parts')}\s){{0,2}}", re.IGNORECASE)


def _words(name: str) -> str:
    lists = read_toml("link_words.toml")
    if set(lists) != _LISTS or not all(isinstance(word, str) for words in lists.values() for word in words):
        raise LexiconError(f"link_words.toml: expected lists of words with the names {sorted(_LISTS)}")
    return trie({spaced(word) for word in lists[name]})
