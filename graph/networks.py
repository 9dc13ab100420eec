"""The whole graph in memory, for NetworkX."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from graph.engine import Graph
from graph.schema import EDGES, NODES, Property

if TYPE_CHECKING:
    import networkx as nx

_AN_HOUR = 3600.0  # seconds; a whole graph may take longer than a question


def to_networkx(graph: Graph) -> "nx.MultiDiGraph[str]":
    """Every node and edge of ``graph`` with its properties; those that are null are left out.

    A node is called "Label:id", as two labels may have the same id, and carries ``label``. The key of an edge is
    its type, with what else tells it from others between the same nodes: "SAID", "HOLDS:wali kota".
    """
    import networkx as nx  # noqa: PLC0415 - takes a quarter of a second, and few commands need it

    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in NODES:
        names = ", ".join(f"n.{p.name}" for p in node.properties)
        for values in _rows(graph, f"MATCH (n:{node.label}) RETURN {names} ORDER BY n.id"):
            properties = _properties(node.properties, values)
            network.add_node(f"{node.label}:{values[0]}", label=node.label, **properties)
    for edge in EDGES:
        names = ", ".join(["a.id", "b.id", *(f"e.{p.name}" for p in edge.properties)])
        order = ", ".join(["a.id", "b.id", *(f"e.{name}" for name in edge.key)])
        for source, target in edge.pairs:
            query = f"MATCH (a:{source})-[e:{edge.type}]->(b:{target}) RETURN {names} ORDER BY {order}"
            for start, end, *rest in _rows(graph, query):
                properties = _properties(edge.properties, rest)
                key = ":".join([edge.type, *(str(properties[name]) for name in edge.key)])
                network.add_edge(f"{source}:{start}", f"{target}:{end}", key=key, type=edge.type, **properties)
    return network


def _rows(graph: Graph, query: str) -> tuple[tuple[Any, ...], ...]:
    return graph.run(query, seconds=_AN_HOUR, max_rows=sys.maxsize).rows


def _properties(declared: Sequence[Property], values: Sequence[Any]) -> dict[str, Any]:
    pairs = zip(declared, values, strict=True)
    return {p.name: value for p, value in pairs if value is not None}
