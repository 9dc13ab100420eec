"""Rows on their way into a graph: collected on disk, merged, one Parquet file a table. Memory stays bounded.

What articles give goes to files in a folder as it comes (the parts); DuckDB then makes one table of each kind of row
from them, by rules that give the same result in any order.
"""

import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import mkdtemp
from types import MappingProxyType

import duckdb

from corpus.article import Article
from extract.record import Record
from graph.cast import Apart
from graph.errors import LoadError, no_room
from graph.layout import tables
from graph.merging import Joined, Staged, ids, open_merging, read_parts, unjoined, write_tables
from graph.parquet import sound
from graph.parts import Parts, part_files
from graph.repeats import SKETCHES, find_repeats
from graph.resolve import resolve, resolve_earlier
from graph.rules import NO_REGISTRY, Registry, registry_rows
from graph.shares import take_in_stored
from graph.stored import Stored
from graph.watching import Stage, unwatched

Pairs = Iterable[tuple[Article, Record]]
NOTHING: Mapping[str, str] = MappingProxyType({})


@contextmanager
def staged_tables(  # noqa: PLR0913 - what a build has in hand
    pairs: Pairs | Stored,
    beside: Path,
    *,
    registry: Registry = NO_REGISTRY,
    superseded: Mapping[str, str] = NOTHING,
    apart: Collection[Apart] = (),
    joined: Joined | None = None,
    on_progress: Callable[[int], None] | None = None,
    stage: Stage = unwatched,
) -> Iterator[Staged]:
    """Every table of the graph of ``pairs``, nodes first, each as one Parquet file with its number of rows.

    The files lie in a folder beside the file ``beside`` for as long as this lasts.

    Args:
        pairs: Articles with what was found in them, or the store that has them, which several processes read. Of
            those with the same article id the first counts.
        beside: The graph file they are made for.
        registry: What is known of rules.
        superseded: Articles of the pairs whose place another of them took: the ids of the later ones by theirs.
        apart: Appearances that are profiles of their own.
        joined: Tells which profiles are one entity; without it none are.
        on_progress: Told after each pair, or each of some dozen shares of the store, how many have been taken in.
        stage: Told how many tables have been merged.

    Raises:
        LoadError: They cannot be written.
    """
    with staging_folder(beside) as folder:
        with _told(folder):
            folder.mkdir(parents=True)
        if isinstance(pairs, Stored):
            take_in_stored(pairs, folder, superseded, apart, on_progress)
        else:
            _take_in(pairs, folder, superseded, apart, on_progress)
        with _told(folder):
            staged = _merge(folder, registry, joined, stage)
        yield staged


@contextmanager
def staging_folder(beside: Path) -> Iterator[Path]:
    """The name of a folder for staged tables beside ``beside``, where there is room for it; gone afterwards."""
    folder = beside.absolute().with_name(beside.name + ".staging")
    if any(sign in str(folder) for sign in "*?[\\'"):  # readers of many files take these for a pattern
        folder = Path(mkdtemp(prefix="wartagraf-")) / "staging"
    shutil.rmtree(folder, ignore_errors=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if folder.parent != beside.absolute().parent:
            shutil.rmtree(folder.parent, ignore_errors=True)


def _take_in(
    pairs: Pairs,
    folder: Path,
    superseded: Mapping[str, str],
    apart: Collection[Apart],
    on_progress: Callable[[int], None] | None,
) -> None:
    """Write the rows of ``pairs`` to files in ``folder``."""
    seen: set[str] = set()
    parts = Parts(folder, "articles")
    for done, (article, record) in enumerate(pairs, start=1):
        id_ = sound(article.id)
        if id_ not in seen:
            seen.add(id_)
            with _told(folder):
                if later := superseded.get(article.id):
                    parts.add(resolve_earlier(article, later))
                else:
                    parts.add(resolve(article, record, apart), article)
        if on_progress:
            on_progress(done)
    with _told(folder):
        parts.close()


def _merge(folder: Path, registry: Registry, joined: Joined | None, stage: Stage) -> Staged:
    """Merge the parts in ``folder``, and write every table to its file; nodes first."""
    specs = list(tables())
    reached = stage("merge", 2 * len(specs))
    with closing(open_merging(folder)) as connection:
        parts = Parts(folder, "registry")
        parts.add(registry_rows(ids(connection, part_files(folder, "Regulation")), registry))
        parts.close()
        for done, spec in enumerate(specs, start=1):
            if not spec.name.startswith("REPEATS:"):
                read_parts(connection, spec, part_files(folder, spec.name))
            reached(done)
        read_parts(connection, SKETCHES, part_files(folder, SKETCHES.name))
        find_repeats(connection)
        (joined or unjoined)(connection)
        staged: Staged = []
        for table in write_tables(connection, folder):
            staged.append(table)
            for file in part_files(folder, table[0].name):
                file.unlink()
            reached(len(specs) + len(staged))
        return staged


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """What fails in here is told as what it is: no place to write."""
    try:
        yield
    except (OSError, duckdb.Error) as error:
        raise no_room(folder.parent, error) or LoadError(
            f"{folder}: cannot write there ({error}); make room or choose another folder"
        ) from error
