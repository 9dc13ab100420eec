"""From articles and their records to a graph file: staged, copied in beside the old graph, swapped in at once."""

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import ladybug

from corpus.article import Article
from extract.record import Record
from graph.cast import Apart
from graph.embedded import MARKED, execute, open_database
from graph.errors import GraphFileError, LoadError, QueryError, no_room
from graph.index.finding import new_mark, remove_index, remove_stale
from graph.layout import TableSpec, ladybug_ddl
from graph.rules import NO_REGISTRY, Registry
from graph.schema import EDGES, NODES
from graph.watching import Stage, unwatched

if TYPE_CHECKING:
    from graph.merging import Joined, Staged
    from graph.stored import Stored

# LadybugDB holds a node group, 131,072 rows, in memory while it copies, one for each thread. Articles carry their
# text: 264,000 of 2.6 kB peak at 1.8 GB with one thread, at 3.0 GB with two; a pool of 2 GB was enough for them, one
# of 1.4 GB was not.
_POOL = 0  # bytes; 0 is the engine's own measure, four fifths of the memory
_ONE_THREAD = frozenset({"Article"})

# What follows the name of the graph in those of its logs and locks: .wal, .wal.checkpoint, .checkpoint.apply.lock
_LOGS = frozenset({"wal", "shadow", "tmp", "checkpoint"})

_COMFORT = re.compile(r".*(?:recovered on restart|Original error): ")


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
    with _new_file(path, mark) as new:
        with (
            staged_tables(
                pairs,
                path,
                registry=registry,
                superseded=superseded,
                apart=apart,
                joined=joined,
                on_progress=on_progress,
                stage=stage,
            ) as staged,
            _told(new),
            ThreadPoolExecutor(max_workers=1) as beside,
        ):
            indexed = beside.submit(make_index, staged, path, mark)  # SQLite and LadybugDB work without the interpreter
            counts = _copy(staged, new, stage, mark)
            index = indexed.result()
        with _told(new):
            _settle(index)
            _swap(new, path)
        remove_stale(path, mark)
    return counts


@contextmanager
def _new_file(path: Path, mark: str) -> Iterator[Path]:
    """Where the new graph grows, beside ``path``; nothing of it is there before, nor afterwards.

    Where the build ``mark`` fails, its index goes as well.
    """
    new = path.with_name(path.name + ".new")
    try:
        new.parent.mkdir(parents=True, exist_ok=True)
        _clear(new)
    except OSError as error:
        raise LoadError(f"{new}: cannot write there ({error}); choose another folder") from error
    try:
        yield new
    except BaseException:
        remove_index(path, mark)
        raise
    finally:
        _clear(new)


@contextmanager
def _told(new: Path) -> Iterator[None]:
    """What fails in here is told as what it is, without the engine's comfort about data that is not kept."""
    try:
        yield
    except (QueryError, GraphFileError, OSError) as error:
        reason = _COMFORT.sub("", str(error))
        raise no_room(new.parent, error) or LoadError(
            f"{new}: cannot be written ({reason}); the old graph is kept"
        ) from error


def _copy(staged: "Staged", path: Path, stage: Stage, mark: str) -> GraphCounts:
    reached = stage("copy", sum(rows for _, _, rows in staged))
    want: dict[str, int] = {}
    database = open_database(path, read_only=False, pool=_POOL)
    with closing(database), closing(ladybug.Connection(database)) as connection:
        for statement in ladybug_ddl():
            execute(connection, statement)
        for spec, file, rows in staged:
            _copy_table(connection, spec, file, rows)
            want[spec.name] = rows
            reached(sum(want.values()))
        counts = _count(connection)
        execute(connection, f"COMMENT ON TABLE {MARKED} IS '{mark}'")
        execute(connection, "CHECKPOINT")
    _compare(want, counts)
    return counts


def _copy_table(connection: ladybug.Connection, spec: TableSpec, file: Path, rows: int) -> None:
    """One COPY a table: a second one into the same edges takes many times as long."""
    connection.set_max_threads_for_exec(1 if spec.name in _ONE_THREAD else os.cpu_count() or 1)
    if rows:
        name = str(file).replace("\\", "\\\\").replace("'", "\\'")
        if spec.pair:
            source, target = spec.pair
            ends = f" (from='{source}', to='{target}')"
            execute(connection, f"COPY {spec.name.split(':')[0]} FROM '{name}'{ends}")
        else:
            execute(connection, f"COPY {spec.name} FROM '{name}'")


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


def _swap(new: Path, path: Path) -> None:
    """Put ``new`` in the place of ``path``, on the disk itself, before anything else happens."""
    _settle(new)
    for log in _logs(path):
        log.unlink(missing_ok=True)
    os.replace(new, path)  # noqa: PTH105 - said as what it is: atomic
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _settle(file: Path) -> None:
    """Have it on the disk itself."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def _clear(new: Path) -> None:
    """Take away a half-made graph with all that LadybugDB keeps beside it: any name that goes on after a dot."""
    for file in list(new.parent.iterdir()):
        if file.name == new.name or file.name.startswith(new.name + "."):
            file.unlink()


def _logs(path: Path) -> list[Path]:
    """What LadybugDB writes beside a graph while it is open for writing; no copy that a person put there."""
    beside = (file for file in path.parent.iterdir() if file.name.startswith(path.name + "."))
    return [file for file in beside if file.name.removeprefix(path.name + ".").split(".")[0] in _LOGS]
