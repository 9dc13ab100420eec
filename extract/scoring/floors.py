"""Pinned scores: the figure below which no measure must fall, bound to the articles it was measured on."""

import json
import math
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from extract.errors import ExtractError
from extract.scoring.attribution import Case
from extract.scoring.scores import Scores

STEPS = 10_000  # floors are rounded down to four digits, so that they read well


class FloorError(ExtractError):
    """Pinned scores that cannot be read, or that an update would lower."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """Pinned scores.

    Attributes:
        inputs: ``fingerprint`` of the annotations and articles they were measured on.
        rows: F1, or accuracy, by measure, rounded down to four digits.
        cases: The tokens of the faulty statements, none of their words.
    """

    inputs: str
    rows: Mapping[str, float]
    cases: tuple[str, ...] = ()

    @classmethod
    def read(cls, path: Path) -> "Floors":
        """The floors that ``write`` put into ``path``.

        Raises:
            FloorError: The file is missing or is no such file.
        """
        try:
            saved = json.loads(path.read_text("utf-8"))
            rows = {str(k): float(v) for k, v in saved["rows"].items()}
            return cls(inputs=saved["inputs"], rows=rows, cases=tuple(map(str, saved.get("cases", ()))))
        except OSError as error:
            raise FloorError(f"cannot read the floors in {path}: {error.strerror}") from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise FloorError(f"{path} holds no floors ({error!r}); pin them anew") from error

    def write(self, path: Path) -> None:
        """Save as JSON, one measure a line, so that a change reads well in a diff."""
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", "utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What became of the statements since the floors were pinned.

    Attributes:
        mended: Annotated statements that were missed, or had another speaker, and are right now.
        fewer_spurious: How many statements that nobody annotated are no longer found.
        broken: Faults that came since.
    """

    mended: tuple[Case, ...]
    fewer_spurious: int
    broken: tuple[Case, ...]


def changes(floors: Floors, scores: Scores) -> Changes:
    """The faults that went away and those that came; a case that stands twice counts twice."""
    gone = Counter(floors.cases)
    broken = []
    for case in scores.cases:
        if gone[case.token]:
            gone[case.token] -= 1
        else:
            broken.append(case)
    left = list(gone.elements())
    mended = tuple(scores.possible[token] for token in left if token in scores.possible)
    return Changes(mended=mended, fewer_spurious=len(left) - len(mended), broken=tuple(broken))


def shortfalls(floors: Floors, scores: Scores, *, inputs: str) -> list[str]:
    """A line for each measure below its floor; one alone if the floors are of other articles."""
    if floors.inputs != inputs:
        return ["the annotations or their articles changed since the floors were pinned: pin them anew"]
    figures = scores.figures()
    return [
        f"{name}: {figures.get(name, 0.0):.4f} is below its floor of {floor:.4f}"
        for name, floor in floors.rows.items()
        if figures.get(name, 0.0) < floor
    ]


def pinned(scores: Scores, *, inputs: str, before: Floors | None = None, lower: Collection[str] = ()) -> Floors:
    """Floors at the height of ``scores``.

    Args:
        scores: What to pin.
        inputs: ``fingerprint`` of what they were measured on.
        before: The floors that stand so far.
        lower: Names of the measures that may get a lower floor than before, or lose it.

    Raises:
        FloorError: Another measure would get a lower floor, or ``lower`` names none of them.
    """
    rows = {name: _rounded_down(figure) for name, figure in scores.figures().items()}
    old = before.rows if before else {}
    if unknown := sorted(set(lower) - {*rows, *old}):
        raise FloorError(f"no measure is called {', '.join(map(repr, unknown))}")
    sunk = [name for name, floor in old.items() if rows.get(name, -1.0) < floor and name not in lower]
    if sunk:
        falls = "; ".join(f"{name!r} {old[name]:.4f} -> {rows.get(name, 0.0):.4f}" for name in sunk)
        raise FloorError(f"would lower {falls}: name each measure that may fall")
    return Floors(inputs=inputs, rows=rows, cases=tuple(sorted(case.token for case in scores.cases)))


def _rounded_down(figure: float) -> float:
    return math.floor(figure * STEPS) / STEPS
