"""A database of a Neo4j server, to be written to; whatever goes wrong is told in one line, with the next step."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Self, cast
from urllib.parse import urlsplit

from neo4j import Driver, GraphDatabase, ManagedTransaction, NotificationMinimumSeverity, Query
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from graph.errors import ServerError, first_line
from graph.options import PASSWORD, Address

_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_PATIENCE = 15.0  # seconds until a server that does not answer is given up
_AHEAD = 10_000  # records on their way at a time

_MORE_MEMORY = "give the server more memory (server.memory.heap.max_size)"
_ADVICE = {
    "Neo.ClientError.Database.DatabaseNotFound": "name another with --database; most servers call theirs neo4j",
    "Neo.ClientError.Security.Forbidden": "name another user with --user",
    "Neo.ClientError.Security.CredentialsExpired": "set another password in the server first",
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError": _MORE_MEMORY,
    "Neo.TransientError.General.OutOfMemoryError": _MORE_MEMORY,
    "Neo.ClientError.Cluster.NotALeader": "use neo4j:// in place of bolt://",
}


class Database:
    """A database that takes what it is given. May be used from several threads."""

    def __init__(self, driver: Driver, server: Address) -> None:
        self._driver = driver
        self._server = server

    @classmethod
    @contextmanager
    def open(cls, server: Address) -> Iterator[Self]:
        """The database at ``server``, until this ends.

        Raises:
            ServerError: It does not answer, or refuses.
        """
        _check(server.url)
        with _told(server):
            driver = GraphDatabase.driver(
                server.url,
                auth=(server.user, server.password) if server.password else None,
                connection_timeout=_PATIENCE,
                notifications_min_severity=NotificationMinimumSeverity.OFF,
            )
            with driver:
                database = cls(driver, server)
                database.number("RETURN 1")
                yield database

    def rows(self, query: str, **parameters: Any) -> Iterator[Sequence[Any]]:
        """What ``query`` answers, row by row."""
        with _told(self._server), self._driver.session(database=self._server.database, fetch_size=_AHEAD) as session:
            for record in session.run(_query(query), parameters):
                yield record.values()

    def number(self, query: str) -> int:
        """The one number that ``query`` answers."""
        ((found,),) = self.rows(query)
        return int(found)

    def run(self, query: str, **parameters: Any) -> None:
        """Run ``query`` in a transaction, again where the server asks for that."""

        def work(transaction: ManagedTransaction) -> None:
            transaction.run(query, parameters).consume()

        with _told(self._server), self._driver.session(database=self._server.database) as session:
            session.execute_write(work)


def _query(text: str) -> Query:
    """``text`` as the driver takes it; it wants literals, ours comes from the schema."""
    return Query(cast("Any", text))


def _check(url: str) -> None:
    parts = urlsplit(url)
    if parts.password or parts.username:
        raise ServerError(f"a name or password in the address is seen by all; use --user and the variable {PASSWORD}")
    if parts.scheme not in _SCHEMES or not parts.hostname:
        raise ServerError(f"{url}: no address of a Neo4j server; try bolt://localhost:7687")


@contextmanager
def _told(server: Address) -> Iterator[None]:
    """What fails in here is told as what it is."""
    try:
        yield
    except AuthError as error:
        have = "the one given is wrong" if server.password else "none is given"
        raise ServerError(
            f"{server.url} does not let {server.user!r} in ({have}); put the password into the variable {PASSWORD}"
        ) from error
    except Neo4jError as error:
        advice = _ADVICE.get(error.code or "", "run the same again; what was loaded stays")
        raise ServerError(
            f"{server.url}, database {server.database!r}: {first_line(error.message)}; {advice}"
        ) from error
    except (DriverError, ValueError) as error:
        raise ServerError(
            f"{server.url} does not answer ({first_line(error)}); check address and port, and whether the server runs"
        ) from error
