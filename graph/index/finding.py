"""The index of a graph, open for reading: which rows answer a named question, before the graph tells about them."""

import re
import secrets
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any, Self

from graph.errors import IndexMissingError, QueryError
from graph.index.asked import asked
from graph.index.words import likeness

SERVED = "neo4j"  # what indexes of a server's graph are named after, in the data folder

Found = list[dict[str, Any]]


def index_path(path: Path, mark: str) -> Path:
    """The file of the index that belongs to the graph file ``path`` as the build ``mark`` made it."""
    return path.with_name(f"{path.name}.{mark}.index")


def new_mark() -> str:
    """A mark for a build, to name its index by and to be kept in its graph."""
    return secrets.token_hex(6)


def remove_index(path: Path, mark: str) -> None:
    """Take away the index of the graph file ``path`` that the build ``mark`` made, if there is one."""
    index_path(path, mark).unlink(missing_ok=True)


def remove_stale(path: Path, mark: str) -> None:
    """Take away the indexes of the graph file ``path`` that other builds than ``mark`` made."""
    for file in list(path.parent.iterdir()):
        found = re.fullmatch(rf"{re.escape(path.name)}\.([0-9a-f]{{12}})\.index", file.name)
        if found and found[1] != mark:
            file.unlink()


class Index:
    """An index, open for reading. Safe to share between threads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._connection.row_factory = sqlite3.Row
        self._connection.create_function("likeness", 2, likeness, deterministic=True)
        self._lock = Lock()

    @classmethod
    def open(cls, path: Path | None, mark: str) -> Self:
        """The index beside the file ``path``, of the build ``mark``.

        Raises:
            IndexMissingError: There is none of this very build.
        """
        if not path or not mark or not index_path(path, mark).is_file():
            raise IndexMissingError(path)
        address = f"{index_path(path, mark).absolute().as_uri()}?mode=ro&immutable=1"
        return cls(sqlite3.connect(address, uri=True, check_same_thread=False))

    def find(self, query: str, values: Mapping[str, Any]) -> Found:
        """What the SQL ``query`` finds with the values of a named query's parameters.

        Raises:
            QueryError: The index cannot be read.
        """
        try:
            with self._lock:
                return [dict(row) for row in self._connection.execute(query, asked(values, query))]
        except sqlite3.Error as error:
            raise QueryError(f"the index beside the graph cannot be read ({error}); run `wartagraf load`") from error

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
