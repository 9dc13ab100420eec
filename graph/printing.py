"""What the commands print: progress on standard error, closing counts, one line for each refusal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from graph.watching import Reached, Stage, unwatched

if TYPE_CHECKING:
    from graph.summary import Summary


def warn(message: str) -> None:
    """One line on standard error."""
    click.echo(f"wartagraf: {printable(message)}", err=True)


def printable(text: str) -> str:
    r"""``text`` in one line that leaves a terminal as it is: control characters as escapes.

    >>> printable("laman\n\x1b[31m.html")
    'laman\\n\\x1b[31m.html'
    """
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)


def count(number: int, one: str) -> str:
    """A number with what it counts.

    >>> count(1, "rule"), count(2_000, "rule")
    ('1 rule', '2,000 rules')
    """
    return f"{number:,} {one if number == 1 else f'{one}s'}"


@contextmanager
def progress_bars() -> Iterator[Stage]:
    """A bar for each stage on standard error; nothing where that is no terminal."""
    if not sys.stderr.isatty():
        yield unwatched
        return
    from rich import progress as bars  # noqa: PLC0415 - who sees no bars does not wait for them
    from rich.console import Console  # noqa: PLC0415 - the same

    console = Console(stderr=True)
    columns = (
        bars.SpinnerColumn(),
        bars.TextColumn("{task.description:>8}"),
        bars.BarColumn(),
        bars.MofNCompleteColumn(),
        bars.TimeRemainingColumn(),
    )
    with bars.Progress(*columns, console=console, disable=not console.is_terminal) as progress:

        def stage(name: str, total: int | None) -> Reached:
            task = progress.add_task(name, total=total)
            return lambda done: progress.update(task, completed=done)

        yield stage


def print_refusals(summary: "Summary") -> None:
    """One line for each page that was refused and each article that failed, up to a screenful."""
    for line in summary.told:
        warn(line)
    if more := summary.rejected.total() + summary.failed - len(summary.told):
        warn(f"and {more:,} more; `wartagraf rejections` lists what the store refused")


def print_summary(summary: "Summary") -> None:
    """The closing table: what came in, what became of it, what the graph holds."""
    from rich.console import Console  # noqa: PLC0415 - questions do without
    from rich.table import Table  # noqa: PLC0415 - the same

    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column(justify="right")
    table.add_column()
    for count, what in _counts(summary):
        table.add_row(f"{count:,}", what)
    Console(file=sys.stdout).print(table)


def _counts(summary: "Summary") -> Iterator[tuple[int, str]]:
    from corpus.terms import News, Visit  # noqa: PLC0415 - questions do without

    if summary.news:
        yield summary.news.total(), "pages in"
        yield summary.news[News.NEW], "  new"
        yield summary.news[News.REPEATED], "  the same again"
        yield summary.news[News.KNOWN], "  known from an earlier run"
        for reason, count in sorted(summary.rejected.items()):
            yield count, f"  rejected: {reason.value}"
    for visit in Visit:
        if summary.visits[visit]:
            yield summary.visits[visit], visit.value
    yield summary.articles, "articles"
    if summary.partial:
        yield summary.partial, "  with parts on pages that are not here"
    if summary.failed:
        yield summary.failed, "articles that could not be read"
    if summary.graph:
        yield summary.graph.nodes["Statement"], "statements"
        yield sum(summary.graph.nodes.values()), "nodes"
        yield sum(summary.graph.edges.values()), "edges"
