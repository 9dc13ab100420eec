"""What an export tells when it is done: how much was written, and what could not be."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from graph.watching import Reached

_NOW_AND_THEN = 1_000


@dataclass(slots=True, kw_only=True)
class Report:
    """Counts of an export that goes on.

    Attributes:
        reached: Is told how many rows are written, now and then.
        written: How many rows of each table, or entities of each kind, went into the export.
        left: What did not, or not as it was, in words for a person, and how often.
    """

    reached: Reached
    written: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)

    def count(self, kind: str) -> None:
        """One more of ``kind`` is written."""
        self.written[kind] += 1
        if not self.written[kind] % _NOW_AND_THEN:
            self.tell()

    def tell(self) -> None:
        """Say how far it is."""
        self.reached(self.written.total())

    def lines(self) -> Iterator[str]:
        """One line for each thing that was left out or changed."""
        for what, count in sorted(self.left.items()):
            if count:
                yield f"{count:,} {what}"

    def to_json(self) -> dict[str, Any]:
        """The counts as one JSON object."""
        return {
            "written": dict(sorted(self.written.items())),
            "left": {what: n for what, n in sorted(self.left.items()) if n},
        }
