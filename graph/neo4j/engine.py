"""The server engine: a Neo4j database, read over bolt. Its answers look as those of the embedded one."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Self

from neo4j.graph import Entity, Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

from graph.neo4j.connection import PATIENCE, Database
from graph.neo4j.cypher import INDEX
from graph.options import Address
from graph.schema import EDGES, NODES
from graph.tables import Table

_AHEAD = 1000  # records on their way at a time
_DAYS = 30  # of a month, as LadybugDB counts


class Neo4j:
    """A database of a server. Each query reads in a transaction of its own, which is rolled back."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def connect(cls, server: Address) -> Self:
        """The database at ``server``.

        Raises:
            ServerError: It does not answer, or refuses.
        """
        return cls(Database.connect(server))

    def answer(self, query: str, parameters: Mapping[str, Any], *, seconds: float, max_rows: int) -> Table:
        """What the server answers.

        Raises:
            QueryError: The query is wrong, or took too long.
            ServerError: The server is gone.
        """
        ahead = max(1, min(max_rows, _AHEAD))
        with self._database.reading(query, parameters, seconds=seconds, ahead=ahead) as result:
            records = result.fetch(max_rows)
            cut = result.peek() is not None
            rows = tuple(tuple(map(_plain, record.values())) for record in records)
            return Table(columns=tuple(result.keys()), rows=rows, cut=cut)

    def mark(self) -> str:
        """The mark of the load that filled the database; "" where it has none."""
        found = self.answer(f"MATCH (n:{INDEX}) RETURN n.mark", {}, seconds=PATIENCE, max_rows=1)
        return str(found.rows[0][0]) if found else ""

    def close(self) -> None:
        """Let go of the connections."""
        self._database.close()


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
