"""What the edges of a node say of it, read beside the nodes: both streams are sorted by id, so none is held."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from graph.exports.names import Names, end_with_address
from graph.exports.reading import GraphTables, Row
from graph.exports.saying import Iri, Said
from graph.exports.vocabulary import vocabulary
from graph.layout import TableSpec

_Group = tuple[str, Iterator[Row]]


class Links:
    """The triples from the nodes of one label to others, by the ids of the nodes in rising order."""

    def __init__(self, tables: GraphTables, spec: TableSpec, names: Names) -> None:
        self._names = names
        self._kinds: list[tuple[tuple[str, ...], str]] = []
        parts = [part for edge in tables.specs() if (part := self._part(tables, edge, spec.name))]
        rows = tables.rows(f"{' UNION ALL '.join(parts)} ORDER BY ALL") if parts else iter(())
        self._groups: Iterator[_Group] = groupby(rows, key=itemgetter(0))
        self._next: _Group | None = next(self._groups, None)

    def of(self, id_: str) -> Said:
        """What is said of the node; ask for nodes in the order of their ids."""
        said: Said = {}
        if self._next and self._next[0] == id_:
            for _, kind, other, url in self._next[1]:
                terms, label = self._kinds[kind]
                for term in terms:
                    said.setdefault(term, []).append(Iri(self._names.node(label, other, url)))
            self._next = next(self._groups, None)
        return said

    def _part(self, tables: GraphTables, edge: TableSpec, label: str) -> str:
        """SQL for the links of a table that start at ``label``; "" where none does."""
        if not edge.pair:
            return ""
        terms, backwards = vocabulary().of_edge(edge)
        near, far = ("target_id", "source_id") if backwards else ("source_id", "target_id")
        start, end = reversed(edge.pair) if backwards else edge.pair
        if start != label:
            return ""
        self._kinds.append((terms, end))
        address, joined = end_with_address(end, "t", far)
        return (
            f"SELECT DISTINCT t.{near}, {len(self._kinds) - 1}, t.{far}, {address} FROM {tables[edge.name]} t {joined}"
        )
