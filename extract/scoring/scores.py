"""The table of scores over all annotated articles, and what changed between two tables."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from extract.scoring.attribution import (
    Case,
    accuracy_rows,
    attribution_rows,
    faults,
    possible_faults,
    read_statements,
)
from extract.scoring.frames import Frame, FrameCounts, frame_rows, total
from extract.scoring.gold import Annotation, rule_names
from extract.scoring.naming import Counts, naming_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Counts by measure, summed over all articles, and the statements that went wrong.

    Attributes:
        rows: Measures with precision and recall, in the order of the printed table.
        accuracy: Measures that are right (hits) or wrong (missed) for each matched statement.
        cases: The faulty statements, article by article.
        possible: Every fault that an annotated statement can have, by its token.
        frames: How the statements of each frame fared.
    """

    rows: Mapping[str, Counts]
    accuracy: Mapping[str, Counts]
    cases: tuple[Case, ...]
    possible: Mapping[str, Case] = field(default_factory=dict)
    frames: Mapping[Frame, FrameCounts] = field(default_factory=dict)

    def figures(self) -> dict[str, float]:
        """One figure a measure: F1, or the accuracy."""
        f1 = {name: counts.f1 for name, counts in self.rows.items()}
        return f1 | {name: counts.recall for name, counts in self.accuracy.items()}

    def to_json(self) -> dict[str, dict[str, float]]:
        """The table, one object a measure."""
        rows: dict[str, dict[str, float]] = {
            name: {
                "precision": counts.precision,
                "recall": counts.recall,
                "f1": counts.f1,
                "gold": counts.hits + counts.missed,
                "found": counts.hits + counts.spurious,
            }
            for name, counts in self.rows.items()
        }
        for name, counts in self.accuracy.items():
            rows[name] = {"accuracy": counts.recall, "of": counts.hits + counts.missed}
        return rows

    def frames_to_json(self) -> dict[str, dict[str, float]]:
        """The table by frame, one object a frame."""
        return {
            frame: {
                "precision": counts.statements.precision,
                "recall": counts.statements.recall,
                "f1": counts.statements.f1,
                "gold": counts.statements.hits + counts.statements.missed,
                "right_speaker": counts.speakers.recall,
            }
            for frame, counts in self.frames.items()
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What changed from one run to the next.

    Attributes:
        figures: Measures whose figure changed, as (old, new).
        mended: Faults of the old run that the new one has not.
        broken: Faults that came with the new run.
    """

    figures: Mapping[str, tuple[float, float]]
    mended: tuple[Case, ...]
    broken: tuple[Case, ...]


def compare(old: Scores, new: Scores) -> Comparison:
    """The figures that changed, and the faults that went away or came, with their words."""
    before, after = old.figures(), new.figures()
    return Comparison(
        figures={name: (before[name], after[name]) for name in after if before.get(name) != after[name]},
        mended=_beyond(old.cases, new.cases),
        broken=_beyond(new.cases, old.cases),
    )


def _beyond(cases: Iterable[Case], known: Iterable[Case]) -> tuple[Case, ...]:
    """Those of ``cases`` that are not among ``known``; a case that stands twice must be known twice."""
    left = Counter(case.key for case in known)
    beyond = []
    for case in cases:
        if left[case.key]:
            left[case.key] -= 1
        else:
            beyond.append(case)
    return tuple(beyond)


def score_records(
    docs: Mapping[str, str],
    golds: Mapping[str, Annotation],
    records: Mapping[str, Annotation],
    *,
    modes: Iterable[str] = (),
) -> Scores:
    """Every measure over the articles of ``golds``; one without a record counts as an empty record.

    Args:
        docs: Article texts by id.
        golds: Annotations by article id.
        records: Extraction records in their JSON form by article id; those of other articles do not count.
        modes: Count only statements of these modes ("direct", "indirect", "mixed"); none means all.

    Raises:
        GoldError: An annotation quotes words its article does not have, or a record is of a longer text.
        KeyError: An annotated article is not in ``docs``.
    """
    wanted = frozenset(modes)
    rows: defaultdict[str, Counts] = defaultdict(Counts)
    accuracy: defaultdict[str, Counts] = defaultdict(Counts)
    cases: list[Case] = []
    possible: dict[str, Case] = {}
    frames: list[Mapping[Frame, FrameCounts]] = []
    for article, gold in golds.items():
        text, record = docs[article], _only(records.get(article, {}), wanted)
        reading = read_statements(article, text, _only(gold, wanted), record)
        renamed = rule_names(text, gold, record)
        _add(rows, naming_rows(text, gold, record, renamed))
        _add(rows, {**reading.rows, **attribution_rows(reading, renamed)})
        _add(accuracy, accuracy_rows(reading))
        cases.extend(faults(reading))
        possible.update({case.token: case for case in possible_faults(reading)})
        frames.append(frame_rows(reading))
    return Scores(rows=dict(rows), accuracy=dict(accuracy), cases=tuple(cases), possible=possible, frames=total(frames))


def _only(annotated: Annotation, modes: frozenset[str]) -> Annotation:
    """``annotated`` with its statements of ``modes`` alone."""
    if not modes:
        return annotated
    return {**annotated, "statements": [s for s in annotated.get("statements", []) if s.get("mode") in modes]}


def _add(rows: defaultdict[str, Counts], more: Mapping[str, Counts]) -> None:
    for name, counts in more.items():
        rows[name] += counts
