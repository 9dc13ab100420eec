"""From articles and their records to a graph file: staged, copied in beside the old graph, swapped in at once."""

import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from types import MappingProxyType

import ladybug

from corpus.article import Article
from extract.record import Record
from graph.engine import execute, open_database
from graph.errors import GraphFileError, LoadError, QueryError
from graph.layout import TableSpec, ladybug_ddl
from graph.resolve import resolve, resolve_earlier
from graph.rules import NO_REGISTRY, Registry, registry_rows
from graph.schema import EDGES, NODES
from graph.staging import Staging

# LadybugDB holds a node group, 131,072 rows, in memory while it copies, one for each thread. Articles carry their
# text: 264,000 of 2.6 kB peak at 1.8 GB with one thread, at 3.0 GB with two; a pool of 2 GB was enough for them, one
# of 1.4 GB was not.
_POOL = 0  # bytes; 0 is the engine's own measure, four fifths of the memory
_ONE_THREAD = frozenset({"Article"})

# What follows the name of the graph in those of its logs and locks: .wal, .wal.checkpoint, .checkpoint.apply.lock
_LOGS = frozenset({"wal", "shadow", "tmp", "checkpoint"})

# A full disk, a quota, a limit to the size of files; a write cut short, or a page read back that found no room.
_FULL = re.compile(r"No space left|quota exceeded|File too large|numBytesWritten: \d|numBytesRead: 0\b")
NOTHING: Mapping[str, str] = MappingProxyType({})
_COMFORT = re.compile(r".*(?:recovered on restart|Original error): ")


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphCounts:
    """How many nodes of each label and edges of each type a graph has."""

    nodes: Mapping[str, int]
    edges: Mapping[str, int]


def build_graph(
    pairs: Iterable[tuple[Article, Record]],
    path: Path,
    *,
    registry: Registry = NO_REGISTRY,
    superseded: Mapping[str, str] = NOTHING,
    on_progress: Callable[[int], None] | None = None,
) -> GraphCounts:
    """Make the graph of ``pairs`` in the file ``path`` and count it.

    The old graph stays until the new one is whole: whenever this is stopped, ``path`` holds one of the two. The
    same pairs give the same rows in any order; of pairs with the same article id the first counts.

    Args:
        pairs: Articles with what was found in them.
        path: The graph file; its folder is made if need be.
        registry: What is known of rules: gives those of the articles their titles, days of force and relations.
        superseded: Articles of the pairs whose place another of them took: the ids of the later ones by theirs.
        on_progress: Told after each pair how many have been taken in.

    Raises:
        GraphError: There is no room or no right to write, or the new graph has not the rows that were staged;
            the old one is left as it was.
    """
    with _new_file(path) as new:
        with _staging_folder(path) as folder, closing(Staging(folder)) as staging:
            for done, (article, record) in enumerate(pairs, start=1):
                if later := superseded.get(article.id):
                    staging.add(article, resolve_earlier(article, later), counts=False)
                else:
                    staging.add(article, resolve(article, record))
                if on_progress:
                    on_progress(done)
            staging.add_shared(registry_rows(staging.rules(), registry))
            staged = staging.finish()
            with _told(new):
                counts = _copy(staged, new)
        with _told(new):
            _swap(new, path)
    return counts


@contextmanager
def _new_file(path: Path) -> Iterator[Path]:
    """Where the new graph grows, beside ``path``; nothing of it is there before, nor afterwards."""
    new = path.with_name(path.name + ".new")
    try:
        new.parent.mkdir(parents=True, exist_ok=True)
        _clear(new)
    except OSError as error:
        raise LoadError(f"{new}: cannot write there ({error}); choose another folder") from error
    try:
        yield new
    finally:
        _clear(new)


@contextmanager
def _told(new: Path) -> Iterator[None]:
    """What fails in here is told as what it is, without the engine's comfort about data that is not kept."""
    try:
        yield
    except (QueryError, GraphFileError, OSError) as error:
        if _FULL.search(str(error)):
            text = f"no room on the disk of {new.parent}; the old graph is kept, make room and run again"
            raise LoadError(text) from error
        reason = _COMFORT.sub("", str(error))
        raise LoadError(f"{new}: cannot be written ({reason}); the old graph is kept") from error


@contextmanager
def _staging_folder(path: Path) -> Iterator[Path]:
    """A folder for the staged tables, gone afterwards; beside the graph, where there is room for it."""
    folder = path.absolute().with_name(path.name + ".staging")
    if any(sign in str(folder) for sign in "*?["):  # COPY takes these for a pattern
        folder = Path(mkdtemp(prefix="wartagraf-"))
    shutil.rmtree(folder, ignore_errors=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _copy(staged: Iterable[tuple[TableSpec, Path, int]], path: Path) -> GraphCounts:
    database = open_database(path, read_only=False, pool=_POOL)
    with closing(database), closing(ladybug.Connection(database)) as connection:
        for statement in ladybug_ddl():
            execute(connection, statement)
        want = {spec.name: _copy_table(connection, spec, file, rows) for spec, file, rows in staged}
        counts = _count(connection)
        execute(connection, "CHECKPOINT")
    _compare(want, counts)
    return counts


def _copy_table(connection: ladybug.Connection, spec: TableSpec, file: Path, rows: int) -> int:
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
    return rows


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
    with new.open("rb+") as file:
        os.fsync(file.fileno())
    for log in _logs(path):
        log.unlink(missing_ok=True)
    os.replace(new, path)  # noqa: PTH105 - said as what it is: atomic
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _clear(new: Path) -> None:
    """Take away a half-made graph with all that LadybugDB keeps beside it: any name that goes on after a dot."""
    for file in list(new.parent.iterdir()):
        if file.name == new.name or file.name.startswith(new.name + "."):
            file.unlink()


def _logs(path: Path) -> list[Path]:
    """What LadybugDB writes beside a graph while it is open for writing; no copy that a person put there."""
    beside = (file for file in path.parent.iterdir() if file.name.startswith(path.name + "."))
    return [file for file in beside if file.name.removeprefix(path.name + ".").split(".")[0] in _LOGS]
