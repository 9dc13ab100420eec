"""The graph as it is, or a part of it, for NetworkX."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from graph.engine import Graph
from graph.errors import NetworkError
from graph.networks.nodes import described, node_name, present
from graph.networks.reading import look_up, read_all
from graph.networks.scope import EVERYTHING, Scope
from graph.schema import EDGES, NODES, Edge

if TYPE_CHECKING:
    import networkx as nx

Ids = Mapping[str, list[str]]
"""Ids of nodes by their label."""
_LABELS = tuple(node.label for node in NODES)


def to_networkx(
    graph: Graph, *, labels: Collection[str] = _LABELS, scope: Scope = EVERYTHING
) -> "nx.MultiDiGraph[str]":
    """The nodes and edges of ``graph`` with their properties; those that are null are left out.

    A node is called "Label:id", as two labels may have the same id, and carries ``label``. The key of an edge is
    its type, with what else tells it from others between the same nodes: "SAID", "HOLDS:wali kota",
    "INVOKES:64-77:Rp500 ribu" (the place of the words and the penalty).

    Args:
        graph: The graph, on any engine.
        labels: Only nodes of these labels, and the edges among them.
        scope: Only these statements, what an edge joins to them, the papers of their articles, and all edges among
            these nodes.

    Raises:
        NetworkError: A label that the graph does not know, or more than fits into memory.
    """
    import networkx as nx  # noqa: PLC0415 - takes a quarter of a second, and few commands need it

    if unknown := sorted(set(labels) - set(_LABELS)):
        raise NetworkError(f"no label {unknown[0]!r}; there are: {', '.join(_LABELS)}")
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    chosen = None if scope == EVERYTHING else _around(graph, scope)
    for node in NODES:
        if node.label in labels:
            network.add_nodes_from(described(graph, node, None if chosen is None else chosen[node.label]))
    for edge, source, target in _tables(labels):
        for start, end, key, properties in _edges(graph, edge, source, target, chosen):
            if end in network:
                network.add_edge(start, end, key=key, type=edge.type, **properties)
    return network


def _tables(labels: Collection[str]) -> Iterator[tuple[Edge, str, str]]:
    """Every type of edge with the labels it leads from and to, where both are wanted."""
    return ((edge, *pair) for edge in EDGES for pair in edge.pairs if {*pair} <= {*labels})


def _around(graph: Graph, scope: Scope) -> Ids:
    """The statements in ``scope``, what is tied to them, and the papers of their articles."""
    chosen: defaultdict[str, set[str]] = defaultdict(set)
    chosen["Statement"] = {id_ for (id_,) in read_all(graph, scope.query("statements"), scope.parameters()).rows}
    for centre in ("Statement", "Article"):
        ids = sorted(chosen[centre])
        for edge, source, target in _tables(_LABELS):
            if centre == source and (centre == "Statement" or edge.type == "PUBLISHED_BY"):
                query = f"UNWIND $ids AS one MATCH (:{source} {{id: one}})-[:{edge.type}]->(n:{target}) RETURN n.id"
                chosen[target].update(id_ for (id_,) in look_up(graph, query, ids))
            if centre == target == "Statement":
                query = f"UNWIND $ids AS one MATCH (n:{source})-[:{edge.type}]->(:{target} {{id: one}}) RETURN n.id"
                chosen[source].update(id_ for (id_,) in look_up(graph, query, ids))
    return defaultdict(list, {label: sorted(found) for label, found in chosen.items()})


def _edges(
    graph: Graph, edge: Edge, source: str, target: str, chosen: Ids | None
) -> list[tuple[str, str, str, dict[str, Any]]]:
    """The edges of one type between two labels, from the ``chosen`` nodes or all: start, end, key, properties."""
    wanted = ", ".join(["a.id", "b.id", *(f"e.{p.name}" for p in edge.properties)])
    way = f"-[e:{edge.type}]->(b:{target}) RETURN {wanted}"
    if chosen is None:
        rows = iter(read_all(graph, f"MATCH (a:{source}){way}").rows)
    else:
        rows = look_up(graph, f"UNWIND $ids AS one MATCH (a:{source} {{id: one}}){way}", chosen[source])
    found = [(start, end, present(edge.properties, values)) for start, end, *values in rows]
    keyed = [(node_name(source, a), node_name(target, b), _key(edge, values), values) for a, b, values in found]
    return sorted(keyed, key=itemgetter(0, 1, 2))


def _key(edge: Edge, properties: Mapping[str, Any]) -> str:
    values = (properties[name] for name in edge.key)
    return ":".join([edge.type, *("-".join(map(str, v)) if isinstance(v, list) else str(v) for v in values)])
