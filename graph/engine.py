"""The graph, open for reading: one face over an embedded file (LadybugDB) and over a server (Neo4j)."""

from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from graph.confined import Confined
from graph.embedded import Embedded, execute, open_database
from graph.errors import GraphError, IndexMissingError, ParameterError
from graph.guard import parameters_of, reading
from graph.index import Index
from graph.questions import named_query
from graph.tables import Table

__all__ = ["ROWS", "SECONDS", "Engine", "Graph", "execute", "graph_is_whole", "open_database"]

SECONDS = 30.0
ROWS = 1_000_000


class Engine(Protocol):
    """A database that answers Cypher. It may be asked from several threads.

    Nodes and edges come as dicts of ``label`` and the properties they have, paths as dicts of ``nodes`` and
    ``rels``; all else as texts, numbers, truth values, days, None, and lists and dicts of them.
    """

    def answer(self, query: str, parameters: Mapping[str, Any], *, seconds: float, max_rows: int) -> Table:
        """What ``query`` answers, stopped after ``seconds``; rows past ``max_rows`` are left out.

        Raises:
            QueryError: The query is wrong, or took too long; the message is one line.
        """
        ...

    def mark(self) -> str:
        """The mark of the build that made the graph; "" where it has none."""
        ...

    def close(self) -> None:
        """Let go of file or connection."""
        ...


class Graph:
    """A graph, open for reading. A file may be read by many, also while a build replaces it.

    Safe to share between threads; queries of one ``Graph`` run one after another.
    """

    def __init__(self, engine: Engine, beside: Path | None = None) -> None:
        """A graph whose index, which some named queries need, lies beside the file ``beside``."""
        self._engine = engine
        self._beside = beside
        self._indexes: dict[str, Index] = {}  # of each build that was asked so far

    @classmethod
    def open(cls, path: Path, *, confined: bool = False) -> Self:
        """The graph in the file ``path``.

        Args:
            path: A file that `wartagraf build` made.
            confined: Whether each query runs in a process of its own (``graph.confined``), as those of strangers
                should.

        Raises:
            GraphMissingError: There is none yet.
            GraphFileError: The file is something else, or of another version of Wartagraf or LadybugDB.
        """
        opening = partial(Embedded.open, path)
        graph = cls(Confined(opening) if confined else opening(), path)
        if not confined:
            with suppress(IndexMissingError):
                graph.index()  # now: a build may take it away while the graph is open
        return graph

    @classmethod
    def connect(  # noqa: PLR0913 - what a login takes
        cls,
        url: str,
        *,
        user: str,
        password: str,
        database: str = "neo4j",
        confined: bool = False,
        beside: Path | None = None,
    ) -> Self:
        """The graph in a Neo4j server, at ``bolt://host:port`` or ``neo4j://host:port``.

        Args:
            url: Where it listens.
            user: Who logs in.
            password: With which password.
            database: Which database of the server.
            confined: As with ``open``; it bounds the client, the server has bounds of its own.
            beside: The file beside which the load put the index of the graph; some named queries need it.

        Raises:
            ServerError: It does not answer, or does not let ``user`` in.
        """
        opening = partial(_connected, url, user=user, password=password, database=database)
        return cls(Confined(opening, files=True) if confined else opening(), beside)

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
        checked = reading(query)
        given = dict(parameters or {})
        _check_parameters(parameters_of(query), given)
        return self._engine.answer(checked, given, seconds=seconds, max_rows=max_rows)

    def ask(self, name: str, /, **parameters: Any) -> Table:
        """What the named query answers; parameters left out take their defaults.

        Raises:
            QueryError: No such query, or parameters that do not fit it.
        """
        query = named_query(name)
        values: dict[str, Any] = {**query.bind(parameters)}
        if query.finding:
            values["found"] = self.index().find(query.finding, values)
            if not values["found"]:
                return Table(query.columns, ())
        answer = self._engine.answer(query.text, query.of_cypher(values), seconds=SECONDS, max_rows=ROWS)
        return query.arrange(answer, values.get("limit"))

    def index(self) -> Index:
        """The index that was made with this very graph.

        Raises:
            IndexMissingError: It is not there.
        """
        mark = self._engine.mark()  # that of a server changes with every load
        if mark not in self._indexes:
            self._indexes[mark] = Index.open(self._beside, mark)
        return self._indexes[mark]

    def close(self) -> None:
        """Let go of the file or the connection."""
        self._engine.close()
        for index in self._indexes.values():
            index.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def graph_is_whole(path: Path, *, indexed: bool = False) -> bool:
    """Whether the file ``path`` opens as a graph and answers; not whether each of its rows is sound.

    With ``indexed``, its index must lie beside it too.

    False where it is missing, cut short, something else, or of another version. A page overwritten
    in the midst may go unnoticed, or crash the engine and with it the process.
    """
    try:
        with Graph.open(path) as graph:
            graph.run("MATCH (a:Article) RETURN count(*)")
            if indexed:
                graph.index()
    except GraphError:
        return False
    return True


def _connected(url: str, **login: str) -> Engine:
    from graph.neo4j.engine import Neo4j  # noqa: PLC0415 - a second of imports that a file does without
    from graph.options import Address  # noqa: PLC0415 - likewise

    return Neo4j.connect(Address(url=url, **login))


def _check_parameters(used: frozenset[str], given: Mapping[str, Any]) -> None:
    if missing := sorted(used - given.keys()):
        raise ParameterError(f"no value for ${missing[0]}; the query uses " + ", ".join(sorted(used)))
    if unknown := sorted(given.keys() - used):
        names = ", ".join(sorted(used)) or "none"
        raise ParameterError(f"the query has no parameter ${unknown[0]}; it uses {names}")
