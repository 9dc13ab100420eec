"""The embedded engine: a LadybugDB file. Nothing else in ``graph`` but the loading knows it."""

import re
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from threading import Lock
from typing import Any, Self

import ladybug

from graph.errors import (
    GraphFileError,
    GraphMissingError,
    GraphOutdatedError,
    QueryError,
    QueryMemoryError,
    QueryTimeoutError,
    first_line,
)
from graph.headings import headings
from graph.outdated import lacking
from graph.schema import NODES
from graph.tables import Table

_POOL = 512 * 2**20  # bytes of pages kept in memory; a query that needs more fails, the machine does not

MARKED = "Statement"  # the table whose comment is the mark of a build
_MARKED = 10.0  # seconds to read it

# A damaged file makes the engine refuse, or believe in a size or a place that cannot be.
_UNREADABLE = (RuntimeError, ValueError, IndexError, MemoryError)

_OUT_OF_MEMORY = re.compile("bad_alloc|buffer pool is full")


class Embedded:
    """A graph file, open for reading. Queries of one run one after another, whichever thread they come from."""

    def __init__(self, database: ladybug.Database) -> None:
        self._database = database
        self._connection = ladybug.Connection(database)
        self._lock = Lock()
        self._mark: str | None = None

    @classmethod
    def open(cls, path: Path) -> Self:
        """The graph in the file ``path``.

        Raises:
            GraphMissingError: There is none yet.
            GraphFileError: The file is something else, or of another version.
        """
        return cls(open_graph(path))

    def answer(self, query: str, parameters: Mapping[str, Any], *, seconds: float, max_rows: int) -> Table:
        """What the file answers.

        Raises:
            QueryError: The query is wrong, or took too long.
        """
        with self._lock:
            self._connection.set_query_timeout(max(1, int(seconds * 1000)))
            result = execute(self._connection, query, parameters, seconds=seconds)
            try:
                rows = result.get_n(max_rows)
                return Table(
                    columns=headings(query, tuple(result.get_column_names())),
                    rows=tuple(tuple(map(_plain, row)) for row in rows),
                    cut=result.has_next(),
                )
            finally:
                result.close()

    def mark(self) -> str:
        """The mark of the build that made the file; "" where it has none."""
        if self._mark is None:
            tables = self.answer("CALL show_tables() RETURN name, comment", {}, seconds=_MARKED, max_rows=1000)
            self._mark = next((str(comment) for name, comment in tables.rows if name == MARKED), "")
        return self._mark

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        self._database.close()


def path_literal(path: Path) -> str:
    """A path as COPY takes it, which knows no parameters: in quotes."""
    escaped = str(path).replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def open_graph(path: Path) -> ladybug.Database:
    """The graph in the file ``path``, to be read: one that has all that this version asks for.

    Raises:
        GraphMissingError: There is none yet.
        GraphOutdatedError: An earlier version built it.
        GraphFileError: The file is something else, or of another version of LadybugDB.
    """
    if not path.is_file() or not path.stat().st_size:
        raise GraphMissingError(path)
    database = open_database(path, read_only=True)
    try:
        with closing(ladybug.Connection(database)) as connection:
            missing = lacking(connection)
    except _UNREADABLE as error:
        database.close()
        raise _unreadable(path, error) from error
    if missing:
        database.close()
        if set(missing) >= {node.label for node in NODES}:
            raise GraphFileError(f"{path}: a LadybugDB database of something else; choose another folder")
        raise GraphOutdatedError(path, missing)
    return database


def open_database(path: Path, *, read_only: bool, pool: int = _POOL) -> ladybug.Database:
    """The LadybugDB database in ``path``.

    Raises:
        GraphFileError: The engine cannot read it; the message says why and what to do.
    """
    try:
        return ladybug.Database(path, read_only=read_only, buffer_pool_size=pool)
    except _UNREADABLE as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> GraphFileError:
    advice = "rebuild it from the store with `wartagraf load`"
    if "different version" in str(error):
        return GraphFileError(f"{path}: written by another version of LadybugDB; {advice}")
    return GraphFileError(f"{path}: not a graph this program can read ({first_line(error)}); {advice}")


def execute(
    connection: ladybug.Connection,
    query: str,
    parameters: Mapping[str, Any] | None = None,
    *,
    seconds: float = 0.0,
) -> ladybug.QueryResult:
    """The engine's answer to one statement.

    Raises:
        QueryError: The engine refused; its own words, in one line.
    """
    try:
        result = connection.execute(query, dict(parameters or {}))
    except RuntimeError as error:
        if "Interrupted" in str(error):
            raise QueryTimeoutError(seconds) from error
        if _OUT_OF_MEMORY.search(str(error)):
            raise QueryMemoryError from error
        raise QueryError(first_line(error)) from error
    if isinstance(result, list):
        raise QueryError("one statement at a time")
    return result


def _plain(value: Any) -> Any:
    """A value without the engine's inner ids: nodes and edges as dicts of their label and own properties."""
    if isinstance(value, dict):
        return {
            "label" if name == "_LABEL" else name.lstrip("_").lower() if name in _PATH else name: _plain(part)
            for name, part in value.items()
            if name not in _INNER and not ("_LABEL" in value and part is None)
        }
    return [_plain(part) for part in value] if isinstance(value, list) else value


_INNER = frozenset({"_ID", "_SRC", "_DST"})
_PATH = frozenset({"_NODES", "_RELS"})
