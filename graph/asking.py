"""The commands that ask: ``ask`` has one subcommand for each named query, ``cypher`` takes any reading query."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from graph.building import GRAPH_FILE
from graph.engine import Graph
from graph.named_queries import NamedQuery, Parameter, named_queries, named_query
from graph.options import AS_CSV, AS_JSON, INTO
from graph.printing import warn
from graph.tables import Table


class NamedQueries(click.Group):
    """A command group whose commands are the files of ``graph/queries``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the queries, sorted."""
        return sorted(named_queries())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command that asks the query ``cmd_name``."""
        query = named_queries().get(cmd_name)
        return _command(query) if query else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As usual, but of an unknown name the nearest one is told."""
        if args:
            named_query(args[0])
        return super().resolve_command(ctx, args)


@click.group(cls=NamedQueries)
def ask() -> None:
    """Ask the graph one of the named questions.

    \b
    wartagraf ask who-spoke-about-rule --rule uu/2014/5
    wartagraf ask holders-of-post --post "Wali Kota" --csv > posts.csv
    """


@click.command()
@click.argument("query")
@INTO
@AS_JSON
@AS_CSV
def cypher(query: str, into: Path, as_json: bool, as_csv: bool) -> None:
    """Run one reading Cypher query over the graph.

    \b
    wartagraf cypher 'MATCH (r:Regulation) RETURN r.id, r.title ORDER BY r.id LIMIT 10'
    """
    with Graph.open(into / GRAPH_FILE) as graph:
        _print(graph.run(query), as_json=as_json, as_csv=as_csv)


def _command(query: NamedQuery) -> click.Command:
    def run(into: Path, as_json: bool, as_csv: bool, **parameters: Any) -> None:
        with Graph.open(into / GRAPH_FILE) as graph:
            _print(graph.ask(query.name, **parameters), as_json=as_json, as_csv=as_csv)

    callback: Callable[..., None] = run
    for decorate in (AS_CSV, AS_JSON, INTO):
        callback = decorate(callback)
    command = click.command(query.name, help=query.help)(callback)
    command.params = [*map(_option, query.parameters), *command.params]
    return command


def _option(parameter: Parameter) -> click.Option:
    return click.Option(
        [f"--{parameter.name.replace('_', '-')}", parameter.name],
        type=click.INT if parameter.type == "integer" else click.STRING,
        required=parameter.default is None,
        default=parameter.default,
        show_default=bool(parameter.default),
        help=f"{parameter.help}  Example: {parameter.example}" if parameter.example else parameter.help,
    )


def _print(table: Table, *, as_json: bool, as_csv: bool) -> None:
    if as_json and as_csv:
        raise click.UsageError("--json or --csv, not both")
    if as_json:
        click.echo(table.to_json())
    elif as_csv:
        click.echo(table.to_csv(), nl=False)
    else:
        table.print_to(Console())
    if table.cut:
        warn(f"only the first {len(table):,} rows are shown; add a LIMIT or ask for less")
    if not table:
        warn("no rows: nothing in this graph answers that")
