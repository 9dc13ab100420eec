"""The tables of a graph file, copied range by range: LadybugDB keeps a whole answer in its pool of pages."""

from pathlib import Path

import ladybug

from graph.embedded import execute, open_graph, path_literal
from graph.errors import QueryError
from graph.exports.errors import ExportError
from graph.layout import TableSpec

# Rows of the first label read by one COPY, which holds them in the pool of 512 MB: articles carry their text. On a
# million statements (128,000 articles) this took 745 MB; the whole of the articles at once did not fit.
_STEP = 100_000
_FEW = 10_000


class GraphFile:
    """A graph file, open to be copied out."""

    def __init__(self, path: Path) -> None:
        """Open the graph in ``path``.

        Raises:
            GraphMissingError: There is no graph yet.
            GraphFileError: The file is something else, or of another version.
        """
        self._path = path
        self._database = open_graph(path)
        self._graph = ladybug.Connection(self._database)

    def copy(self, spec: TableSpec, stem: Path) -> None:
        """Write the rows of a table to Parquet files.

        Raises:
            ExportError: They cannot be read or written.
        """
        step = _FEW if spec.name == "Article" else _STEP
        match, values = _pattern(spec)
        for part, low in enumerate(range(0, max(self._nodes(spec), 1), step)):
            file = stem.with_name(f"{stem.name}-{part:06}.parquet")
            where = f"WHERE offset(id(a)) >= {low} AND offset(id(a)) < {low + step}"
            try:
                execute(self._graph, f"COPY ({match} {where} RETURN {values}) TO {path_literal(file)}").close()
            except QueryError as error:
                advice = "make room there, or build the graph anew with `wartagraf load` if it is damaged"
                raise ExportError(f"{self._path}: cannot be copied to {file.parent} ({error}); {advice}") from error

    def close(self) -> None:
        """Let go of the file."""
        self._graph.close()
        self._database.close()

    def _nodes(self, spec: TableSpec) -> int:
        label = spec.pair[0] if spec.pair else spec.name
        answer = execute(self._graph, f"MATCH (a:{label}) RETURN coalesce(max(offset(id(a))), -1)")
        (last,) = answer.get_next()
        answer.close()
        return int(last) + 1


def _pattern(spec: TableSpec) -> tuple[str, str]:
    """The MATCH clause and the values of a table in Cypher."""
    if not spec.pair:
        return f"MATCH (a:{spec.name})", ", ".join(f"a.{p.name} AS {p.name}" for p in spec.columns)
    source, target = spec.pair
    type_ = spec.name.split(":", 1)[0]
    values = ["a.id AS source_id", "b.id AS target_id", *(f"e.{p.name} AS {p.name}" for p in spec.columns[2:])]
    return f"MATCH (a:{source})-[e:{type_}]->(b:{target})", ", ".join(values)
