# ruff: noqa: S608 - what the statements are put together from are names of the schema
"""Marks: a number for each row, made of its values; by sums of them tables are compared without being read."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from graph.layout import TableSpec
from graph.merging import Staged, column_names
from graph.neo4j.connection import Database
from graph.neo4j.cypher import present_sums, sums


@dataclass(frozen=True, slots=True, kw_only=True)
class Summed:
    """A staged table and the sums of its marks, bucket by bucket."""

    spec: TableSpec
    file: Path
    rows: int
    sums: frozenset[tuple[int, ...]]


def summed(connection: duckdb.DuckDBPyConnection, staged: Staged) -> list[Summed]:
    """The staged tables, each with its sums."""
    query = "SELECT {} FROM ({}) GROUP BY ALL"
    return [
        Summed(
            spec=spec,
            file=file,
            rows=rows,
            sums=frozenset(connection.execute(query.format(sums("_mark", "//"), marked(spec, file))).fetchall()),
        )
        for spec, file, rows in staged
    ]


def differing(database: Database, table: Summed) -> list[int]:
    """The buckets in which the server has other rows of the table; none where all are the same."""
    theirs = map(tuple, database.rows(present_sums(table.spec)))
    return sorted({bucket for bucket, *_ in table.sums.symmetric_difference(theirs)})


def marked(spec: TableSpec, file: Path) -> str:
    """The SQL for the rows of a file, each with its mark: a whole number made of all its values."""
    path = str(file).replace("'", "''")
    names = ", ".join(f'"{name}"' for name in column_names(spec))
    return f"SELECT {names}, (hash({names}) >> 1)::BIGINT AS _mark FROM read_parquet('{path}')"
