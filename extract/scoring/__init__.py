"""Scores of extraction records against annotated articles, and the floors they must not fall below."""

from extract.scoring.attribution import Case, Fault
from extract.scoring.floors import Changes, FloorError, Floors, changes, pinned, shortfalls
from extract.scoring.frames import Frame, FrameCounts
from extract.scoring.gold import GoldError, fingerprint, read_gold, read_texts
from extract.scoring.naming import Counts
from extract.scoring.scores import Comparison, Scores, compare, score_records

__all__ = [
    "Case",
    "Changes",
    "Comparison",
    "Counts",
    "Fault",
    "FloorError",
    "Floors",
    "Frame",
    "FrameCounts",
    "GoldError",
    "Scores",
    "changes",
    "compare",
    "fingerprint",
    "pinned",
    "read_gold",
    "read_texts",
    "score_records",
    "shortfalls",
]
