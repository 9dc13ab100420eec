"""The tables of a graph file as DuckDB reads them, sorted and joined outside of memory.

Each table is copied out of the graph when it is first asked for, range by range into Parquet files of a scratch
folder: LadybugDB keeps a whole answer in its pool of pages, DuckDB spills to disk. A table is a view of the name it
has in the schema (``CITES:Statement:Regulation``); the ends of an edge are ``source_id`` and ``target_id``.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import duckdb
import ladybug
import pyarrow as pa

from graph.embedded import execute, open_graph
from graph.errors import QueryError
from graph.exports.errors import ExportError
from graph.exports.selecting import Selection, choose
from graph.layout import TableSpec, tables
from graph.watching import Stage

# Rows of the first label read by one COPY, which holds them in the pool of 512 MB: articles carry their text. On a
# million statements (128,000 articles) this took 745 MB; the whole of the articles at once did not fit.
_STEP = 100_000
_FEW = 10_000
_BATCH = 10_000
_MEMORY = "1GB"  # what DuckDB may hold before it spills

Row = tuple[Any, ...]


class GraphTables(Mapping[str, str]):
    """The tables of a graph, as far as a selection goes; ``tables["Statement"]`` is a name to use in SQL."""

    def __init__(self, path: Path, scratch: Path, selection: Selection, stage: Stage) -> None:
        """Open the graph in ``path``; ``scratch`` is a folder that the caller removes.

        Raises:
            GraphMissingError: There is no graph yet.
            GraphFileError: The file is something else, or of another version.
        """
        self.selection = selection
        self._specs = {spec.name: spec for spec in tables() if selection.has(spec)}
        self._copied: set[str] = set()
        self._kept = False
        self._scratch = scratch
        self._reached = stage("read", None)
        self._path = path
        self._database = open_graph(path)
        self._graph = ladybug.Connection(self._database)
        self._sql = duckdb.connect(
            config={"memory_limit": _MEMORY, "temp_directory": str(scratch), "preserve_insertion_order": False}
        )
        self.do("SET enable_progress_bar = false")

    def specs(self) -> Iterator[TableSpec]:
        """The tables that are wanted, nodes first."""
        yield from self._specs.values()

    def __getitem__(self, name: str) -> str:
        """The table in double quotes, ready to be read.

        Raises:
            KeyError: No such table, or not a wanted one.
        """
        spec = self._specs[name]
        self.whole(spec.name)
        if not self.selection.narrows:
            return f'"all {name}"'
        if not self._kept:
            self._kept = True
            choose(self, self.selection)
        return f'"{name}"'

    def __iter__(self) -> Iterator[str]:
        return iter(self._specs)

    def __len__(self) -> int:
        return len(self._specs)

    def whole(self, name: str) -> str:
        """The same, whatever the selection."""
        if name not in self._copied:
            spec = next(spec for spec in tables() if spec.name == name)
            self._copy(spec)
            self._copied.add(name)
            self._reached(len(self._copied))
        return f'"all {name}"'

    def do(self, sql: str, *values: object) -> None:
        """Run a statement for its effect."""
        self._sql.execute(sql, values or None)

    def rows(self, sql: str, *values: object) -> Iterator[Row]:
        """The rows that ``sql`` answers, a batch in memory at a time."""
        cursor = self._sql.cursor()
        try:
            cursor.execute(sql, values or None)
            while batch := cursor.fetchmany(_BATCH):
                yield from batch
        finally:
            cursor.close()

    def count(self, name: str) -> int:
        """How many rows the table has."""
        return int(next(self.rows(f"SELECT count(*) FROM {self[name]}"))[0])

    def batches(self, sql: str) -> pa.RecordBatchReader:
        """The same as Arrow batches."""
        return self._sql.cursor().sql(sql).to_arrow_reader(_BATCH)

    def sorted(self, spec: TableSpec, *, texts: bool = True) -> str:
        """SQL for the whole table in the order of its key; without ``texts`` those of articles are empty."""
        without = " REPLACE ('' AS text)" if spec.name == "Article" and not texts else ""
        return f"SELECT *{without} FROM {self[spec.name]} ORDER BY {', '.join(map(quoted, key_columns(spec)))}"

    def close(self) -> None:
        """Let go of the graph file."""
        self._sql.close()
        self._graph.close()
        self._database.close()

    def _copy(self, spec: TableSpec) -> None:
        """Copy a table out of the graph; a view of its own name reads it."""
        step = _FEW if spec.name == "Article" else _STEP
        stem = spec.name.replace(":", "-")
        match, values = _pattern(spec)
        for part, low in enumerate(range(0, max(self._nodes(spec), 1), step)):
            file = self._scratch / f"{stem}-{part:06}.parquet"
            where = f"WHERE offset(id(a)) >= {low} AND offset(id(a)) < {low + step}"
            self._run(f"COPY ({match} {where} RETURN {values}) TO {_literal(file)}")
        files = str(self._scratch / f"{stem}-*.parquet")
        self.do(f'CREATE VIEW "all {spec.name}" AS SELECT * FROM read_parquet({sql_text(files)})')

    def _run(self, query: str) -> None:
        try:
            execute(self._graph, query).close()
        except QueryError as error:
            advice = "make room there, or build the graph anew with `wartagraf load` if it is damaged"
            raise ExportError(f"{self._path}: cannot be copied to {self._scratch} ({error}); {advice}") from error

    def _nodes(self, spec: TableSpec) -> int:
        label = spec.pair[0] if spec.pair else spec.name
        answer = execute(self._graph, f"MATCH (a:{label}) RETURN coalesce(max(offset(id(a))), -1)")
        (last,) = answer.get_next()
        answer.close()
        return int(last) + 1


def columns(spec: TableSpec) -> tuple[str, ...]:
    """Names of the columns of a table, in its order."""
    names = tuple(p.name for p in spec.columns)
    return ("source_id", "target_id", *names[2:]) if spec.pair else names


def key_columns(spec: TableSpec) -> tuple[str, ...]:
    """Names of the columns that tell one row of a table from another."""
    return ("source_id", "target_id", *spec.key[2:]) if spec.pair else spec.key


def quoted(name: str) -> str:
    """A name as SQL takes it."""
    return f'"{name}"'


def sql_text(text: str) -> str:
    """A string as SQL takes it."""
    return "'" + text.replace("'", "''") + "'"


def _pattern(spec: TableSpec) -> tuple[str, str]:
    """The MATCH clause and the values of a table in Cypher."""
    if not spec.pair:
        return f"MATCH (a:{spec.name})", ", ".join(f"a.{p.name} AS {p.name}" for p in spec.columns)
    source, target = spec.pair
    type_ = spec.name.split(":", 1)[0]
    values = ["a.id AS source_id", "b.id AS target_id", *(f"e.{p.name} AS {p.name}" for p in spec.columns[2:])]
    return f"MATCH (a:{source})-[e:{type_}]->(b:{target})", ", ".join(values)


def _literal(path: Path) -> str:
    escaped = str(path).replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
