"""The index of a graph that a server holds: a file in the data folder, and a node that tells which file it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.index.finding import SERVED, new_mark, remove_index, remove_stale
from graph.index.making import make_index
from graph.merging import Staged
from graph.neo4j.connection import Database
from graph.neo4j.cypher import INDEX, MARK
from graph.options import Address
from graph.rules import Registry


@contextmanager
def indexed(staged: Staged, server: Address, folder: Path, registry: Registry) -> Iterator[None]:
    """While the tables are loaded in here the server's graph has no index; afterwards it has that of these tables.

    Raises:
        ServerError: The server does not answer, or refuses.
        LoadError: The index cannot be written.
    """
    path, mark = folder / SERVED, new_mark()
    with Database.open(server) as database:
        database.run(f"MATCH (n:{INDEX}) DELETE n")
    try:
        make_index(staged, path, mark, registry)
        yield
        with Database.open(server) as database:
            database.run(f"CREATE (n:{INDEX}) SET n.mark = $mark, n.{MARK} = 0", mark=mark)
    except BaseException:
        remove_index(path, mark)
        raise
    remove_stale(path, mark)
