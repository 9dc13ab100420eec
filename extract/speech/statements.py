"""Statements: who said what, by the words that show it.

Sentences, then quotations, then cues; direct speech first, indirect speech in what is left, sentences that go
on reporting after that; then speakers in text order, and the rules and sanctions inside the words said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.record import Entity, Mention, RegulationUse, Statement
from extract.speech.confidence import confidence
from extract.speech.continuations import continued
from extract.speech.direct import find_direct
from extract.speech.drafts import Draft
from extract.speech.indirect import find_indirect
from extract.speech.links import Links
from extract.speech.passage import Passage
from extract.speech.speakers import Discourse, Speaker


def find_statements(
    text: str, entities: Sequence[Entity], mentions: Sequence[Mention], uses: Sequence[RegulationUse] = ()
) -> tuple[Statement, ...]:
    """Everything the article attributes to somebody, in text order.

    Args:
        text: The article.
        entities: Its persons, institutions and regions.
        mentions: Where those are named, and where its regulations and sanctions are.
        uses: What it says of those regulations.
    """
    return statements_of(Passage.of(text, entities, mentions), mentions, uses)


def statements_of(
    passage: Passage, mentions: Sequence[Mention], uses: Sequence[RegulationUse] = ()
) -> tuple[Statement, ...]:
    """The same for a text that is looked over already."""
    discourse = Discourse(passage)
    links = Links(passage, mentions, uses)
    return tuple(_statement(passage, draft, discourse.resolve(draft), links) for draft in find_drafts(passage))


def find_drafts(passage: Passage) -> list[Draft]:
    """Statements with their sources as written, in text order, no two over the same words."""
    direct = find_direct(passage)
    indirect = find_indirect(passage, direct)
    return _disjoint(continued(passage, sorted([*direct, *indirect], key=lambda draft: draft.at)))


def _disjoint(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts with words of their own: none that is empty, none over words of the one before."""
    kept: list[Draft] = []
    for draft in drafts:
        spans = tuple((start, end) for start, end in draft.spans if start < end)
        if spans and (not kept or spans[0][0] >= kept[-1].end):
            kept.append(replace(draft, spans=spans))
    return kept


def _statement(passage: Passage, draft: Draft, speaker: Speaker, links: Links) -> Statement:
    """The statement of a draft; a rule that speaks ("UU … menyatakan") is linked and gives its label."""
    place = (draft.source.start, draft.source.end) if draft.source else None
    speaking = links.rules_in(place) if place and speaker.paper else ()
    entity = passage.entities.get(speaker.key)
    label = _rule_label(passage.text, speaking[0]) if speaking else speaker.label
    return Statement(
        speaker=speaker.key,
        speaker_name=entity.name if entity else label,
        mode=draft.mode,
        cue=draft.cue,
        source=place,
        spans=draft.spans,
        regulations=tuple(dict.fromkeys([*(rule.target for rule in speaking), *links.rules(draft)])),
        sanctions=links.sanctions(draft),
        confidence=confidence(passage, draft, speaker),
    )


def _rule_label(text: str, rule: Mention) -> str:
    """What a rule that speaks is called: by its citation where the source only points at it ("aturan tersebut")."""
    start, end = rule.antecedent or (rule.start, rule.end)
    return f"?{' '.join(text[start:end].split())}"
