"""One Parquet file a table, for pandas, DuckDB, R and Spark: the types of the schema, lists as lists, null as null."""

from pathlib import Path

from graph.exports.options import Options
from graph.exports.reading import GraphTables, sql_text
from graph.exports.report import Report
from graph.layout import TableSpec

_GROUP = 50_000  # rows that are held before they go to disk


def write_parquet(tables: GraphTables, spec: TableSpec, path: Path, options: Options, report: Report) -> None:
    """Write a table, its rows in the order of its key; its doc is in the file's metadata."""
    rows = tables.sorted(spec, texts=options.texts)
    tables.do(
        f"COPY ({rows}) TO {sql_text(str(path))} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_GROUP}, "
        f"KV_METADATA {{doc: {sql_text(spec.of.doc)}}})"
    )
    report.written[spec.name] = tables.count(spec.name)
    report.tell()
