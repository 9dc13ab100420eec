"""The graph file as the explorer sees it: always the one that stands there now."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from graph.engine import Graph
from graph.errors import GraphMissingError

Row = dict[str, Any]
Stamp = tuple[int, int, int]


class LiveGraph:
    """A graph file that may be rebuilt at any time; a build puts a new file in the place of the old one.

    One page at a time asks it: the file is opened again before a page whenever it is another one, never while
    a page is being made, so that all of a page comes from the same graph.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = Lock()
        self._graph: Graph | None = None
        self._stamp: Stamp | None = None

    @contextmanager
    def asking(self) -> Iterator["Asking"]:
        """The graph of this moment, for the questions of one page.

        Raises:
            GraphMissingError: There is no file.
            GraphError: The file is no graph.
        """
        with self._lock:
            yield Asking(self._current())

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._forget()

    def _current(self) -> Graph:
        stamp = self._stamp_now()
        if self._graph is None or stamp != self._stamp:
            self._forget()
            self._graph, self._stamp = Graph.open(self.path), stamp
        return self._graph

    def _stamp_now(self) -> Stamp:
        try:
            stat = self.path.stat()
        except FileNotFoundError:
            self._forget()
            raise GraphMissingError(self.path) from None
        return stat.st_ino, stat.st_mtime_ns, stat.st_size

    def _forget(self) -> None:
        if self._graph is not None:
            self._graph.close()
        self._graph = self._stamp = None


class Asking:
    """Named queries whose answers come as dictionaries by column."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def rows(self, query: str, **parameters: Any) -> list[Row]:
        """All rows of the named query."""
        return list(self._graph.ask(query, **parameters).dicts())

    def first(self, query: str, **parameters: Any) -> Row | None:
        """The first row of the named query, or None."""
        return next(iter(self.rows(query, **parameters)), None)
