"""What the commands print: progress on standard error, closing counts, one line for each refusal."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table

from corpus import News, Reason, Rejection
from graph.building import Reached, Stage, Summary

SHOWN = 20  # lines of refusals on the terminal; all are in the store
COMMON = frozenset({Reason.NO_ARTICLE})  # usual in a crawl: counted in the closing table, not told one by one


def warn(message: str) -> None:
    """One line on standard error."""
    click.echo(f"wartagraf: {message}", err=True)


@contextmanager
def progress_bars() -> Iterator[Stage]:
    """A bar for each stage on standard error; nothing where that is no terminal."""
    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description:>8}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:

        def stage(name: str, total: int | None) -> Reached:
            task = progress.add_task(name, total=total)
            return lambda done: progress.update(task, completed=done)

        yield stage


def print_refusals(rejections: Sequence[Rejection], failures: Sequence[str] = ()) -> None:
    """One line for each page that was refused for a reason worth a look, up to a screenful."""
    lines = [r.detail or f"{r.source}: {r.reason.value}" for r in rejections if r.reason not in COMMON]
    lines += [f"article {failure}" for failure in failures]
    for line in lines[:SHOWN]:
        warn(line)
    if len(lines) > SHOWN:
        warn(f"and {len(lines) - SHOWN} more; `wartagraf rejections` lists them all")


def print_summary(summary: Summary) -> None:
    """The closing table: what came in, what became of it, what the graph holds."""
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column(justify="right")
    table.add_column()
    for count, what in _counts(summary):
        table.add_row(f"{count:,}", what)
    Console(file=sys.stdout).print(table)


def _counts(summary: Summary) -> Iterator[tuple[int, str]]:
    if summary.news:
        yield sum(summary.news.values()), "pages in"
        yield summary.news[News.NEW], "  new"
        yield summary.news[News.REPEATED], "  the same again"
        yield summary.news[News.KNOWN], "  known from an earlier run"
        for reason, count in sorted(Counter(r.reason.value for r in summary.rejections).items()):
            yield count, f"  rejected: {reason}"
    yield summary.articles, "articles"
    if summary.failures:
        yield len(summary.failures), "articles that could not be read"
    if summary.graph:
        yield summary.graph.nodes["Statement"], "statements"
        yield sum(summary.graph.nodes.values()), "nodes"
        yield sum(summary.graph.edges.values()), "edges"
