"""Where exports read the tables of a graph: its file, or a database of a Neo4j server."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from graph.layout import TableSpec
from graph.options import Address


class Source(Protocol):
    """A graph whose tables can be copied out."""

    def copy(self, spec: TableSpec, stem: Path) -> None:
        """Write the rows of a table to one Parquet file or more, named ``stem``, a hyphen and a number.

        The columns are those of the table, the ends of an edge as ``source_id`` and ``target_id``.
        """
        ...

    def close(self) -> None:
        """Let go of file or connection."""
        ...


@contextmanager
def opened_source(place: Path | Address) -> Iterator[Source]:
    """The graph in a file, or at the address of a server.

    Raises:
        GraphError: There is none, or the server does not answer.
    """
    source = _served(place) if isinstance(place, Address) else _file(place)
    try:
        yield source
    finally:
        source.close()


def _file(path: Path) -> Source:
    from graph.exports.graph_file import GraphFile  # noqa: PLC0415 - each engine takes its time, and one is enough

    return GraphFile(path)


def _served(server: Address) -> Source:
    from graph.exports.served import ServedGraph  # noqa: PLC0415 - likewise

    return ServedGraph(server)
