"""The tables of a graph that a Neo4j server holds, row by row on their way into a file."""

from dataclasses import replace
from itertools import islice
from pathlib import Path

from graph.exports.errors import ExportError
from graph.layout import TableSpec
from graph.neo4j.connection import Database
from graph.neo4j.cypher import rows_of
from graph.options import Address
from graph.parquet import ParquetFile

_BATCH = 1_000  # rows handed on at a time


class ServedGraph:
    """A graph in a database, to be copied out; nodes and edges of others are left out."""

    def __init__(self, server: Address) -> None:
        """Connect to the database at ``server``.

        Raises:
            ServerError: It does not answer, or refuses.
        """
        self._database = Database.connect(server)

    def copy(self, spec: TableSpec, stem: Path) -> None:
        """Write the rows of a table to a Parquet file.

        Raises:
            ServerError: The server is gone, or refuses.
            ExportError: There is no room.
        """
        file = ParquetFile(_with_ends(spec), stem.with_name(f"{stem.name}-000000.parquet"))
        rows = self._database.rows(rows_of(spec))
        try:
            while batch := list(islice(rows, _BATCH)):
                file.add(batch)
            file.close(empty=True)
        except OSError as error:
            raise ExportError(f"{file.path.parent}: cannot write there ({error}); make room") from error

    def close(self) -> None:
        """Let go of the connections."""
        self._database.close()


def _with_ends(spec: TableSpec) -> TableSpec:
    """``spec`` with the ends of an edge named as exports name them."""
    if not spec.pair:
        return spec
    source, target, *rest = spec.columns
    return replace(spec, columns=(replace(source, name="source_id"), replace(target, name="target_id"), *rest))
