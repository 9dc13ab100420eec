"""Confidence: how often statements like this one had the right words and the right speaker."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from math import sqrt

from extract.lexicon import read_tsv
from extract.record import Mode
from extract.speech.drafts import Draft
from extract.speech.passage import Passage
from extract.speech.sources import Kind
from extract.speech.speakers import Speaker

# Reported words fewer than these are often no statement at all; quoted words are, however few.
FEWEST_WORDS = 8
THIRTY_NINE_IN_FORTY = 1.96  # standard deviations below the mean
SHORT = "short"
ANY = "any"


class Basis(StrEnum):
    """What a speaker is known by, from the surest to the least sure."""

    NAMED = "named"
    CARRIED = "carried"
    WEAK = "weak"
    GUESSED = "guessed"
    UNNAMED = "unnamed"


def pattern(passage: Passage, draft: Draft, speaker: Speaker) -> str:
    """What a statement is counted under: its frame, or ``short``, and the basis of its speaker."""
    words = sum(len(passage.text[start:end].split()) for start, end in draft.spans)
    frame = SHORT if draft.mode is not Mode.DIRECT and words < FEWEST_WORDS else draft.frame
    return f"{frame} {basis(passage, draft, speaker)}"


def confidence(pattern: str) -> float:
    """The share of right statements of this pattern, as ``lexicon/statement_frames.tsv`` counts them, with caution."""
    return cautious(_counts(), pattern)


def cautious(counts: Mapping[tuple[str, str], tuple[int, int]], pattern: str) -> float:
    """The share of right ones that 39 in 40 such counts would not fall short of: few of a kind make nobody sure.

    One right and one wrong are added to every count, so that a pattern hardly seen is neither sure nor void.

    Args:
        counts: Right and found by frame and basis; those of frame ``any`` count for a pattern without a row.
        pattern: Frame and basis.
    """
    frame, _, known_by = pattern.partition(" ")
    right, seen = counts.get((frame, known_by)) or counts.get((ANY, known_by)) or (0, 0)
    share = (right + 1) / (seen + 2)
    return round(max(0.0, share - THIRTY_NINE_IN_FORTY * sqrt(share * (1 - share) / (seen + 2))), 2)


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
