"""The embedded graph: a LadybugDB file, opened for reading. Nothing else in ``graph`` but the loading knows it."""

from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, Self

import ladybug

from graph.errors import (
    GraphError,
    GraphFileError,
    GraphMissingError,
    ParameterError,
    QueryError,
    QueryTimeoutError,
)
from graph.guard import check_read_only, parameters_of
from graph.named_queries import named_query
from graph.tables import Table

_POOL = 512 * 2**20  # bytes of pages kept in memory; a query that needs more fails, the machine does not
SECONDS = 30.0
ROWS = 1_000_000

# A damaged file makes the engine refuse, or believe in a size or a place that cannot be.
_UNREADABLE = (RuntimeError, ValueError, IndexError, MemoryError)


class Graph:
    """A graph file, open for reading. Many may read the same file, also while a build replaces it.

    Safe to share between threads; queries of one ``Graph`` run one after another.
    """

    def __init__(self, database: ladybug.Database, path: Path) -> None:
        self.path = path
        self._database = database
        self._connection = ladybug.Connection(database)
        self._lock = Lock()

    @classmethod
    def open(cls, path: Path) -> Self:
        """The graph in the file ``path``.

        Raises:
            GraphMissingError: There is none yet.
            GraphFileError: The file is something else, or of another version of LadybugDB.
        """
        if not path.is_file() or not path.stat().st_size:
            raise GraphMissingError(path)
        return cls(open_database(path, read_only=True), path)

    def run(
        self,
        query: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        seconds: float = SECONDS,
        max_rows: int = ROWS,
    ) -> Table:
        """What a single reading statement answers.

        Args:
            query: Cypher.
            parameters: A value for each ``$name`` in it, no more and no fewer.
            seconds: How long it may take.
            max_rows: Rows past this are left out, and the table's ``cut`` says so.

        Raises:
            QueryError: The query does more than read, does not fit its parameters, is wrong, or took too long.
        """
        check_read_only(query)
        given = dict(parameters or {})
        _check_parameters(parameters_of(query), given)
        with self._lock:
            self._connection.set_query_timeout(max(1, int(seconds * 1000)))
            result = execute(self._connection, query, given, seconds=seconds)
            try:
                rows = result.get_n(max_rows)
                return Table(
                    columns=tuple(result.get_column_names()),
                    rows=tuple(tuple(map(_plain, row)) for row in rows),
                    cut=result.has_next(),
                )
            finally:
                result.close()

    def ask(self, name: str, /, **parameters: Any) -> Table:
        """What the named query answers; parameters left out take their defaults.

        Raises:
            QueryError: No such query, or parameters that do not fit it.
        """
        query = named_query(name)
        return query.arrange(self.run(query.text, query.bind(parameters)))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def graph_is_whole(path: Path) -> bool:
    """Whether the file ``path`` opens as a graph and answers; not whether each of its rows is sound.

    False where it is missing, cut short, something else, or of another version of LadybugDB. A page overwritten
    in the midst may go unnoticed, or crash the engine and with it the process.
    """
    try:
        with Graph.open(path) as graph:
            graph.run("MATCH (a:Article) RETURN count(*)")
    except GraphError:
        return False
    return True


def open_database(path: Path, *, read_only: bool, pool: int = _POOL) -> ladybug.Database:
    """The LadybugDB database in ``path``.

    Raises:
        GraphFileError: The engine cannot read it; the message says why and what to do.
    """
    try:
        return ladybug.Database(path, read_only=read_only, buffer_pool_size=pool)
    except _UNREADABLE as error:
        advice = "rebuild it from the store with `wartagraf load`"
        if "different version" in str(error):
            raise GraphFileError(f"{path}: written by another version of LadybugDB; {advice}") from error
        raise GraphFileError(f"{path}: not a graph this program can read ({_line(error)}); {advice}") from error


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
        raise QueryError(_line(error)) from error
    if isinstance(result, list):
        raise QueryError("one statement at a time")
    return result


def _check_parameters(used: frozenset[str], given: Mapping[str, Any]) -> None:
    if missing := sorted(used - given.keys()):
        raise ParameterError(f"no value for ${missing[0]}; the query uses " + ", ".join(sorted(used)))
    if unknown := sorted(given.keys() - used):
        names = ", ".join(sorted(used)) or "none"
        raise ParameterError(f"the query has no parameter ${unknown[0]}; it uses {names}")


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


def _line(error: Exception) -> str:
    return " ".join(str(error).split("\n", 1)[0].split())
