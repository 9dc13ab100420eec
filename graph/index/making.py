# ruff: noqa: S608 - what the statements are put together from are names of the tables declared in contents.py
"""Makes the index of a graph from its staged tables, in a file of its own."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb

from graph.errors import LoadError, no_room
from graph.index.contents import KEPT, STEPS, Kept
from graph.index.finding import index_path
from graph.index.rule_words import nicknames
from graph.merging import Staged, column_names, open_merging
from graph.rules import Registry

_BATCH = 20_000  # rows held on their way from one database to the other
_HASHED = 64 * 2**20  # bytes of words that FTS5 gathers before it writes them; its own measure is 1 MB, and slower


def make_index(staged: Staged, path: Path, mark: str, registry: Registry) -> Path:
    """Make the index for the graph file ``path``, of the build ``mark``; the indexes of other builds stay.

    Args:
        staged: The tables of the graph.
        path: The graph file it is made for.
        mark: The mark of the build.
        registry: What is known of rules: gives them the names that they go by.

    Returns:
        The file of the index.

    Raises:
        LoadError: It cannot be written.
    """
    file = index_path(path, mark)
    try:
        _make(staged, file, registry)
    except (duckdb.Error, sqlite3.Error) as error:
        raise no_room(file.parent, error) or LoadError(
            f"{file}: cannot be written ({error}); the old graph is kept"
        ) from error
    return file


def _make(staged: Staged, file: Path, registry: Registry) -> None:
    with (
        closing(open_merging(staged[0][1].parent)) as tables,
        closing(sqlite3.connect(file, isolation_level=None)) as index,
    ):
        _prepare(tables, staged, registry)
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "page_size = 8192", "cache_size = -65536"):
            index.execute(f"PRAGMA {pragma}")
        index.execute("BEGIN")
        for kept in KEPT:
            _fill(tables, index, kept)
        index.execute("COMMIT")
        index.execute("ANALYZE")


def _prepare(tables: duckdb.DuckDBPyConnection, staged: Staged, registry: Registry) -> None:
    """Make the staged tables known to DuckDB, in a schema of their own, the registry, and then the steps in between."""
    tables.execute("CREATE MACRO sign(mark) AS left(md5(mark), 12)")
    tables.execute("CREATE SCHEMA g")
    for spec, file, _ in staged:
        columns = ", ".join(f'"{name}"' for name in column_names(spec))
        name = str(file).replace("'", "''")
        tables.execute(f"CREATE VIEW g.\"{spec.name}\" AS SELECT {columns} FROM read_parquet('{name}')")
    tables.execute("CREATE TABLE nickname(rule VARCHAR, name VARCHAR)")
    if called := list(nicknames(registry.values())):
        tables.executemany("INSERT INTO nickname VALUES (?, ?)", called)
    for step, query in STEPS.items():
        tables.execute(f"CREATE TABLE {step} AS {query}")


def _fill(tables: duckdb.DuckDBPyConnection, index: sqlite3.Connection, kept: Kept) -> None:
    """Make one table of the index."""
    if kept.words:
        options = "content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 0'"
        index.execute(f"CREATE VIRTUAL TABLE {kept.name} USING fts5({kept.columns}, {options})")
        index.execute(f"INSERT INTO {kept.name}({kept.name}, rank) VALUES ('hashsize', ?)", (_HASHED,))
        into = f"{kept.name}(rowid, {kept.columns})"
    else:
        index.execute(f"CREATE TABLE {kept.name}({kept.columns})")
        into = kept.name
    found = tables.execute(kept.rows)
    marks = ", ".join("?" * len(found.description))
    for rows in _batches(found):
        index.executemany(f"INSERT INTO {into} VALUES ({marks})", rows)
    for statement in kept.indexes:
        index.execute(statement)
    if kept.words:
        index.execute(f"INSERT INTO {kept.name}({kept.name}) VALUES ('optimize')")


def _batches(found: duckdb.DuckDBPyConnection) -> Iterator[list[tuple[Any, ...]]]:
    while rows := found.fetchmany(_BATCH):
        yield rows
