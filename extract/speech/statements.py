"""Statements: who said what, by the words that show it.

Sentences, then quotations, then cues; direct speech first, indirect speech in what is left, sentences that go
on reporting after that; then speakers in text order, the rules and sanctions inside the words said, and what is
done by saying them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.record import Entity, Mention, RegulationUse, Statement
from extract.speech.confidence import confidence, pattern
from extract.speech.continuations import continued
from extract.speech.direct import find_direct
from extract.speech.drafts import Draft
from extract.speech.indirect import find_indirect
from extract.speech.labels import one_label_each
from extract.speech.links import Links
from extract.speech.passage import Passage
from extract.speech.speakers import Discourse, Speaker
from extract.speech.speech_acts import SpeechActs


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
    links, acts = Links(passage, mentions, uses), SpeechActs(passage, mentions)
    drafts = find_drafts(passage)
    drafts = sorted([*drafts, *links.law_texts(drafts)], key=lambda draft: draft.at)
    said = [_statement(passage, draft, discourse.resolve(draft), links, acts) for draft in drafts]
    called = one_label_each(statement.speaker_name for statement in said if not statement.speaker)
    return tuple(s if s.speaker else replace(s, speaker_name=called[s.speaker_name]) for s in said)


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


def _statement(passage: Passage, draft: Draft, speaker: Speaker, links: Links, acts: SpeechActs) -> Statement:
    """The statement of a draft; a rule that speaks ("UU … menyatakan") is linked and gives its label."""
    place = (draft.source.start, draft.source.end) if draft.source else None
    rule = links.speaking(draft) if speaker.paper or not (speaker.key and draft.source) else None
    if rule and not (speaker.key and draft.source):
        speaker = Speaker(key="", label=links.label(rule, place), paper=True)
    entity = passage.entities.get(speaker.key)
    manner, counted = acts.manner(draft, speaker), pattern(passage, draft, speaker)
    return Statement(
        speaker=speaker.key,
        speaker_name=entity.name if entity else speaker.label,
        mode=draft.mode,
        cue=draft.cue,
        source=place,
        spans=draft.spans,
        regulations=tuple(dict.fromkeys([*([rule.target] if rule else []), *links.rules(draft)])),
        sanctions=links.sanctions(draft),
        confidence=confidence(counted),
        pattern=counted,
        act=manner.act,
        act_at=manner.act_at,
        modality=manner.modality,
    )
