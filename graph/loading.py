"""From articles and their records to a graph file: staged, copied in beside the old graph, swapped in at once."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import ladybug

from corpus.article import Article
from extract.record import Record
from graph.cast import Apart
from graph.embedded import MARKED, execute, open_database, path_literal
from graph.errors import LoadError
from graph.index.finding import new_mark, remove_stale
from graph.layout import TableSpec, ladybug_ddl
from graph.rules import NO_REGISTRY, Registry
from graph.schema import EDGES, NODES
from graph.swapping import new_file, settle, swap, told
from graph.watching import Reached, Stage, unwatched

if TYPE_CHECKING:
    from graph.merging import Joined
    from graph.stored import Stored

# LadybugDB holds a node group, 131,072 rows, in memory while it copies, one for each thread. Articles carry their
# text: 264,000 of 2.6 kB peak at 1.8 GB with one thread, at 3.0 GB with two; a pool of 2 GB was enough for them, one
# of 1.4 GB was not.
_POOL = 0  # bytes; 0 is the engine's own measure, four fifths of the memory
_ONE_THREAD = frozenset({"Article"})


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphCounts:
    """How many nodes of each label and edges of each type a graph has."""

    nodes: Mapping[str, int]
    edges: Mapping[str, int]


def build_graph(  # noqa: PLR0913 - what a build has in hand
    pairs: "Iterable[tuple[Article, Record]] | Stored",
    path: Path,
    *,
    registry: Registry = NO_REGISTRY,
    superseded: Mapping[str, str] = MappingProxyType({}),
    apart: Collection[Apart] = (),
    joined: "Joined | None" = None,
    on_progress: Callable[[int], None] | None = None,
    stage: Stage = unwatched,
) -> GraphCounts:
    """Make the graph of ``pairs`` in the file ``path`` and count it.

    The old graph stays until the new one is whole: whenever this is stopped, ``path`` holds one of the two. The
    same pairs give the same rows in any order; of pairs with the same article id the first counts.

    Args:
        pairs: Articles with what was found in them, or the store that has them.
        path: The graph file; its folder is made if need be.
        registry: What is known of rules: gives those of the articles their titles, days of force and relations.
        superseded: Articles of the pairs whose place another of them took: the ids of the later ones by theirs.
        apart: Appearances that are profiles of their own, by judgement.
        joined: Tells which profiles are one entity; without it none are.
        on_progress: Told after each pair, or each of some dozen shares of the store, how many have been taken in.
        stage: Told how many tables have been merged, then how many rows copied.

    Raises:
        GraphError: There is no room or no right to write, or the new graph has not the rows that were staged;
            the old one is left as it was.
    """
    from graph.index.making import make_index  # noqa: PLC0415 - DuckDB takes its time, questions do without
    from graph.staging import staged_tables  # noqa: PLC0415 - likewise

    mark = new_mark()
    with new_file(path, mark) as new:
        with (
            _copying(new) as copying,
            staged_tables(
                pairs,
                path,
                registry=registry,
                superseded=superseded,
                apart=apart,
                joined=joined,
                written=copying.add,
                on_progress=on_progress,
                stage=stage,
            ) as staged,
            _thread() as beside,
        ):
            indexed = beside.submit(make_index, staged, path, mark, registry)
            counts = copying.finish(mark, stage("copy", sum(rows for _, _, rows in staged)))
            index = indexed.result()
        with told(new):
            settle(index)
            swap(new, path)
        remove_stale(path, mark)
    return counts


@dataclass(frozen=True, slots=True)
class _Copying:
    """Tables on their way into a new graph file, one after another."""

    path: Path
    connection: ladybug.Connection
    thread: ThreadPoolExecutor
    given: list[tuple[TableSpec, int, Future[None]]] = field(default_factory=list)

    def add(self, spec: TableSpec, file: Path, rows: int) -> None:
        """Copy this table when those given before are copied; edges come after the nodes they lead to.

        Raises:
            LoadError: One of those could not be copied.
        """
        self._heed(job for _, _, job in self.given if job.done())
        self.given.append((spec, rows, self.thread.submit(_copy_table, self.connection, spec, file, rows)))

    def finish(self, mark: str, reached: Reached) -> GraphCounts:
        """Wait for all tables, give the file the mark of its build, and count.

        Raises:
            LoadError: A table could not be copied, or the file has not the rows that were given.
        """
        done = 0
        for _, rows, job in self.given:
            self._heed([job])
            done += rows
            reached(done)
        with told(self.path):
            counts = _count(self.connection)
            execute(self.connection, f"COMMENT ON TABLE {MARKED} IS '{mark}'")
            execute(self.connection, "CHECKPOINT")
        _compare({spec.name: rows for spec, rows, _ in self.given}, counts)
        return counts

    def _heed(self, jobs: Iterable[Future[None]]) -> None:
        with told(self.path):
            for job in jobs:
                job.result()


@contextmanager
def _copying(path: Path) -> Iterator[_Copying]:
    """A new graph file at ``path`` with empty tables."""
    with ExitStack() as held:
        with told(path):
            database = held.enter_context(closing(open_database(path, read_only=False, pool=_POOL)))
            connection = held.enter_context(closing(ladybug.Connection(database)))
            for statement in ladybug_ddl():
                execute(connection, statement)
        yield _Copying(path, connection, held.enter_context(_thread()))


@contextmanager
def _thread() -> Iterator[ThreadPoolExecutor]:
    """A thread beside this one: LadybugDB and SQLite work without the interpreter. What waits at the end is dropped."""
    beside = ThreadPoolExecutor(max_workers=1)
    try:
        yield beside
    finally:
        beside.shutdown(cancel_futures=True)


def _copy_table(connection: ladybug.Connection, spec: TableSpec, file: Path, rows: int) -> None:
    """One COPY a table: a second one into the same edges takes many times as long."""
    connection.set_max_threads_for_exec(1 if spec.name in _ONE_THREAD else os.cpu_count() or 1)
    if rows:
        name = path_literal(file)
        if spec.pair:
            source, target = spec.pair
            ends = f" (from='{source}', to='{target}')"
            execute(connection, f"COPY {spec.name.split(':')[0]} FROM {name}{ends}")
        else:
            execute(connection, f"COPY {spec.name} FROM {name}")


def _count(connection: ladybug.Connection) -> GraphCounts:
    def one(query: str) -> int:
        with closing(execute(connection, query)) as result:
            (number,) = result.get_next()
            return int(number)

    return GraphCounts(
        nodes={n.label: one(f"MATCH (n:{n.label}) RETURN count(*)") for n in NODES},
        edges={e.type: one(f"MATCH ()-[e:{e.type}]->() RETURN count(*)") for e in EDGES},
    )


def _compare(want: Mapping[str, int], have: GraphCounts) -> None:
    for name, count in {**have.nodes, **have.edges}.items():
        staged = sum(rows for table, rows in want.items() if table.split(":")[0] == name)
        if staged != count:
            raise LoadError(f"{name}: {staged} rows staged but {count} in the graph; the old graph is kept")
