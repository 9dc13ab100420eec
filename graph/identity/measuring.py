"""How good identity is, on appearances that people labelled: B-cubed precision, recall and their mean.

``python -m graph.identity.measuring LABELS DOCS`` extracts the articles of DOCS (a folder of JSON files), joins them
and prints the scores of each label. A line of LABELS is an appearance: article, label, name as extracted, entity.
Names of people who hold no post stand there as hashes (``hidden``).
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import duckdb

from corpus.article import Article, Media, Page, Rejection
from corpus.given import given_article
from extract.record import Record
from graph.cast import Cast
from graph.identity.joining import join
from graph.staging import staged_tables

Appearance = tuple[str, str, str]  # label, article, name
Joiner = Callable[[duckdb.DuckDBPyConnection], object]
K = TypeVar("K", bound=Hashable)
_UNDECIDED = ("", "?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """B-cubed scores, 0 to 1, and over how many appearances they were counted."""

    precision: float
    recall: float
    f1: float
    appearances: int


def bcubed(gold: Mapping[K, str], found: Mapping[K, str]) -> Scores:
    """The scores of the clusters ``found`` against ``gold``, over what both have.

    >>> bcubed({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "y", 3: "z"}).recall
    0.6666666666666666
    """
    keys = gold.keys() & found.keys()
    ours = Counter(found[key] for key in keys)
    theirs = Counter(gold[key] for key in keys)
    both = Counter((found[key], gold[key]) for key in keys)
    precision = sum(n * n / ours[cluster] for (cluster, _), n in both.items()) / max(1, len(keys))
    recall = sum(n * n / theirs[entity] for (_, entity), n in both.items()) / max(1, len(keys))
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Scores(precision=precision, recall=recall, f1=f1, appearances=len(keys))


def hidden(name: str) -> str:
    """``name`` word by word as short hashes, as private people stand in the labels.

    >>> hidden("Budi Hartawan").count("#")
    2
    """
    return " ".join("#" + sha256(word.casefold().encode()).hexdigest()[:6] for word in name.split())


def read_labels(path: Path) -> dict[Appearance, str]:
    """The entity of every labelled appearance that could be decided."""
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    return {(r["label"], r["article"], r["name"]): r["entity"] for r in rows if r["entity"] not in _UNDECIDED}


def joined_appearances(pairs: Iterable[tuple[Article, Record]], join: Joiner = join) -> dict[Appearance, str]:
    """The entity of every person and institution of each article, once all are joined; people also as ``hidden``.

    Args:
        pairs: Articles and their records.
        join: What makes the table ``entity``; another may be weighed against ours.
    """
    pairs = list(pairs)
    entity: dict[tuple[str, str], str] = {}

    def joined(connection: duckdb.DuckDBPyConnection) -> None:
        join(connection)
        rows = connection.execute("SELECT label, profile, entity FROM entity").fetchall()
        entity.update({(label, profile): id_ for label, profile, id_ in rows})

    with TemporaryDirectory() as folder, staged_tables(pairs, Path(folder) / "graph", joined=joined):
        pass
    return {
        (label, article.id, form): entity.get((label, id_), id_)
        for article, record in pairs
        for label, name, id_ in _named(article, record)
        for form in ((name, hidden(name)) if label == "Person" else (name,))
    }


def articles_of(docs: Path) -> Iterator[Article]:
    """The articles of a folder of JSON files, as ``collect`` takes them in."""
    for path in sorted(docs.glob("*.json")):
        article = given_article(Page(source=str(path), raw=path.read_bytes(), media=Media.JSON))
        if not isinstance(article, Rejection):
            yield article


def score(labels: Mapping[Appearance, str], found: Mapping[Appearance, str]) -> dict[str, Scores]:
    """The scores of each label."""
    by_label: defaultdict[str, dict[Appearance, str]] = defaultdict(dict)
    for key, entity in labels.items():
        by_label[key[0]][key] = entity
    return {label: bcubed(gold, found) for label, gold in sorted(by_label.items())}


def _named(article: Article, record: Record) -> Iterator[tuple[str, str, str]]:
    members = Cast(article, record).by_key
    for entity in record.entities:
        if entity.key in members and members[entity.key].label != "Region":
            yield members[entity.key].label, entity.name, members[entity.key].id


def main() -> None:
    """Print the scores of the labels and articles that the command names."""
    from extract import extract_records  # noqa: PLC0415 - spaCy and its model take their time

    labels, docs = map(Path, sys.argv[1:3])
    records = extract_records(articles_of(docs), workers=1)
    found = joined_appearances((a, r) for a, r in records if isinstance(r, Record))
    for label, scores in score(read_labels(labels), found).items():
        shown = f"precision {scores.precision:.3f}  recall {scores.recall:.3f}  F1 {scores.f1:.3f}"
        sys.stdout.write(f"{label:<12} {shown}  ({scores.appearances} appearances)\n")


if __name__ == "__main__":
    main()
