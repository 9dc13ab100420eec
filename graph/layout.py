"""What derives from the schema: the tables of rows that are staged and copied, LadybugDB's DDL, the docs."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.schema import EDGES, NODES, Edge, Node, Property, Type


@dataclass(frozen=True, slots=True)
class TableSpec:
    """One table of rows, as staging, COPY and exports need it: a label, or an edge type between two labels.

    Attributes:
        name: The label, or TYPE:From:To.
        columns: All columns, ``id`` or ``source`` and ``target`` first.
        key: The columns that tell one row from another.
        of: The declaration behind it.
        pair: Labels of the two ends, for edges.
    """

    name: str
    columns: tuple[Property, ...]
    key: tuple[str, ...]
    of: Node | Edge
    pair: tuple[str, str] | None = None


_ENDS = (
    Property("source", Type.STRING, "id of the node it leads from"),
    Property("target", Type.STRING, "id of the node it leads to"),
)


def tables() -> Iterator[TableSpec]:
    """Every table of the graph, nodes first, in the order of the declarations."""
    for node in NODES:
        yield TableSpec(node.label, node.properties, ("id",), node)
    for edge in EDGES:
        for source, target in edge.pairs:
            name = edge_table(edge.type, source, target)
            key = ("source", "target", *edge.key)
            yield TableSpec(name, _ENDS + edge.properties, key, edge, (source, target))


def edge_table(type_: str, source: str, target: str) -> str:
    """Name of the table of one edge type between two labels: ``SAID:Person:Statement``."""
    return f"{type_}:{source}:{target}"


def ladybug_ddl() -> Iterator[str]:
    """The statements that make empty tables in LadybugDB."""
    for node in NODES:
        columns = ", ".join(f"{p.name} {p.type}" for p in node.properties)
        yield f"CREATE NODE TABLE {node.label}({columns}, PRIMARY KEY(id))"
    for edge in EDGES:
        parts = [f"FROM {source} TO {target}" for source, target in edge.pairs]
        parts += [f"{p.name} {p.type}" for p in edge.properties]
        yield f"CREATE REL TABLE {edge.type}({', '.join(parts)})"


def describe() -> str:
    """The schema as Markdown: a table of nodes and a table of edges."""
    lines = ["| node | says | properties |", "| --- | --- | --- |"]
    lines += [f"| {n.label} | {n.doc} | {_list(n.properties)} |" for n in NODES]
    lines += ["", "| edge | from, to | says | properties |", "| --- | --- | --- | --- |"]
    for edge in EDGES:
        pairs = ", ".join(f"{source}→{target}" for source, target in edge.pairs)
        lines.append(f"| {edge.type} | {pairs} | {edge.doc} | {_list(edge.properties)} |")
    return "\n".join(lines) + "\n"


def _list(properties: tuple[Property, ...]) -> str:
    return "; ".join(f"`{p.name}` ({p.doc})" for p in properties)
