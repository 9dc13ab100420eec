"""Confidence: how often statements like this one had the right words and the right speaker."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from extract.lexicon import read_tsv
from extract.record import Mode
from extract.speech.drafts import Draft
from extract.speech.passage import Passage
from extract.speech.sources import Kind
from extract.speech.speakers import Speaker

# Reported words fewer than these are often no statement at all; quoted words are, however few.
FEWEST_WORDS = 8
SHORT = "short"
ANY = "any"


class Basis(StrEnum):
    """What a speaker is known by, from the surest to the least sure."""

    NAMED = "named"
    CARRIED = "carried"
    WEAK = "weak"
    GUESSED = "guessed"
    UNNAMED = "unnamed"


def confidence(passage: Passage, draft: Draft, speaker: Speaker) -> float:
    """The share of right statements of this pattern and basis, as ``lexicon/statement_frames.tsv`` counts them.

    One right and one wrong are added to every count, so that a pattern hardly seen is neither sure nor void.
    """
    words = sum(len(passage.text[start:end].split()) for start, end in draft.spans)
    frame = SHORT if draft.mode is not Mode.DIRECT and words < FEWEST_WORDS else draft.frame
    found = basis(passage, draft, speaker)
    counts = _counts()
    right, seen = counts.get((frame, found)) or counts.get((ANY, found)) or (0, 0)
    return round((right + 1) / (seen + 2), 2)


def basis(passage: Passage, draft: Draft, speaker: Speaker) -> Basis:
    """What the speaker is known by.

    A name or the context is sure only for persons whose post the article tells: others are more often places,
    things or misspelt names.
    """
    entity = passage.entities.get(speaker.key)
    in_office = entity is not None and bool(entity.roles)
    if not speaker.named:
        return Basis.CARRIED if in_office else Basis.GUESSED
    if entity is None:
        return Basis.UNNAMED
    by_name = draft.source is not None and draft.source.kind is Kind.NAME
    return Basis.NAMED if in_office and by_name else Basis.WEAK


@cache
def _counts() -> Mapping[tuple[str, str], tuple[int, int]]:
    rows = read_tsv("statement_frames.tsv", "frame", "speaker", "found", "right")
    return {(row["frame"], row["speaker"]): (int(row["right"]), int(row["found"])) for row in rows}
