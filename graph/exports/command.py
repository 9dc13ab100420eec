"""The command ``export``."""

import json
from datetime import datetime
from pathlib import Path

import click

from graph.exports.exporting import export_graph
from graph.exports.formats import FORMATS
from graph.exports.options import BASE, Options
from graph.exports.report import Report
from graph.exports.selecting import Selection
from graph.folder import GRAPH_FILE
from graph.options import AS_JSON, DAY, INTO, Address, with_server
from graph.printing import progress_bars, warn
from graph.schema import NODES

_OUTPUT = click.Path(path_type=Path, allow_dash=True)
_STDOUT = Path("-")
_LABELS = {node.label.lower(): node.label for node in NODES}


def _labels(ctx: click.Context, option: click.Parameter, value: str | None) -> frozenset[str]:
    """The labels of a list with commas, however they are written."""
    names = [name.strip() for name in (value or "").split(",") if name.strip()]
    unknown = [name for name in names if name.lower() not in _LABELS]
    if unknown:
        raise click.BadParameter(f"{unknown[0]!r} is no label; there are: {', '.join(_LABELS.values())}")
    return frozenset(_LABELS[name.lower()] for name in names)


def _formats() -> str:
    lines = [f"{name:<12} {format_.doc}" for name, format_ in FORMATS.items()]
    return "\b\n" + "\n".join(lines)


_HELP = f"""Write the graph for other programs.

{_formats()}

The choice by rule or days is of statements; with them goes what they touch, and every edge between what is there. The
output takes its name when it is complete. What a format cannot hold is counted on standard error.

\b
wartagraf export csv -o statements.zip
wartagraf export gexf --rule uu/2014/5 -o asn.gexf
wartagraf export parquet --since 2024-01-01 -o year/
wartagraf export jsonld --base https://graph.example.org/
wartagraf export ftm -o - | ftm validate > entities.json
wartagraf export parquet --neo4j bolt://localhost:7687
"""


@click.command(help=_HELP)
@click.argument("format_", type=click.Choice(tuple(FORMATS)), metavar="FORMAT")
@INTO
@with_server
@click.option(
    "-o", "--output", type=_OUTPUT, help="File or folder; .zip for one file of tables, - for standard output."
)
@click.option("--rule", default="", help="Only statements that speak of this rule.  Example: uu/2014/5")
@click.option("--since", type=DAY, help="Only statements in articles from this day on.")
@click.option("--until", type=DAY, help="Only statements in articles up to this day.")
@click.option(
    "--labels", callback=_labels, metavar="A,B", help="Only nodes of these labels and the edges between them."
)
@click.option("--texts/--no-texts", default=None, help="With the texts of articles.  [default: as the format is used]")
@click.option("--base", default=BASE, show_default=True, help="What identifiers (IRIs) begin with.")
@AS_JSON
def export(  # noqa: PLR0913 - its options
    *,
    format_: str,
    into: Path,
    server: Address | None,
    output: Path | None,
    rule: str,
    since: datetime | None,
    until: datetime | None,
    labels: frozenset[str],
    texts: bool | None,
    base: str,
    as_json: bool,
) -> None:
    """Parse, export, print."""
    days = {"since": since and f"{since:%Y-%m-%d}", "until": until and f"{until:%Y-%m-%d}"}
    selection = Selection(rule=rule, labels=labels, **{name: day or "" for name, day in days.items()})
    chosen = FORMATS[format_]
    target = output or Path(chosen.output)
    options = Options(base=base, texts=chosen.texts if texts is None else texts)
    piped = target == _STDOUT
    if piped and as_json:
        raise click.UsageError("--json prints counts where the export goes; name a file with -o")
    with progress_bars() as stage:
        report = export_graph(
            server or into / GRAPH_FILE,
            format_,
            None if piped else target,
            selection=selection,
            options=options,
            stage=stage,
        )
    _print(report, target, as_json=as_json, piped=piped)


def _print(report: Report, target: Path, *, as_json: bool, piped: bool) -> None:
    for line in report.lines():
        warn(line)
    if as_json:
        click.echo(json.dumps({"output": str(target), **report.to_json()}))
    else:
        click.echo(f"{target}: {report.written.total():,} rows", err=piped)
