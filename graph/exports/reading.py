"""The tables of a graph as DuckDB reads them, sorted and joined outside of memory.

Each table is copied out of the graph when it is first asked for, into Parquet files of a scratch folder: the engines
keep whole answers in memory, DuckDB spills to disk. A table is a view of the name it has in the schema
(``CITES:Statement:Regulation``); the ends of an edge are ``source_id`` and ``target_id``.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from graph.exports.selecting import Selection, choose
from graph.exports.sources import Source
from graph.layout import TableSpec, tables
from graph.watching import Stage

_BATCH = 10_000
_MEMORY = "1GB"  # what DuckDB may hold before it spills

Row = tuple[Any, ...]


class GraphTables(Mapping[str, str]):
    """The tables of a graph, as far as a selection goes; ``tables["Statement"]`` is a name to use in SQL."""

    def __init__(self, source: Source, scratch: Path, selection: Selection, stage: Stage) -> None:
        """Read ``source``, which the caller closes, by way of ``scratch``, a folder that the caller removes."""
        self.selection = selection
        self._specs = {spec.name: spec for spec in tables() if selection.has(spec)}
        self._copied: set[str] = set()
        self._kept = False
        self._scratch = scratch
        self._reached = stage("read", None)
        self._source = source
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
            stem = self._scratch / name.replace(":", "-")
            self._source.copy(spec, stem)
            files = sql_text(f"{stem}-*.parquet")
            self.do(f'CREATE VIEW "all {name}" AS SELECT * FROM read_parquet({files})')
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
        """Let go of what was copied."""
        self._sql.close()


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
