"""Long answers of the graph: as long as they take, and in parts where many ids are looked up."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.engine import Graph
from graph.errors import NetworkError
from graph.tables import Table

ROWS = 5_000_000  # an answer of so many takes three or four gigabytes
_AN_HOUR = 3600.0  # seconds; a network of a whole graph may take longer than a question
_AT_ONCE = 10_000  # ids a query looks up


def read_all(graph: Graph, query: str, parameters: Mapping[str, Any] | None = None, *, rows: int = ROWS) -> Table:
    """The whole answer to ``query``.

    Raises:
        NetworkError: It has more rows than fit into memory.
    """
    table = graph.run(query, parameters, seconds=_AN_HOUR, max_rows=rows)
    if table.cut:
        raise NetworkError(f"the network has more than {rows:,} rows; choose a rule, a region or fewer days")
    return table


def look_up(graph: Graph, query: str, ids: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """The rows of ``query``, which unwinds ``$ids``, asked for some thousands of ``ids`` at a time."""
    for start in range(0, len(ids), _AT_ONCE):
        yield from read_all(graph, query, {"ids": ids[start : start + _AT_ONCE]}).rows
