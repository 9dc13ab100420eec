"""The whole graph in memory, for NetworkX."""

import sys
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from graph.engine import Graph
from graph.schema import EDGES, NODES, Edge, Property

if TYPE_CHECKING:
    import networkx as nx

_AN_HOUR = 3600.0  # seconds; a whole graph may take longer than a question


def to_networkx(graph: Graph) -> "nx.MultiDiGraph[str]":
    """Every node and edge of ``graph`` with its properties; those that are null are left out.

    A node is called "Label:id", as two labels may have the same id, and carries ``label``. The key of an edge is
    its type, with what else tells it from others between the same nodes: "SAID", "HOLDS:wali kota",
    "INVOKES:64-77:Rp500 ribu" (the place of the words and the penalty).
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
        for source, target in edge.pairs:
            query = f"MATCH (a:{source})-[e:{edge.type}]->(b:{target}) RETURN {names}"
            found = [(start, end, _properties(edge.properties, rest)) for start, end, *rest in _rows(graph, query)]
            keyed = [(start, end, _key(edge, properties), properties) for start, end, properties in found]
            for start, end, key, properties in sorted(keyed, key=itemgetter(0, 1, 2)):
                network.add_edge(f"{source}:{start}", f"{target}:{end}", key=key, type=edge.type, **properties)
    return network


def _rows(graph: Graph, query: str) -> tuple[tuple[Any, ...], ...]:
    return graph.run(query, seconds=_AN_HOUR, max_rows=sys.maxsize).rows


def _key(edge: Edge, properties: Mapping[str, Any]) -> str:
    values = (properties[name] for name in edge.key)
    return ":".join([edge.type, *("-".join(map(str, v)) if isinstance(v, list) else str(v) for v in values)])


def _properties(declared: Sequence[Property], values: Sequence[Any]) -> dict[str, Any]:
    pairs = zip(declared, values, strict=True)
    return {p.name: value for p, value in pairs if value is not None}
