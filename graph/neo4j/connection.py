"""A database of a Neo4j server, to read from and to write to; whatever goes wrong is told with the next step."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from typing import Any, Self, cast
from urllib.parse import urlsplit

from neo4j import READ_ACCESS, Driver, GraphDatabase, ManagedTransaction, NotificationMinimumSeverity, Query, Result
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from graph.errors import GraphError, QueryError, QueryMemoryError, QueryTimeoutError, ServerError, first_line
from graph.options import PASSWORD, Address

PATIENCE = 15.0  # seconds until a server that does not answer is given up

_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_AHEAD = 10_000  # records on their way at a time

_ADVICE = {
    "Neo.ClientError.Database.DatabaseNotFound": "name another with --database; most servers call theirs neo4j",
    "Neo.ClientError.Security.Forbidden": "name another user with --user",
    "Neo.ClientError.Security.CredentialsExpired": "set another password in the server first",
    "Neo.ClientError.Cluster.NotALeader": "use neo4j:// in place of bolt://",
}
_MEMORY = ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "Neo.TransientError.General.OutOfMemoryError")


class Database:
    """A database that answers and takes what it is given. May be used from several threads."""

    def __init__(self, driver: Driver, server: Address) -> None:
        self._driver = driver
        self._server = server

    @classmethod
    def connect(cls, server: Address) -> Self:
        """The database at ``server``, to be closed.

        Raises:
            ServerError: It does not answer, or refuses.
        """
        _check(server.url)
        with _told(server):
            driver = GraphDatabase.driver(
                server.url,
                auth=(server.user, server.password) if server.password else None,
                connection_timeout=PATIENCE,
                connection_acquisition_timeout=PATIENCE,
                notifications_min_severity=NotificationMinimumSeverity.OFF,
            )
        database = cls(driver, server)
        try:
            database.number("RETURN 1")
        except ServerError:
            driver.close()
            raise
        return database

    @classmethod
    def open(cls, server: Address) -> closing[Self]:
        """The database at ``server``, until a ``with`` ends.

        Raises:
            ServerError: It does not answer, or refuses.
        """
        return closing(cls.connect(server))

    def rows(self, query: str, **parameters: Any) -> Iterator[Sequence[Any]]:
        """What ``query`` answers, row by row."""
        with _told(self._server), self._driver.session(database=self._server.database, fetch_size=_AHEAD) as session:
            for record in session.run(_query(query), parameters):
                yield record.values()

    def number(self, query: str) -> int:
        """The one number that ``query`` answers."""
        ((found,),) = self.rows(query)
        return int(found)

    @contextmanager
    def reading(
        self, query: str, parameters: Mapping[str, Any], *, seconds: float, ahead: int = _AHEAD
    ) -> Iterator[Result]:
        """What ``query`` answers, in a transaction that only reads, ends in time, and is rolled back.

        Args:
            query: Cypher, also of strangers.
            parameters: Its values.
            seconds: How long it may take.
            ahead: Records on their way at a time.

        Raises:
            QueryError: It is wrong, or took too long.
            ServerError: The server is gone, or refuses.
        """
        name = self._server.database
        with (
            _told(self._server, seconds),
            self._driver.session(database=name, default_access_mode=READ_ACCESS, fetch_size=ahead) as session,
            session.begin_transaction(timeout=max(0.001, seconds)) as transaction,
        ):
            yield transaction.run(cast("Any", query), dict(parameters))

    def run(self, query: str, **parameters: Any) -> None:
        """Run ``query`` in a transaction, again where the server asks for that."""

        def work(transaction: ManagedTransaction) -> None:
            transaction.run(query, parameters).consume()

        with _told(self._server), self._driver.session(database=self._server.database) as session:
            session.execute_write(work)

    def close(self) -> None:
        """Let go of the connections."""
        self._driver.close()


def _query(text: str) -> Query:
    """``text`` as the driver takes it; it wants literals, ours comes from the schema."""
    return Query(cast("Any", text))


def _check(url: str) -> None:
    """Refuse what is no address, and one that holds a secret."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in _SCHEMES and parts.hostname and parts.port != 0
    except ValueError:
        parts, good = urlsplit(""), False
    if parts.password or parts.username:
        raise ServerError(f"a name or password in the address is seen by all; use --user and the variable {PASSWORD}")
    if not good:
        raise ServerError(f"{url}: no address of a Neo4j server; try bolt://localhost:7687")


@contextmanager
def _told(server: Address, seconds: float | None = None) -> Iterator[None]:
    """What fails in here is told as what it is; what a query does that has ``seconds`` is its own fault."""
    try:
        yield
    except AuthError as error:
        have = "the one given is wrong" if server.password else "none is given"
        raise ServerError(
            f"{server.url} does not let {server.user!r} in ({have}); put the password into the variable {PASSWORD}"
        ) from error
    except Neo4jError as error:
        if seconds is not None and error.code not in _ADVICE:
            raise _fault(error, seconds) from error
        advice = _ADVICE.get(error.code or "", "run the same again; what was loaded stays")
        if error.code in _MEMORY:
            advice = "give the server more memory (server.memory.heap.max_size)"
        raise ServerError(
            f"{server.url}, database {server.database!r}: {first_line(error.message)}; {advice}"
        ) from error
    except DriverError as error:
        raise ServerError(
            f"{server.url} does not answer ({first_line(error)}); check address and port, and whether the server runs"
        ) from error


def _fault(error: Neo4jError, seconds: float) -> GraphError:
    """What was wrong with a query, in one line."""
    code = error.code or ""
    if "TransactionTimedOut" in code or "Transaction.Terminated" in code:
        return QueryTimeoutError(seconds)
    if "OutOfMemory" in code:
        return QueryMemoryError()
    return QueryError(first_line(error.message or error))
