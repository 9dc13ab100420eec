"""Scores of extraction records against annotated articles, and the floors they must not fall below."""

from extract.scoring.attribution import Case, Fault
from extract.scoring.floors import FloorError, Floors, pinned, shortfalls
from extract.scoring.gold import GoldError, fingerprint, read_gold, read_texts
from extract.scoring.naming import Counts
from extract.scoring.scores import Comparison, Scores, compare, score_records

__all__ = [
    "Case",
    "Comparison",
    "Counts",
    "Fault",
    "FloorError",
    "Floors",
    "GoldError",
    "Scores",
    "compare",
    "fingerprint",
    "pinned",
    "read_gold",
    "read_texts",
    "score_records",
    "shortfalls",
]
