"""An export from a graph to the file of another program."""

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from graph.exports.errors import ExportError
from graph.exports.formats import FORMATS
from graph.exports.options import Options
from graph.exports.reading import GraphTables
from graph.exports.report import Report
from graph.exports.selecting import Selection
from graph.exports.sources import opened_source
from graph.options import Address
from graph.watching import Stage, unwatched

EVERYTHING = Selection()


def export_graph(  # noqa: PLR0913 - what an export is told
    graph: Path | Address,
    format_: str,
    output: Path | None,
    *,
    selection: Selection = EVERYTHING,
    options: Options | None = None,
    stage: Stage = unwatched,
) -> Report:
    """Write a graph in a format of ``FORMATS``, and tell how much was written.

    Rows are read in ranges and sorted on disk, in a scratch folder beside the output, of about the size of the graph
    file. ``output`` appears when it is complete.

    Args:
        graph: The graph file, or the address of the Neo4j server that holds it.
        format_: Name of the format.
        output: File or folder to write; None for standard output.
        selection: Which part of the graph.
        options: How it is written; None as the format has it.
        stage: Is told how far it is.

    Raises:
        ExportError: Nothing is selected, or the output is in the way.
        GraphError: There is no usable graph there.
    """
    chosen = FORMATS[format_]
    if selection.labels and not chosen.labels:
        raise ExportError(f"{format_} needs nodes of all labels; choose by rule or days, or take another format")
    beside = output.absolute().parent if output else None
    if beside:
        beside.mkdir(parents=True, exist_ok=True)
    report = Report(reached=stage("write", None))
    with TemporaryDirectory(prefix=".wartagraf-export-", dir=beside) as scratch:
        try:
            with (
                opened_source(graph) as source,
                closing(GraphTables(source, Path(scratch), selection, stage)) as tables,
            ):
                chosen.save(tables, output, options or Options(texts=chosen.texts), report)
        except duckdb.Error as error:
            why = str(error).split("\n", 1)[0]
            raise ExportError(f"{output or 'standard output'}: {why}; free memory or disk, or choose less") from error
    report.tell()
    return report
