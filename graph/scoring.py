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
from extract.record import Mode
from extract.scoring import (
    Case,
    Floors,
    GoldError,
    Scores,
    changes,
    compare,
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
@click.option("--against", type=FILE, help="Records of an earlier run: list the statements mended and broken since.")
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
    against: Path | None,
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
    wartagraf score --gold gold/dev --docs docs --records new.jsonl --against old.jsonl
    wartagraf score --gold gold/dev --floors tests/floors.json

    --floors also lists the statements mended and broken since the floors were pinned.
    """
    counted = _modes(modes)
    if pin and not floors:
        raise click.UsageError("--pin needs --floors: the file to pin them in")
    if lower and not pin:
        raise click.UsageError("--lower needs --pin")
    if floors and counted:
        raise click.UsageError("floors hold for statements of all modes: leave out --modes or --floors")
    golds = read_gold(gold)
    folder = docs or gold.parent.parent / "docs"
    texts = read_texts(folder, golds)
    found = _read_records(records) if records else _extracted(folder, golds, workers)
    scores = score_records(texts, golds, found, modes=counted)
    _print(scores, len(golds), as_json=as_json)
    for case in scores.cases[:errors]:
        click.echo(f" - {case}", err=as_json)
    if against:
        changed = compare(score_records(texts, golds, _read_records(against), modes=counted), scores)
        _tell(changed.mended, changed.broken)
    if floors:
        _hold(floors, scores, fingerprint(texts, golds), pin=pin, lower=lower)


def _modes(listed: str) -> list[Mode]:
    """The modes of a list like "direct,mixed"."""
    try:
        return [Mode(name.strip()) for name in listed.split(",") if name.strip()]
    except ValueError as error:
        raise click.BadParameter(f"{error}: choose of {', '.join(Mode)}", param_hint="--modes") from error


def _hold(path: Path, scores: Scores, inputs: str, *, pin: bool, lower: tuple[str, ...]) -> None:
    """Compare with the floors of ``path``, or pin them there; exit code 1 where one is not held."""
    if pin:
        before = Floors.read(path) if path.exists() else None
        pinned(scores, inputs=inputs, before=before, lower=lower).write(path)
        return
    floors = Floors.read(path)
    below = shortfalls(floors, scores, inputs=inputs)
    if floors.inputs == inputs:
        since = changes(floors, scores)
        _tell(since.mended, since.broken, since.fewer_spurious)
    for line in below:
        warn(line)
    if below:
        sys.exit(1)


def _tell(mended: Iterable[Case], broken: Iterable[Case], fewer_spurious: int = 0) -> None:
    """A line for each statement that was mended or broken; those that nobody annotated are only counted."""
    for case in mended:
        click.echo(f" + mended  {case}", err=True)
    if fewer_spurious:
        click.echo(f" + {fewer_spurious} that nobody annotated are no longer found", err=True)
    for case in broken:
        click.echo(f" - broken  {case}", err=True)


def _read_records(path: Path) -> dict[str, Mapping[str, Any]]:
    found = {}
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):  # of bytes: U+2028 ends no line
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
        tables = {**scores.to_json(), "statements by frame": scores.frames_to_json()}
        click.echo(json.dumps(tables, ensure_ascii=False, indent=1))
        return
    table = Table("measure", "precision", "recall", "F1", "annotated", title=f"{articles} annotated articles")
    for name, counts in scores.rows.items():
        figures = (f"{counts.precision:.3f}", f"{counts.recall:.3f}", f"{counts.f1:.3f}")
        table.add_row(name, *figures, str(counts.hits + counts.missed))
    for name, counts in scores.accuracy.items():
        table.add_row(name, "", "", f"{counts.recall:.3f}", str(counts.hits + counts.missed))
    Console().print(table)
    Console().print(_by_frame(scores))


def _by_frame(scores: Scores) -> Table:
    table = Table("statements, overlap 0.3", "precision", "recall", "F1", "annotated", "right speaker")
    for frame, counts in scores.frames.items():
        said = counts.statements
        figures = (f"{said.precision:.3f}", f"{said.recall:.3f}", f"{said.f1:.3f}", str(said.hits + said.missed))
        table.add_row(frame, *figures, f"{counts.speakers.recall:.3f}")
    return table
