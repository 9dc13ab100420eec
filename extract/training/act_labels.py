"""``python -m extract.training.act_labels LABELS``: scores of speech acts and modality on labelled statements.

Labels are places of statements in annotated articles, none of their words.

One annotator read 688 statements and labelled them after the rules in ``extract/speech/speech_acts.py``, before any
code of them was there. The statements of ``gold/train`` were open while the rules were written; those of the other
news ("news-...") were kept for measuring: their totals were seen, none of their faults.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from corpus import Article
from extract.pipeline import extract_record
from extract.record import Act, Modality, Record, Statement
from extract.scoring import Counts
from extract.training.articles import read_annotated

LEAST_OVERLAP = 0.5  # of a label and the statement it is of, in characters of the longer one
NEWS = "news-"
ACCURACY = "accuracy of acts"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActScores:
    """Counts by act and modality, and of statements with the right act (hits) or another (missed)."""

    rows: Mapping[str, Counts]
    acts: Counts

    def figures(self) -> dict[str, float]:
        """F1 by act and modality, and the accuracy of acts."""
        return {kind: counts.f1 for kind, counts in self.rows.items()} | {ACCURACY: self.acts.recall}

    def lines(self) -> Iterator[str]:
        """The table to print."""
        for kind, counts in self.rows.items():
            told = f"{counts.precision:9.3f}{counts.recall:9.3f}{counts.f1:9.3f}"
            yield f"{kind:20}{told}  {counts.hits + counts.missed:4} labelled {counts.hits + counts.spurious:4} found"
        yield f"{ACCURACY}: {self.acts.recall:.3f} of {self.acts.hits + self.acts.missed} statements"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A labelled statement: from the first character of its words to the last, what is done and how it holds."""

    article: str
    start: int
    end: int
    act: Act
    modality: frozenset[Modality]

    @property
    def kept(self) -> bool:
        """Whether the statement was kept for measuring, and not read while the rules were made."""
        return self.article.startswith(NEWS)


def read_labels(path: Path) -> list[Label]:
    """The labels of a JSON Lines file."""
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    return [
        Label(
            article=row["article"],
            start=row["start"],
            end=row["end"],
            act=Act(row["act"]),
            modality=frozenset(map(Modality, row["modality"])),
        )
        for row in rows
    ]


def labelled_records(labels: Iterable[Label], shared: Path) -> dict[str, Record]:
    """What is found now in the articles of the labels, by article."""
    wanted = {label.article for label in labels}
    return {article.id: extract_record(article) for article in _articles(wanted, shared) if article.id in wanted}


def score_labels(labels: Iterable[Label], records: Mapping[str, Record]) -> ActScores:
    """How far acts and modalities of the statements found are those of the labels; others do not count."""
    rows: defaultdict[str, Counts] = defaultdict(Counts)
    right: Counts = Counts()
    for label in labels:
        found = _matched(label, records[label.article].statements)
        if found is None:
            continue
        right += Counts(hits=int(found.act == label.act), missed=int(found.act != label.act))
        _add(rows, {label.act}, {found.act})
        _add(rows, label.modality, {mark.kind for mark in found.modality})
    return ActScores(rows={str(kind): rows[kind] for kind in (*Act, *Modality)}, acts=right)


def _articles(wanted: set[str], shared: Path) -> Iterator[Article]:
    for name in sorted(wanted):
        if not name.startswith(NEWS):
            path = shared / "benchmark" / "docs" / f"{name}.json"
            yield Article.from_json(json.loads(path.read_text("utf-8")))
    if any(name.startswith(NEWS) for name in wanted):
        for name, text, _ in read_annotated(shared / "raw-news" / "news.txt.gz"):
            yield Article(id=name, text=text)


def _matched(label: Label, statements: Iterable[Statement]) -> Statement | None:
    """The statement that a label is of."""
    best = max(statements, key=lambda statement: _overlap(label, statement), default=None)
    return best if best and _overlap(label, best) >= LEAST_OVERLAP else None


def _overlap(label: Label, statement: Statement) -> float:
    start, end = statement.spans[0][0], statement.spans[-1][1]
    shared = min(end, label.end) - max(start, label.start)
    return shared / max(end - start, label.end - label.start)


def _add(rows: defaultdict[str, Counts], wanted: Iterable[str], found: Iterable[str]) -> None:
    told, meant = set(found), set(wanted)
    for kind in told | meant:
        hit = kind in told and kind in meant
        rows[kind] += Counts(hits=int(hit), missed=int(kind in meant - told), spurious=int(kind in told - meant))


@click.command()
@click.argument("labels", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--shared", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path("../shared"))
def score(labels: Path, shared: Path) -> None:
    """Score what is found now: in articles the rules were made on, then in those kept for measuring."""
    read = read_labels(labels)
    for kept, name in ((False, "gold/train"), (True, "news kept for measuring")):
        part = [label for label in read if label.kept == kept]
        scores = score_labels(part, labelled_records(part, shared))
        click.echo("\n".join((f"{name}: precision, recall, F1", *scores.lines())))


if __name__ == "__main__":
    score()
