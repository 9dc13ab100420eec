"""The staged tables into a Neo4j database: what is there already stays, what lacks is added, what is stale goes.

Nothing is written twice and nothing is remembered: each load compares its rows with those that stand in the server, so
that one that was cut off, at any moment, goes on where it stopped.
"""

from collections import Counter, deque
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from itertools import groupby
from pathlib import Path

from duckdb import DuckDBPyConnection

from graph.errors import LoadError
from graph.loading import GraphCounts
from graph.merging import Staged, open_merging
from graph.neo4j.connection import Database
from graph.neo4j.cypher import LOADING, MARK, change, create, delete, present_sums, schema_ddl
from graph.neo4j.difference import Difference, Rows, chunks
from graph.neo4j.marks import Summed, differing, summed
from graph.options import Address
from graph.schema import EDGES, NODES
from graph.watching import Reached, Stage, unwatched

_BATCH = 5_000  # rows a transaction
_FEW = 500  # the same for articles, which carry their text, and for nodes that go with all their edges
_SESSIONS = 2  # transactions at a time: while the server works on one, the next is on its way


def load_neo4j(
    staged: Staged, server: Address, folder: Path, *, beside_others: bool = False, stage: Stage = unwatched
) -> GraphCounts:
    """Make the database at ``server`` hold the graph of ``staged``, in the place of any earlier one of ours.

    While it runs, readers may miss edges and statements that are on their way, and find no edge that neither the old
    graph nor the new one has. Nodes and edges of others (without our mark) are left alone.

    Args:
        staged: The tables.
        server: Where to.
        folder: Where there is room to compare.
        beside_others: Load into a database that holds nodes of others too.
        stage: Told how many rows have been compared and written.

    Raises:
        ServerError: The server does not answer, or refuses.
        LoadError: Nodes of others are there, or at the end not the rows that were staged.
    """
    check_server(server, beside_others=beside_others)
    with Database.open(server) as database:
        empty = not database.number("MATCH (n) RETURN count(n)")
        for statement in schema_ddl():
            database.run(statement)
        database.run(f"MERGE (n:{LOADING}) ON CREATE SET n.since = datetime()")
        reached = stage("load", sum(rows for _, _, rows in staged))
        with closing(open_merging(folder)) as connection:
            tables = summed(connection, staged)
            with ThreadPoolExecutor(_SESSIONS) as pool:
                _Load(database, connection, pool, reached, empty=empty).run(tables)
        for table in tables:
            _check(database, table)
        database.run(f"MATCH (n:{LOADING}) DELETE n")
    return counted(staged)


class _Load:
    """One load at work: nodes that are new, then edges, type by type, then nodes that are stale.

    Batches go to the server several at a time, also of different tables, but where one must follow another.
    """

    def __init__(
        self,
        database: Database,
        connection: DuckDBPyConnection,
        pool: ThreadPoolExecutor,
        reached: Reached,
        *,
        empty: bool,
    ) -> None:
        self._database = database
        self._there = None if empty else database
        self._connection = connection
        self._pool = pool
        self._sent: deque[tuple[Future[None], int]] = deque()
        self._reached = reached
        self._done = 0

    def run(self, tables: list[Summed]) -> None:
        nodes = [self._compared(table) for table in tables if not table.spec.pair]
        for node in nodes:
            self._add(node)
        self._wait()
        edges = (table for table in tables if table.spec.pair)
        for _, pairs in groupby(edges, key=lambda table: table.spec.of):
            self._replace([self._compared(table) for table in pairs])
        self._wait()
        for node in nodes:
            self._send(delete(node.spec), node.stale(), _FEW)
        self._wait()

    def _compared(self, table: Summed) -> Difference:
        difference = Difference(self._connection, self._there, table)
        self._tell(table.rows - difference.lacking)
        return difference

    def _replace(self, tables: list[Difference]) -> None:
        """One type of edges: all that are stale go before any is made, so that no reader finds both."""
        gone = [self._send(delete(table.spec), table.stale(), _BATCH) for table in tables]
        if any(gone):
            self._wait()
        for table in tables:
            self._add(table)
            table.forget()

    def _add(self, table: Difference) -> None:
        size = _FEW if table.spec.name == "Article" else _BATCH
        self._send(create(table.spec), table.new(), size, told=True)
        self._send(change(table.spec), table.changed(), size)

    def _send(self, query: str, rows: Rows, size: int, *, told: bool = False) -> bool:
        """Let ``query`` run on all ``rows``, batch by batch; whether there are any."""
        any_ = False
        for batch in chunks(rows, size):
            self._wait(_SESSIONS)
            self._sent.append((self._pool.submit(self._database.run, query, rows=batch), len(batch) * told))
            any_ = True
        return any_

    def _wait(self, under_way: int = 0) -> None:
        """Wait until no more than so many batches are under way."""
        while len(self._sent) > under_way:
            batch, rows = self._sent.popleft()
            batch.result()
            self._tell(rows)

    def _tell(self, rows: int) -> None:
        self._done += rows
        self._reached(self._done)


def check_server(server: Address, *, beside_others: bool) -> None:
    """Tell before anything is made ready what a load would tell: that the server refuses, or nodes of others are there.

    Raises:
        ServerError: The server does not answer, or refuses.
        LoadError: Nodes of others are there, and ``beside_others`` is False.
    """
    with Database.open(server) as database:
        found = f"MATCH (n) WHERE n.{MARK} IS NULL AND NOT n:{LOADING} WITH n LIMIT 1 RETURN count(n)"
        others = 0 if beside_others else database.number(found)
    if others:
        raise LoadError(
            f"{server.url}, database {server.database!r} holds nodes that are not from here; name another database, or"
            " say --beside-others to load beside them (they stay as they are, but named queries find them too)"
        )


def _check(database: Database, table: Summed) -> None:
    """Refuse to call a load done that is not: all rows must be there, with the values that were staged."""
    if differing(database, table):
        there = sum(row[1] for row in database.rows(present_sums(table.spec)))
        raise LoadError(
            f"{table.spec.name}: {table.rows} rows staged, {there} in the server, not all alike; somebody else may be"
            " loading: run the same again"
        )


def counted(staged: Staged) -> GraphCounts:
    """How many nodes of each label and edges of each type the staged tables have."""
    found = Counter[str]()
    for spec, _, rows in staged:
        found[spec.name.split(":")[0]] += rows
    return GraphCounts(nodes={n.label: found[n.label] for n in NODES}, edges={e.type: found[e.type] for e in EDGES})
