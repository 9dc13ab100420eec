"""What is for a person to decide: pairs of entities that may be one, those worth most first."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Whether two entities are one, by the pair of their profiles that speaks most for it.

    Attributes:
        label: Person or Institution.
        one: Id of a profile.
        other: Id of the other one.
        score: Chance that they are one, by the automatic judgement.
        reasons: What speaks for it and against it.
        entities: Ids of the entities of both, in their order.
        statements: How many statements would change their speaker: those of the one that made fewer.
        unsure: Whether somebody looked at it and could not tell.
    """

    label: str
    one: str
    other: str
    score: float
    reasons: tuple[str, ...]
    entities: tuple[str, str]
    statements: int = 0
    unsure: bool = False

    def to_json(self) -> dict[str, Any]:
        """The same as one JSON object."""
        return {
            "label": self.label,
            "one": self.one,
            "other": self.other,
            "score": self.score,
            "reasons": list(self.reasons),
            "statements": self.statements,
            "unsure": self.unsure,
        }
