"""The server engine: a Neo4j database, read over bolt. Its answers look as those of the embedded one."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Self

from neo4j import READ_ACCESS, Driver, GraphDatabase, NotificationMinimumSeverity
from neo4j.exceptions import AuthError, DriverError, Neo4jError
from neo4j.graph import Entity, Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

from graph.errors import GraphError, QueryError, QueryMemoryError, QueryTimeoutError, ServerError, first_line
from graph.neo4j.cypher import INDEX
from graph.schema import EDGES, NODES
from graph.tables import Table

_SCHEMES = ("bolt://", "bolt+s://", "bolt+ssc://", "neo4j://", "neo4j+s://", "neo4j+ssc://")
_PATIENCE = 10.0  # seconds until a server that does not answer is given up
_AHEAD = 1000  # records on their way at a time
_DAYS = 30  # of a month, as LadybugDB counts


class Neo4j:
    """A database of a server. Each query reads in a transaction of its own, which is rolled back."""

    def __init__(self, driver: Driver, database: str) -> None:
        self._driver = driver
        self._database = database

    @classmethod
    def connect(cls, url: str, *, user: str, password: str, database: str) -> Self:
        """The database ``database`` of the server at ``url``.

        Raises:
            ServerError: It does not answer, or does not let ``user`` in.
        """
        if not url.startswith(_SCHEMES):
            raise ServerError(f"{url}: no address of a Neo4j server; try bolt://host:7687")
        try:
            driver = GraphDatabase.driver(
                url,
                auth=(user, password) if password else None,
                connection_timeout=_PATIENCE,
                connection_acquisition_timeout=_PATIENCE,
                notifications_min_severity=NotificationMinimumSeverity.OFF,
            )
        except (DriverError, ValueError) as error:
            raise ServerError(
                f"{url}: no address of a Neo4j server ({first_line(error)}); try bolt://host:7687"
            ) from error
        engine = cls(driver, database)
        try:
            engine.answer("RETURN 1", {}, seconds=_PATIENCE, max_rows=1)
        except (QueryError, ServerError):
            driver.close()
            raise
        return engine

    def answer(self, query: str, parameters: Mapping[str, Any], *, seconds: float, max_rows: int) -> Table:
        """What the server answers.

        Raises:
            QueryError: The query is wrong, or took too long.
            ServerError: The server is gone.
        """
        ahead = max(1, min(max_rows, _AHEAD))
        try:
            with (
                self._driver.session(
                    database=self._database, default_access_mode=READ_ACCESS, fetch_size=ahead
                ) as session,
                session.begin_transaction(timeout=max(0.001, seconds)) as transaction,
            ):
                result = transaction.run(query, dict(parameters))
                records = result.fetch(max_rows)
                cut = result.peek() is not None
                rows = tuple(tuple(map(_plain, record.values())) for record in records)
                return Table(columns=tuple(result.keys()), rows=rows, cut=cut)
        except (DriverError, Neo4jError) as error:
            raise _told(error, seconds) from error

    def mark(self) -> str:
        """The mark of the load that filled the database; "" where it has none."""
        found = self.answer(f"MATCH (n:{INDEX}) RETURN n.mark", {}, seconds=_PATIENCE, max_rows=1)
        return str(found.rows[0][0]) if found else ""

    def close(self) -> None:
        """Let go of the connections."""
        self._driver.close()


def _told(error: DriverError | Neo4jError, seconds: float) -> GraphError:
    """What went wrong, in one line."""
    if isinstance(error, AuthError):
        advice = "check user and password (commands take it from WARTAGRAF_NEO4J_PASSWORD)"
        return ServerError(f"the server refuses ({first_line(error.message or error)}); {advice}")
    if isinstance(error, DriverError):
        return ServerError(f"the server does not answer ({first_line(error)}); check its address and that it runs")
    if "TransactionTimedOut" in (error.code or "") or "Transaction.Terminated" in (error.code or ""):
        return QueryTimeoutError(seconds)
    if "OutOfMemory" in (error.code or ""):
        return QueryMemoryError()
    return QueryError(first_line(error.message or error))


def _plain(value: Any) -> Any:
    """A value as the embedded engine gives it."""
    match value:
        case Node() | Relationship():
            return _entity(value)
        case Path():
            return {"nodes": [_entity(n) for n in value.nodes], "rels": [_entity(r) for r in value.relationships]}
        case Date() | DateTime() | Time() | Duration():
            return _native(value)
        case list():
            return [_plain(part) for part in value]
        case dict():
            return {name: _plain(part) for name, part in value.items()}
    return value


def _native(value: Date | DateTime | Time | Duration) -> date | datetime | time | timedelta:
    if isinstance(value, Duration):
        days = value.months * _DAYS + value.days
        return timedelta(days=days, seconds=value.seconds, microseconds=value.nanoseconds // 1000)
    return value.to_native()


def _entity(entity: Entity) -> dict[str, Any]:
    """Its label, then what it has of the properties that the schema declares, in that order, then all others."""
    label = entity.type if isinstance(entity, Relationship) else _label(entity.labels)  # type: ignore[attr-defined]
    given = {name: _plain(value) for name, value in entity.items()}
    order = [name for name in _DECLARED.get(label, ()) if name in given]
    return {"label": label, **{name: given[name] for name in order}, **given}


def _label(labels: Iterable[str]) -> str:
    known = sorted(set(labels) & _DECLARED.keys()) or sorted(labels)
    return known[0] if known else ""


_DECLARED: Mapping[str, tuple[str, ...]] = {
    **{node.label: tuple(p.name for p in node.properties) for node in NODES},
    **{edge.type: tuple(p.name for p in edge.properties) for edge in EDGES},
}
