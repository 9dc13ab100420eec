"""The command ``score``: how well extraction reads articles that people have annotated."""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from corpus import Article, Failure, Media, Page, clean
from extract import extract_records
from extract.scoring import (
    Floors,
    GoldError,
    Scores,
    fingerprint,
    pinned,
    read_gold,
    read_texts,
    score_records,
    shortfalls,
)
from graph.options import AS_JSON, FILE, FOLDER, WORKERS
from graph.printing import progress_bars, warn


@click.command()
@click.option("--gold", type=FOLDER, required=True, help="Folder of annotations, one ID.json an article.")
@click.option("--docs", type=FOLDER, help="Folder of the articles.  [default: ../../docs beside --gold]")
@click.option("--records", type=FILE, help="Records to score.  [default: extract the articles now]")
@click.option("--errors", type=click.IntRange(min=0), default=0, help="Show the first N faulty statements.")
@click.option("--modes", default="", help="Count only statements of these modes: direct,indirect,mixed.")
@click.option("--floors", type=FILE, help="Fail where a measure is below the floor pinned in this file.")
@click.option("--pin", is_flag=True, help="Write the floors anew; refuses to lower one.")
@click.option("--lower", multiple=True, metavar="MEASURE", help="With --pin: a measure whose floor may fall.")
@WORKERS
@AS_JSON
def score(  # noqa: PLR0913, PLR0917 - one parameter an option
    gold: Path,
    docs: Path | None,
    records: Path | None,
    errors: int,
    modes: str,
    floors: Path | None,
    pin: bool,
    lower: tuple[str, ...],
    workers: int,
    as_json: bool,
) -> None:
    """Score extraction against annotated articles.

    \b
    wartagraf score --gold benchmark/gold/dev
    wartagraf score --gold gold/dev --docs docs --records records.jsonl --errors 20
    wartagraf score --gold gold/dev --floors tests/floors.json
    """
    golds = read_gold(gold)
    folder = docs or gold.parent.parent / "docs"
    texts = read_texts(folder, golds)
    found = _read_records(records) if records else _extracted(folder, golds, workers)
    scores = score_records(texts, golds, found, modes=[mode for mode in modes.split(",") if mode])
    _print(scores, len(golds), as_json=as_json)
    for case in scores.cases[:errors]:
        click.echo(f" - {case}")
    if floors:
        _hold(floors, scores, fingerprint(texts, golds), pin=pin, lower=lower)


def _hold(path: Path, scores: Scores, inputs: str, *, pin: bool, lower: tuple[str, ...]) -> None:
    """Compare with the floors of ``path``, or pin them there; exit code 1 where one is not held."""
    if pin:
        before = Floors.read(path) if path.exists() else None
        pinned(scores, inputs=inputs, before=before, lower=lower).write(path)
        return
    below = shortfalls(Floors.read(path), scores, inputs=inputs)
    for line in below:
        warn(line)
    if below:
        sys.exit(1)


def _read_records(path: Path) -> dict[str, Mapping[str, Any]]:
    found = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        try:
            row = json.loads(line)
            found[row["id"]] = row
        except (ValueError, KeyError, TypeError) as error:
            raise GoldError(f"{path}:{number} is no extraction record ({error!r})") from error
    return found


def _extracted(folder: Path, ids: Iterable[str], workers: int) -> dict[str, Mapping[str, Any]]:
    articles = [_article(folder / f"{name}.json") for name in ids]
    found: dict[str, Mapping[str, Any]] = {}
    with progress_bars() as stage:
        advance = stage("extract", len(articles))
        for article, record in extract_records(articles, workers=workers):
            advance(1)
            if isinstance(record, Failure):
                warn(f"{article.id}: {record.message}")
            else:
                found[article.id] = record.to_json()
    return found


def _article(path: Path) -> Article:
    article = clean(Page(source=str(path), raw=path.read_bytes(), media=Media.JSON))
    if not isinstance(article, Article):
        raise GoldError(f"{path}: {article.detail}")
    return article


def _print(scores: Scores, articles: int, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(scores.to_json(), ensure_ascii=False, indent=1))
        return
    table = Table("measure", "precision", "recall", "F1", "annotated", title=f"{articles} annotated articles")
    for name, counts in scores.rows.items():
        figures = (f"{counts.precision:.3f}", f"{counts.recall:.3f}", f"{counts.f1:.3f}")
        table.add_row(name, *figures, str(counts.hits + counts.missed))
    for name, counts in scores.accuracy.items():
        table.add_row(name, "", "", f"{counts.recall:.3f}", str(counts.hits + counts.missed))
    Console().print(table)
