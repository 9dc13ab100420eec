"""Who meets where: the rows that networks are folded from, counted by the graph's engine, not one a statement."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.engine import Graph
from graph.networks.nodes import node_name
from graph.networks.reading import read_all
from graph.networks.scope import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Incidence:
    """A member of a network (a speaker, a rule) at a hub where it may meet others (a rule, an article).

    Attributes:
        member: The node as networks call it: "Person:budi-3f".
        hub: Id of the hub.
        statements: How many statements put it there.
        first: Day of the earliest of them, or empty where none is dated.
        last: Day of the latest.
        evidence: Ids of the earliest and of the latest of them.
    """

    member: str
    hub: str
    statements: int
    first: str
    last: str
    evidence: tuple[str, ...]


def read_incidences(graph: Graph, query: str, scope: Scope) -> Iterator[Incidence]:
    """The answer of ``queries/<query>.cypher`` over the statements in ``scope``, by hub.

    Raises:
        NetworkError: There are too many for the memory of one machine.
    """
    return map(_incidence, read_all(graph, scope.query(query), scope.parameters()).dicts())


def _incidence(row: dict[str, Any]) -> Incidence:
    first, _, earliest = (row["first"] or "").partition("|")
    last, _, latest = (row["last"] or "").partition("|")
    return Incidence(
        member=node_name(row["label"], row["member"]),
        hub=row["hub"],
        statements=row["statements"],
        first=first,
        last=last,
        evidence=tuple(dict.fromkeys((earliest, latest) if earliest else (row["least"],))),
    )
