"""What is thought of two profiles: that they are one, that they are not, or that a person is to look."""

from dataclasses import dataclass
from enum import StrEnum
from math import exp

from graph.identity.weights import weights


class Verdict(StrEnum):
    """What a judgement says; the value is what tables and logs hold."""

    SAME = "same"
    UNSURE = "unsure"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An automatic judgement on two profiles of one label.

    Attributes:
        label: Person or Institution.
        one: Id of the profile whose id comes first.
        other: Id of the other profile.
        score: Chance that they are one, 0 to 1.
        reasons: What speaks for it and against it, the name first.
        verdict: What follows.
    """

    label: str
    one: str
    other: str
    score: float
    reasons: tuple[str, ...]
    verdict: Verdict


def chance(odds: float) -> float:
    """A sum of weights as a chance.

    >>> chance(0.0), chance(2.2)
    (0.5, 0.9)
    """
    return round(1 / (1 + exp(-odds)), 3)


def verdict_of(odds: float, *, join: bool = True) -> Verdict:
    """What follows from a sum of weights; ``join`` says whether anything may follow but a question."""
    if odds >= weights().join and join:
        return Verdict.SAME
    return Verdict.UNSURE if odds >= weights().review else Verdict.DIFFERENT
