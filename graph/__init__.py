"""From extraction records to the graph and its answers.

>>> from graph import Graph, build_graph
>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     counts = build_graph([], Path(folder) / "graph.lbug")
...     with Graph.open(Path(folder) / "graph.lbug") as graph:
...         len(graph.ask("who-spoke-about-rule", rule="uu/2014/5"))
0
"""

from typing import TYPE_CHECKING

from corpus.lazily import lazily

if TYPE_CHECKING:
    from graph.engine import Graph
    from graph.errors import GraphError
    from graph.loading import GraphCounts, build_graph
    from graph.networks import to_networkx
    from graph.questions import NamedQuery, named_queries
    from graph.tables import Table
else:
    __getattr__ = lazily(
        __name__,
        {
            "graph.engine": ["Graph"],
            "graph.errors": ["GraphError"],
            "graph.loading": ["GraphCounts", "build_graph"],
            "graph.questions": ["NamedQuery", "named_queries"],
            "graph.networks": ["to_networkx"],
            "graph.tables": ["Table"],
        },
    )

__all__ = [
    "Graph",
    "GraphCounts",
    "GraphError",
    "NamedQuery",
    "Table",
    "build_graph",
    "named_queries",
    "to_networkx",
]
