"""The tables of a graph in the making, in DuckDB: rows with one key become one row, property by property.

Nothing depends on the order in which rows come in. DuckDB keeps what does not fit into its memory in the folder of
the staged files.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import duckdb

from graph.layout import TableSpec
from graph.schema import Merge, Property, Type

# Bytes of memory for merging, whatever the number of rows; what does not fit goes to the staging folder.
_MEMORY = "1GiB"

_DUCKDB = {Type.STRINGS: "VARCHAR[]", Type.INTEGERS: "BIGINT[]"}
_JOINED = frozenset({"Person", "Institution"})  # the labels whose nodes are profiles, which may be one entity

Joined = Callable[[duckdb.DuckDBPyConnection], None]
"""Makes the table ``entity(label, profile, entity)`` of those nodes that another node stands for."""

Staged = list[tuple[TableSpec, Path, int]]
"""Each table of the graph, nodes first: one Parquet file with the table's columns, and its number of rows."""

Written = Callable[[TableSpec, Path, int], None]
"""Is told of a table that has been written: its file and the number of its rows."""

ENTITY = "CREATE TABLE IF NOT EXISTS entity(label VARCHAR, profile VARCHAR, entity VARCHAR)"


def unjoined(connection: duckdb.DuckDBPyConnection) -> None:
    """Joins nothing: every profile is an entity of its own."""


def unheeded(spec: TableSpec, file: Path, rows: int) -> None:
    """Takes no notice."""


def open_merging(folder: Path) -> duckdb.DuckDBPyConnection:
    """A connection whose tables are in memory, and in ``folder`` where they outgrow it."""
    connection = duckdb.connect(":memory:")
    connection.execute(f"SET memory_limit = '{_MEMORY}'")
    connection.execute(f"SET temp_directory = {_quoted(str(folder))}")
    if connection.execute("SELECT current_setting('enable_progress_bar')").fetchone() == (True,):
        connection.execute("SET enable_progress_bar = false")  # refused in a notebook, where it is off
    return connection


def read_parts(connection: duckdb.DuckDBPyConnection, spec: TableSpec, files: Sequence[Path]) -> None:
    """Make the table of ``spec`` from its parts; what articles share is merged."""
    if not files:
        named = zip(column_names(spec), spec.columns, strict=True)
        columns = ", ".join(f'"{name}" {_DUCKDB.get(p.type, p.type)}' for name, p in named)
        connection.execute(f'CREATE TABLE "{spec.name}"({columns})')
    elif spec.of.owned:
        connection.execute(f'CREATE VIEW "{spec.name}" AS {_all(spec, _parquet(files))}')
    else:
        connection.execute(f'CREATE TABLE "{spec.name}" AS {_merged(spec, _parquet(files))}')


def distinct(connection: duckdb.DuckDBPyConnection, files: Sequence[Path], *columns: str) -> list[tuple[str, ...]]:
    """What stands in these columns of a table's parts, each once."""
    if not files:
        return []
    return connection.execute(f"SELECT DISTINCT {', '.join(columns)} FROM {_parquet(files)}").fetchall()  # noqa: S608 - our own names


def is_joined(spec: TableSpec) -> bool:
    """Whether the rows of a table change where profiles are one entity."""
    return not _JOINED.isdisjoint(spec.pair or (spec.name,))


def write_tables(
    connection: duckdb.DuckDBPyConnection, folder: Path, specs: Sequence[TableSpec]
) -> Iterator[tuple[TableSpec, Path, int]]:
    """Write these tables with entities in place of their profiles; rows that became one by that are merged.

    The rows come in the order of their keys, whatever the order in which articles came in.
    """
    joined = _joined_labels(connection) if any(map(is_joined, specs)) else frozenset()
    for spec in specs:
        path = folder / f"{spec.name.replace(':', '-')}.parquet"
        query = f"({_final(spec, joined)} ORDER BY {_names(spec.key)})"
        written = connection.execute(f"COPY {query} TO {_quoted(str(path))} (FORMAT parquet, COMPRESSION lz4)")
        (count,) = written.fetchone() or (0,)
        yield spec, path, int(count)


def _joined_labels(connection: duckdb.DuckDBPyConnection) -> frozenset[str]:
    """The labels of which some profiles are one entity."""
    connection.execute(ENTITY)
    return _JOINED & {row[0] for row in connection.execute("SELECT DISTINCT label FROM entity").fetchall()}


def _final(spec: TableSpec, joined: frozenset[str]) -> str:
    """The query for the rows of a table, with entities in place of the profiles of the labels ``joined``."""
    ends = zip(("source", "target"), spec.pair, strict=True) if spec.pair else [("id", spec.name)]
    moved = {column: label for column, label in ends if label in joined}
    if not moved:
        return _all(spec, f'"{spec.name}"')
    columns = ", ".join(
        f"coalesce(entity_of_{name}.entity, t.{name}) AS {name}" if name in moved else f't."{name}"'
        for name in column_names(spec)
    )
    joins = " ".join(
        f"LEFT JOIN entity entity_of_{column}"
        f" ON entity_of_{column}.label = '{label}' AND entity_of_{column}.profile = t.{column}"
        for column, label in moved.items()
    )
    return _merged(spec, f'(SELECT {columns} FROM "{spec.name}" t {joins})')  # noqa: S608 - names of the schema


def column_names(spec: TableSpec) -> list[str]:
    """The names of the columns here: the property ``source`` of an edge from a ``source`` is ``source_1``."""
    names = [p.name for p in spec.columns]
    return [f"{name}_1" if name in names[:place] else name for place, name in enumerate(names)]


def _all(spec: TableSpec, rows: str) -> str:
    return f"SELECT {_names(column_names(spec))} FROM {rows}"  # noqa: S608 - names of the schema


def _merged(spec: TableSpec, rows: str) -> str:
    columns = ", ".join(
        f'"{name}"' if name in spec.key else f'{_merging(name, p)} AS "{name}"'
        for name, p in zip(column_names(spec), spec.columns, strict=True)
    )
    return f"SELECT {columns} FROM {rows} GROUP BY {_names(spec.key)}"  # noqa: S608 - names of the schema


def _merging(name: str, column: Property) -> str:
    """The SQL that makes one value of many; "" and NULL are no values."""
    name = f'"{name}"'
    text = column.type is Type.STRING
    match column.merge:
        case Merge.SUM:
            return f"sum({name})::BIGINT"
        case Merge.MIN:
            return f"coalesce(min(nullif({name}, '')), max({name}))" if text else f"min({name})"
        case Merge.UNION:
            return f"list_sort(list_distinct(flatten(list({name}))))"
        case Merge.LONGEST if text:
            return f"arg_max({name}, row(length({name}), {name}))"
        case Merge.LONGEST | Merge.MAX:
            return f"max({name})"


def _names(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _parquet(files: Sequence[Path]) -> str:
    return f"read_parquet([{', '.join(_quoted(str(file)) for file in files)}])"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
