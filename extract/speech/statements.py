"""Statements: who said what, by the words that show it.

Sentences, then quotations, then cues; direct speech first, indirect speech in what is left, sentences that go
on reporting after that; then speakers in text order, and the rules and sanctions inside the words said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from extract.lexicon import read_tsv
from extract.record import Entity, Mention, MentionType, Statement
from extract.speech.continuations import continued
from extract.speech.direct import find_direct
from extract.speech.drafts import Draft
from extract.speech.indirect import find_indirect
from extract.speech.links import of_type, pinned, targets, within
from extract.speech.passage import Passage
from extract.speech.speakers import Discourse, Speaker


def find_statements(text: str, entities: Sequence[Entity], mentions: Sequence[Mention]) -> tuple[Statement, ...]:
    """Everything the article attributes to somebody, in text order.

    Args:
        text: The article.
        entities: Its persons, institutions and regions.
        mentions: Where those are named, and where its regulations and sanctions are.
    """
    passage = Passage.of(text, entities, mentions)
    discourse = Discourse(passage)
    rules, sanctions = (of_type(mentions, kind) for kind in (MentionType.REGULATION, MentionType.SANCTION))
    return tuple(
        _statement(passage, draft, discourse.resolve(draft), rules, sanctions) for draft in find_drafts(passage)
    )


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


def _statement(
    passage: Passage, draft: Draft, speaker: Speaker, rules: Sequence[Mention], sanctions: Sequence[Mention]
) -> Statement:
    """The statement of a draft; a rule that speaks ("UU … menyatakan") is linked and gives its label."""
    place = (draft.source.start, draft.source.end) if draft.source else None
    speaking = tuple(within([place], rules)) if place and not speaker.key else ()
    entity = passage.entities.get(speaker.key)
    label = _rule_label(passage.text, speaking[0]) if speaking else speaker.label
    return Statement(
        speaker=speaker.key,
        speaker_name=entity.name if entity else label,
        mode=draft.mode,
        cue=draft.cue,
        source=place,
        spans=draft.spans,
        regulations=targets([*speaking, *within(draft.spans, rules), *pinned(draft.spans, rules)]),
        sanctions=targets(within(draft.spans, sanctions)),
        confidence=confidence(draft, speaker),
    )


def _rule_label(text: str, rule: Mention) -> str:
    """What a rule that speaks is called: by its citation where the source only points at it ("aturan tersebut")."""
    start, end = rule.antecedent or (rule.start, rule.end)
    return f"?{' '.join(text[start:end].split())}"


def confidence(draft: Draft, speaker: Speaker) -> float:
    """How often statements of this pattern had right words and speaker (``lexicon/statement_frames.tsv``).

    One right and one wrong are added to every count, so that a pattern hardly seen is neither sure nor void.
    """
    right, found = _counts().get((draft.frame, speaker.named), (0, 0))
    return round((right + 1) / (found + 2), 2)


@cache
def _counts() -> dict[tuple[str, bool], tuple[int, int]]:
    rows = read_tsv("statement_frames.tsv", "frame", "speaker", "found", "right")
    return {(row["frame"], row["speaker"] == "named"): (int(row["right"]), int(row["found"])) for row in rows}
