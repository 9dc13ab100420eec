"""The commands that ask: ``ask`` has one subcommand for each named query, ``cypher`` takes any reading query."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from graph.engine import SECONDS, Graph
from graph.errors import QueryError
from graph.folder import GRAPH_FILE
from graph.index.finding import SERVED
from graph.nearest import hint
from graph.options import AS_CSV, AS_JSON, INTO, Address, with_server
from graph.printing import warn
from graph.questions import NamedQuery, Parameter, named_queries, named_query
from graph.tables import Table

_NEAREST = 3  # things of a name that are told


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
@with_server
@click.option(
    "--seconds",
    type=click.FloatRange(min=0, min_open=True, max=3600),
    default=SECONDS,
    show_default=True,
    help="How long the query may take.",
)
@AS_JSON
@AS_CSV
def cypher(  # noqa: PLR0913 - a value for each option
    *, query: str, into: Path, server: Address | None, seconds: float, as_json: bool, as_csv: bool
) -> None:
    """Run one reading Cypher query over the graph.

    \b
    wartagraf cypher 'MATCH (r:Regulation) RETURN r.id, r.title ORDER BY r.id LIMIT 10'
    wartagraf cypher 'MATCH (r:Regulation) RETURN count(r)' --neo4j bolt://localhost:7687
    """
    with opened_graph(into, server, confined=True) as graph:
        try:
            table = graph.run(query, seconds=seconds)
        except QueryError as error:
            if more := hint(str(error)):
                raise QueryError(f"{error} {more}") from error
            raise
    print_table(table, as_json=as_json, as_csv=as_csv)


def opened_graph(into: Path, server: Address | None, *, confined: bool = False) -> Graph:
    """The graph of a folder, or that of a Neo4j server where one is given."""
    if server is None:
        return Graph.open(into / GRAPH_FILE, confined=confined)
    login = {"user": server.user, "password": server.password, "database": server.database}
    return Graph.connect(server.url, beside=into / SERVED, confined=confined, **login)


def _command(query: NamedQuery) -> click.Command:
    def run(into: Path, server: Address | None, as_json: bool, as_csv: bool, **parameters: Any) -> None:
        with opened_graph(into, server) as graph:
            table = graph.ask(query.name, **parameters)
            print_table(table, as_json=as_json, as_csv=as_csv)
            if not table and (near := _near(graph, query, parameters)):
                warn(near)

    callback: Callable[..., None] = run
    for decorate in (AS_CSV, AS_JSON, with_server, INTO):
        callback = decorate(callback)
    command = click.command(query.name, help=query.help)(callback)
    command.params = [*map(_option, query.parameters), *command.params]
    return command


def _near(graph: Graph, query: NamedQuery, given: Mapping[str, Any]) -> str:
    """What bears nearly the name that was given, or the name that was given for an id; "" where neither is."""
    for parameter in query.parameters:
        value, kind = given.get(parameter.name), _ID.match(parameter.help)
        if value and _NAME.match(parameter.help) and (alike := _spelled_alike(graph, value)):
            return f"did you mean {alike}?"
        if kind and value and not graph.ask(kind[1], id=value):
            advice = _named(graph, kind[1], value)
            return f"--{parameter.name} takes an id, and no {kind[1]} has the id {value!r}; {advice}"
    return ""


def _named(graph: Graph, kind: str, name: str) -> str:
    """The ids of those rules, people or institutions that bear a name, as advice."""
    found = list(graph.ask(f"find-{kind}", name=name, limit=_NEAREST + 1).dicts())
    if not found:
        return f"`wartagraf ask find-{kind} --name '...'` looks for one by a part of its name"
    told = [f"{row['rule']} ({row['title']})".removesuffix(" ()") if kind == "rule" else row["id"] for row in found]
    more = f" `wartagraf ask find-{kind} --name '{name}'` lists more" if len(found) > _NEAREST else ""
    return f"did you mean {' or '.join(told[:_NEAREST])}?{more}"


def _spelled_alike(graph: Graph, name: str) -> str:
    """The names spelled nearly like this one; "" where it is borne by somebody itself."""
    if any(graph.ask(f"find-{kind}", name=name, limit=1) for kind in ("person", "institution")):
        return ""
    return " or ".join(repr(row["name"]) for row in graph.ask("similar-names", name=name, limit=_NEAREST).dicts())


_NAME = re.compile(r"part of the (?:speaker's )?name(?! of|, or the id, of)")  # not of a region's or of those of a rule
_ID = re.compile(r"id of the (rule|person|institution)\b")


def _option(parameter: Parameter) -> click.Option:
    return click.Option(
        [f"--{parameter.name.replace('_', '-')}", parameter.name],
        type=click.INT if parameter.type == "integer" else click.STRING,
        required=parameter.default is None,
        default=parameter.default,
        show_default=bool(parameter.default),
        help=f"{parameter.help}  Example: {parameter.example}" if parameter.example else parameter.help,
    )


def print_table(table: Table, *, as_json: bool, as_csv: bool) -> None:
    """Print the rows as they were asked for; say so where some are left out, or there are none."""
    if as_json and as_csv:
        raise click.UsageError("--json or --csv, not both")
    if as_json:
        click.echo(table.to_json())
    elif as_csv:
        click.echo(table.to_csv(), nl=False)
    elif table:
        table.print_to(Console())
    if table.cut:
        warn(f"only the first {len(table):,} rows are shown; add a LIMIT or ask for less")
    if not table:
        warn("no rows: nothing in this graph answers that")
