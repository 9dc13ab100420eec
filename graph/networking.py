"""The command ``network``: who is tied to whom, as a table, a file or a picture."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph.asking import opened_graph, print_table
from graph.networks import NETWORKS, Scope, project
from graph.networks.folding import PAIRS
from graph.networks.kinds import Measure
from graph.options import AS_CSV, AS_JSON, DAY, FILE, INTO, Address, with_server
from graph.printing import warn
from graph.tables import Table

if TYPE_CHECKING:
    import networkx as nx

_READABLE = 50  # rows
_FEW = 4  # parts of a list
_UNTOLD = frozenset({"evidence", "one_id", "other_id"})
_WHERE = {
    "rule": "`wartagraf ask find-rule --name '...'` tells the ids of rules",
    "region": "`wartagraf ask rules-by-region` tells the names of regions",
    "since": "`wartagraf ask overview` tells the first and the last day",
    "until": "`wartagraf ask overview` tells the first and the last day",
}
_SCOPE = (
    click.option("--rule", default="", help="Only statements that cite this rule.  Example: pp/2021/94"),
    click.option("--region", default="", help="Only those by speakers of this region, or part of its name."),
    click.option("--outlet", default="", help="Only those in articles of this paper."),
    click.option("--since", type=DAY, help="Only those of this day and later."),
    click.option("--until", type=DAY, help="Only those up to this day."),
    click.option("--once", is_flag=True, help="Count what several papers print of one text once."),
)


def _with_scope(command: Callable[..., None]) -> Callable[..., None]:
    """``command`` with the options on which statements count, as one value ``scope``."""

    @wraps(command)
    def called(*args: Any, since: datetime | None, until: datetime | None, **rest: Any) -> None:
        others = {name: rest.pop(name) for name in ("rule", "region", "outlet", "once")}
        scope = Scope(since=since.date() if since else "", until=until.date() if until else "", **others)
        command(*args, scope=scope, **rest)

    for option in reversed(_SCOPE):
        called = option(called)
    return called


def _listing() -> str:
    """The networks, as the end of the help."""
    return "\n\n".join(["NAME is one of:", *(f"\b\n{n.name}:\n  {n.help}" for n in NETWORKS.values())])


@click.command(epilog=_listing())
@click.argument("name", type=click.Choice(list(NETWORKS)), metavar="NAME")
@_with_scope
@click.option(
    "--measure", type=click.Choice([what.value for what in Measure]), help="What to tell of it.  [default: ties]"
)
@click.option("--limit", type=click.IntRange(min=1), help=f"Most rows.  [default: {_READABLE}; all with --json, --csv]")
@click.option("--pairs", type=click.IntRange(min=1), default=PAIRS, show_default=True, help="Most pairs to be tied.")
@click.option("-o", "--output", type=FILE, help="Write the network to this .graphml or .gexf file (with dates).")
@click.option("--picture", type=FILE, help="Draw it into this .png, .svg or .pdf file; needs matplotlib.")
@INTO
@with_server
@AS_JSON
@AS_CSV
def network(*, name: str, into: Path, server: Address | None, scope: Scope, pairs: int, **wanted: Any) -> None:
    """Tell who is tied to whom, by rules, articles or sanctions.

    \b
    wartagraf network speakers-by-rule --since 2024-01-01 --once
    wartagraf network speakers-by-rule --measure communities --csv > communities.csv
    wartagraf network rules-by-article --region "Kota Labuhpinang" --picture rules.png
    wartagraf network institutions-by-sanction --rule pp/2021/94 -o sanctions.gexf
    """
    with opened_graph(into, server) as graph:
        found = project(graph, name, scope, pairs=pairs)
    _warn_of_the_left_out(found)
    _warn_of_nothing(found, scope)
    files = {name: wanted.pop(name) for name in ("output", "picture")}
    _write(found, **files)
    if wanted["measure"] or not any(files.values()):
        _tell(found, **wanted)


def _write(found: "nx.Graph[str]", output: Path | None, picture: Path | None) -> None:
    if output:
        from graph.networks.files import write_network  # noqa: PLC0415 - brings networkx

        write_network(found, output)
    if picture:
        from graph.networks.pictures import write_picture  # noqa: PLC0415 - brings networkx and matplotlib

        write_picture(found, picture, title=NETWORKS[found.name].help)
    for path in filter(None, (output, picture)):
        warn(f"{path}: {len(found):,} nodes, {found.number_of_edges():,} ties")


def _warn_of_the_left_out(found: "nx.Graph[str]") -> None:
    if left_out := found.graph.get("left_out"):
        largest, members = next(iter(left_out.items()))
        warn(
            f"{len(left_out):,} too large to be folded are left out, such as {largest} with {members:,} members;"
            " raise --pairs, or choose a rule, a region or fewer days"
        )


def _warn_of_nothing(found: "nx.Graph[str]", scope: Scope) -> None:
    """Say which choice left nothing to tie, and where to look for what may be chosen."""
    if not len(found) and (chosen := scope.parameters()):
        told = " ".join(f"--{name} {value!r}" for name, value in chosen.items())
        where = "; ".join(dict.fromkeys(_WHERE[name] for name in chosen if name in _WHERE))
        warn(f"no statement that ties anything fits {told}" + (f"; {where}" if where else ""))


def _tell(found: "nx.Graph[str]", *, measure: str | None, limit: int | None, as_json: bool, as_csv: bool) -> None:
    from graph.networks.answers import measure as measured  # noqa: PLC0415 - brings networkx

    table = measured(found, Measure(measure or Measure.TIES))
    most = limit or (len(table) if as_json or as_csv else _READABLE)
    if len(table) > most:
        warn(f"the first {most:,} of {len(table):,} rows; --limit N shows more")
    table = Table(table.columns, table.rows[:most])
    print_table(table if as_json or as_csv else _short(table), as_json=as_json, as_csv=as_csv)


def _short(table: Table) -> Table:
    """``table`` for people: of long lists the first few, and no ids of statements and of both ends."""
    told = [i for i, name in enumerate(table.columns) if name not in _UNTOLD]
    rows = (tuple(_few(row[i]) for i in told) for row in table.rows)
    return Table(tuple(table.columns[i] for i in told), tuple(rows))


def _few(value: Any) -> Any:
    if isinstance(value, list) and len(value) > _FEW:
        return [*value[:_FEW], f"and {len(value) - _FEW:,} more"]
    return value
