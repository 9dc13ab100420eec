"""The command ``review``: the questions in a terminal, and every decision as a command of its own."""

import getpass
import json
import os
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from graph.errors import JudgementError
from graph.folder import JUDGEMENTS_FILE
from graph.identity.judgements import Decision, Judgement, read_log
from graph.options import AS_JSON, INTO
from graph.printing import printable, warn
from graph.review.applying import applied
from graph.review.deciding import decide, merge, take_back
from graph.review.desk import Desk, opened_desk
from graph.review.keys import single_keys
from graph.review.looking_up import look_up
from graph.review.sharing import import_log
from graph.review.splitting import split
from graph.review.telling import import_lines, judgement_line, log_lines, preview_lines, queue_line
from graph.review.terminal import Terminal

Command = Callable[..., None]
Judging = Callable[..., list[Judgement]]

_USER = "WARTAGRAF_BY, else the name of the user"


def _of_review(name: str) -> Callable[[], Any]:
    """The value that ``review`` itself was given for an option, for a subcommand that was given none."""
    return lambda: click.get_current_context().parent.params[name]  # type: ignore[union-attr]


_FOLDER = click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    default=_of_review("into"),
    show_default="wartagraf-data",
    help="Folder that holds the store and the graph.",
)
_BY = click.option("--by", default=_of_review("by"), show_default=_USER, help="Who judges.")
_WHY = click.option("--why", default="", metavar="TEXT", help="What speaks for it, kept in the log.")
_APPLY = click.option("--apply", is_flag=True, help="Build the graph anew at once, as `wartagraf load` does.")


@click.group(invoke_without_command=True)
@INTO
@click.option("--by", default="", show_default=_USER, help="Who judges.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="With --json: only the first N questions.")
@AS_JSON
@_APPLY
@click.pass_context
def review(  # noqa: PLR0913, PLR0917 - the options of a command
    ctx: click.Context, into: Path, by: str, limit: int | None, as_json: bool, apply: bool
) -> None:
    """Decide who is who, where that is uncertain.

    The pairs worth most come first, with what articles say of both sides. Worth is the number of statements that
    would change their speaker, times how near the score is to that from which pairs are joined without asking. Every
    answer is in DIR/judgements.jsonl at once; the next build applies it.

    \b
    wartagraf review --into data
    wartagraf review same "Ratna Widuri" ratna-kota-lada-8934b63ced --why "both on the same day"
    wartagraf review --json --limit 50 > questions.jsonl
    """
    if ctx.invoked_subcommand:
        return
    if limit and not as_json:
        raise click.UsageError("--limit goes with --json; without it, leave with q when you have had enough")
    if apply and as_json:
        raise click.UsageError("--apply or --json: a list judges nothing that could be applied")
    with opened_desk(into, _named(by)) as desk:
        if as_json:
            _print_queue(desk, limit)
            return
        _sit(desk)
    applied(into, apply=apply)


def _judging(name: str) -> Callable[[Judging], Command]:
    """A subcommand that makes judgements, tells them, and how they are applied."""

    def made(function: Judging) -> Command:
        @wraps(function)
        def called(into: Path, by: str, as_json: bool, apply: bool, **given: Any) -> None:
            with opened_desk(into, _named(by)) as desk:
                judgements = function(desk, **given)
            for judgement in judgements:
                click.echo(_as_json(judgement.to_json()) if as_json else printable(judgement_line(judgement)))
            applied(into, apply=apply, as_json=as_json)

        command: Command = called
        for option in (_APPLY, AS_JSON, _WHY, _BY, _FOLDER):
            command = option(command)
        return review.command(name)(command)

    return made


@_judging("same")
@click.argument("one")
@click.argument("other")
def same_(desk: Desk, one: str, other: str, why: str) -> list[Judgement]:
    """Judge that two are one.

    ONE and OTHER are ids of the graph, or names that only one bears.

    \b
    wartagraf review same "Ratna Widuri" ratna-kota-lada-8934b63ced --why "both on the same day"
    """
    return decide(desk, Decision.SAME, look_up(desk.kept, one), look_up(desk.kept, other), why=why)


@_judging("different")
@click.argument("one")
@click.argument("other")
def different_(desk: Desk, one: str, other: str, why: str) -> list[Judgement]:
    """Judge that two are not one.

    This outranks all that speaks for it, through others, too.

    \b
    wartagraf review different hasan-kota-lada-8934b63ced hasan-kota-ternama-80caffd0fe
    """
    return decide(desk, Decision.DIFFERENT, look_up(desk.kept, one), look_up(desk.kept, other), why=why)


@_judging("unsure")
@click.argument("one")
@click.argument("other")
def unsure_(desk: Desk, one: str, other: str, why: str) -> list[Judgement]:
    """Judge that it cannot be told.

    The two are not joined, and asked about last.

    \b
    wartagraf review unsure hasan-kota-lada-8934b63ced hasan-kota-ternama-80caffd0fe
    """
    return decide(desk, Decision.UNSURE, look_up(desk.kept, one), look_up(desk.kept, other), why=why)


@_judging("merge")
@click.argument("entities", nargs=-1, required=True, metavar="ENTITY ENTITY...")
def merge_(desk: Desk, entities: tuple[str, ...], why: str) -> list[Judgement]:
    """Judge that all of these are one.

    \b
    wartagraf review merge "KPU Kota Lada" "Komisi Pemilihan Umum Kota Lada"
    """
    if len(entities) < 2:
        raise click.UsageError("merge needs two entities or more")
    return merge(desk, [look_up(desk.kept, entity) for entity in entities], why=why)


@_judging("split")
@click.argument("entity")
@click.option("--articles", required=True, metavar="A,B", help="Ids of the articles that speak of somebody else.")
def split_(desk: Desk, entity: str, articles: str, why: str) -> list[Judgement]:
    """Make what some articles say of an entity an entity of its own.

    \b
    wartagraf review split "Hasan" --articles 4f2c9a,77b01d
    """
    wanted = list(dict.fromkeys(filter(None, map(str.strip, articles.split(",")))))
    return split(desk, look_up(desk.kept, entity).entity, wanted, why=why)


@_judging("undo")
@click.argument("judgement", default="")
def undo_(desk: Desk, judgement: str, why: str) -> list[Judgement]:
    """Take a judgement back, your latest or that of an id.

    All that were made in one with it are taken back, too. To undo an undo restores. `wartagraf review log` lists the
    ids.

    \b
    wartagraf review undo
    wartagraf review undo 77b01d9e4f2c
    """
    return take_back(desk, judgement, why=why)


@review.command("preview")
@_FOLDER
@AS_JSON
def preview_(into: Path, as_json: bool) -> None:
    """Tell what the judgements since the last build change.

    Those are entities joined and parted, and statements that move.

    \b
    wartagraf review preview --into data
    """
    from graph.review.preview import preview  # noqa: PLC0415 - pyarrow takes its time, the others do without

    with opened_desk(into, "") as desk:
        found = preview(desk)
    if as_json:
        click.echo(_as_json(found.to_json()))
    else:
        _print(preview_lines(found))


@review.command("log")
@_FOLDER
@AS_JSON
def log_(into: Path, as_json: bool) -> None:
    """List all judgements by time.

    What was decided, by whom, when, why, and what no longer counts.

    \b
    wartagraf review log --into data
    """
    lines = list(log_lines(read_log(_log(into)), as_json=as_json))
    if not lines:
        warn("no judgements yet; `wartagraf review` asks for them")
    if as_json:
        for line in lines:
            click.echo(line)
    else:
        _print(lines)


@review.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@_FOLDER
@_APPLY
def import_(file: Path, into: Path, apply: bool) -> None:
    """Take in the judgements of a colleague's log.

    Each once, and in any order; what is at odds is told.

    \b
    wartagraf review import ../colleague/judgements.jsonl --into data
    """
    _print(import_lines(import_log(_log(into), file)))
    applied(into, apply=apply)


def _print_queue(desk: Desk, limit: int | None) -> None:
    questions = desk.standing().open_questions(desk.kept.questions())[:limit]
    for question in questions:
        click.echo(queue_line(desk, question))
    if not questions:
        warn("no pair is in doubt; `wartagraf review same` and `different` judge any other")


def _sit(desk: Desk) -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError("no terminal here; `wartagraf review --json` lists the questions for a program")
    with single_keys() as key:
        sitting = Terminal(desk, Console(), key)
        sitting.run()
    answers = sitting.session.answers()
    told = ", ".join(f"{count:,} {decision}" for decision, count in sorted(answers.items())) or "nothing judged"
    click.echo(told if sitting.session.question else f"no question is left; {told}")


def _log(into: Path) -> Path:
    if not into.is_dir():
        raise JudgementError(f"{into}: no such folder; name that of the graph with --into")
    return into / JUDGEMENTS_FILE


def _named(by: str) -> str:
    """Who judges: as given, else as the system knows the user."""
    try:
        return by or os.environ.get("WARTAGRAF_BY") or getpass.getuser()
    except (OSError, KeyError):  # a user id without a name
        raise click.UsageError("who judges? give --by NAME, or set WARTAGRAF_BY") from None


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(printable(line))


def _as_json(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False)
