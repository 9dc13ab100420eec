"""The nodes of networks: what they are called, and the properties that the schema declares."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from graph.engine import Graph
from graph.networks.reading import look_up, read_all
from graph.schema import NODES, Node, Property

Described = tuple[str, dict[str, Any]]
"""The name of a node and its attributes."""


def node_name(label: str, id_: str) -> str:
    """What a node is called in networks, as two labels may have the same id.

    >>> node_name("Regulation", "uu/2014/5")
    'Regulation:uu/2014/5'
    """
    return f"{label}:{id_}"


def present(declared: Sequence[Property], values: Sequence[Any]) -> dict[str, Any]:
    """The ``values`` of the ``declared`` properties by name, without those that are null."""
    return {p.name: value for p, value in zip(declared, values, strict=True) if value is not None}


def described(graph: Graph, node: Node, ids: Collection[str] | None = None) -> Iterator[Described]:
    """The nodes of one label with ``label`` and their properties, by id; only those of ``ids`` where they are given."""
    wanted = ", ".join(f"n.{p.name}" for p in node.properties)
    if ids is None:
        rows = iter(read_all(graph, f"MATCH (n:{node.label}) RETURN {wanted} ORDER BY n.id").rows)
    else:
        query = f"UNWIND $ids AS one MATCH (n:{node.label} {{id: one}}) RETURN {wanted} ORDER BY n.id"
        rows = look_up(graph, query, sorted(ids))
    for values in rows:
        yield node_name(node.label, values[0]), {"label": node.label, **present(node.properties, values)}


def described_by_name(graph: Graph, names: Iterable[str]) -> Iterator[Described]:
    """The nodes called ``names``, by label and id."""
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        label, _, id_ = name.partition(":")
        ids[label].append(id_)
    for node in NODES:
        yield from described(graph, node, ids[node.label])
