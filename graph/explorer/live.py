"""The graph as the explorer sees it: always the one that stands there now."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from graph.engine import Graph
from graph.errors import GraphMissingError

Row = dict[str, Any]
Source = Path | Callable[[], Graph]  # the file of a graph, or what connects to the server that holds one
Stamp = tuple[int, ...]


class LiveGraph:
    """A graph that may be built anew at any moment.

    One page at a time asks it. A build puts a new file in the place of the old one; it is opened before the next page,
    never while a page is being made, so that all of a page comes from the same graph. A server's may change in the
    midst of a page.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._lock = Lock()
        self._graph: Graph | None = None
        self._stamp: Stamp = ()

    @contextmanager
    def asking(self) -> Iterator["Asking"]:
        """The graph of this moment, for the questions of one page.

        Raises:
            GraphMissingError: There is no file.
            GraphError: The file is no graph, or the server does not answer.
        """
        with self._lock:
            yield Asking(self._current())

    def close(self) -> None:
        """Let go of file or connection."""
        with self._lock:
            self._forget()

    def _current(self) -> Graph:
        stamp = self._stamp_now()
        if self._graph is None or stamp != self._stamp:
            self._forget()
            self._graph = self._source() if callable(self._source) else Graph.open(self._source)
            self._stamp = stamp
        return self._graph

    def _stamp_now(self) -> Stamp:
        """What tells a file from those that stood there before."""
        if callable(self._source):
            return ()
        try:
            stat = self._source.stat()
        except FileNotFoundError:
            self._forget()
            raise GraphMissingError(self._source) from None
        return stat.st_ino, stat.st_mtime_ns, stat.st_size

    def _forget(self) -> None:
        if self._graph is not None:
            self._graph.close()
        self._graph = None


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
