# ruff: noqa: S608 - what the statements are put together from are names of the schema
"""What is to be done so that a server holds the staged rows of a table: compared in DuckDB, whatever their number."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import duckdb
import pyarrow as pa

from graph.merging import column_names
from graph.neo4j.connection import Database
from graph.neo4j.cypher import BUCKETS, present
from graph.neo4j.marks import Summed, differing, marked

Rows = Iterator[Sequence[Any]]

_CHUNK = 50_000  # rows of the server in Python before DuckDB takes them
_FETCHED = 5_000  # rows of DuckDB in Python at a time
_NODE = {"id": pa.string(), "_mark": pa.int64()}
_EDGE = {"source": pa.string(), "target": pa.string(), "_mark": pa.int64(), "_name": pa.string()}


class Difference:
    """The rows of one table that a server lacks, has with other values, or has too many of.

    Edges are told apart by both ends and all values: an edge with other values is another one. Those that are alike
    are counted, so that as many stand there as were staged.

    Attributes:
        spec: The table.
        lacking: How many rows the server lacks.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, there: Database | None, table: Summed) -> None:
        """Compare ``table`` with what is ``there``: None where a server is known to be empty."""
        self.spec = spec = table.spec
        self._connection = connection
        self._staged, self._here = f'"staged {spec.name}"', f'"here {spec.name}"'
        self._key = "source, target, _mark" if spec.pair else "id"
        self._columns = ", ".join(f'"{name}"' for name in column_names(spec))
        buckets = differing(there, table) if there else range(BUCKETS)
        chosen = f"WHERE _mark % {BUCKETS} IN ({', '.join(map(str, buckets))})" if buckets else "LIMIT 0"
        connection.execute(f"CREATE VIEW {self._staged} AS FROM ({marked(spec, table.file)}) {chosen}")
        self._any = self._take(there.rows(present(spec), buckets=buckets) if there and buckets else ())
        self.lacking = self._count(self._new())

    def new(self) -> Rows:
        """The rows that the server lacks, each with its mark."""
        return self._fetch(f"SELECT {self._columns}, _mark FROM {self._new()}")

    def changed(self) -> Rows:
        """The nodes that have other values in the server, each row with its mark; no edges."""
        if self.spec.pair or not self._any:
            return iter(())
        both = f"{self._staged} s JOIN {self._here} h USING (id) WHERE s._mark <> h._mark"
        return self._fetch(f"SELECT {self._columns}, s._mark FROM {both}")

    def stale(self) -> Rows:
        """The names of the server's rows that are not among the staged ones: ids of nodes, its own of edges."""
        if not self._any:
            return iter(())
        return self._fetch(
            f"SELECT {'_name' if self.spec.pair else 'id'} FROM {self._without(self._here, self._staged)}"
        )

    def forget(self) -> None:
        """Give back the room that comparing took."""
        self._connection.execute(f"DROP VIEW {self._staged}")
        self._connection.execute(f"DROP TABLE {self._here}")

    def _take(self, present: Iterable[Sequence[Any]]) -> bool:
        """Take in what stands in the server; whether that is anything."""
        schema = pa.schema(_EDGE if self.spec.pair else _NODE)
        any_ = False
        self._connection.register("chunk", schema.empty_table())
        self._connection.execute(f"CREATE TABLE {self._here} AS SELECT * FROM chunk")
        for chunk in chunks(present, _CHUNK):
            columns = map(pa.array, zip(*chunk, strict=True), schema.types)
            self._connection.register("chunk", pa.table(list(columns), schema=schema))
            self._connection.execute(f"INSERT INTO {self._here} SELECT * FROM chunk")
            any_ = True
        self._connection.unregister("chunk")
        return any_

    def _new(self) -> str:
        return self._without(self._staged, self._here) if self._any else self._staged

    def _without(self, one: str, other: str) -> str:
        """The rows of ``one`` that ``other`` has not; of edges that are alike, those past the number it has."""
        if not self.spec.pair:
            return f"{one} ANTI JOIN {other} USING (id)"
        nth = f"row_number() OVER (PARTITION BY {self._key}) AS _nth"
        left, right = (f"(SELECT *, {nth} FROM {table}) AS {name}" for name, table in (("a", one), ("b", other)))
        return f"{left} ANTI JOIN {right} USING ({self._key}, _nth)"

    def _count(self, rows: str) -> int:
        return int(self._connection.execute(f"SELECT count(*) FROM {rows}").fetchall()[0][0])

    def _fetch(self, query: str) -> Rows:
        found = self._connection.cursor().execute(query)
        while part := found.fetchmany(_FETCHED):
            yield from part


def chunks(rows: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """``rows`` in lists of ``size``, the last one shorter.

    >>> list(chunks("abc", 2))
    [['a', 'b'], ['c']]
    """
    chunk = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
