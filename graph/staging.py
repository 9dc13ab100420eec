"""Rows on their way into a graph: collected on disk, merged, one Parquet file a table. Memory stays bounded.

What articles give goes to files in a folder as it comes (the parts); DuckDB then makes one table of each kind of row
from them, by rules that give the same result in any order.
"""

import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import mkdtemp
from types import MappingProxyType

import duckdb

from corpus.article import Article
from corpus.rings import without_rings
from extract.record import Record
from graph.cast import Apart
from graph.errors import LoadError, no_room
from graph.layout import TableSpec, tables
from graph.merging import (
    Joined,
    Staged,
    Written,
    distinct,
    is_joined,
    open_merging,
    read_parts,
    unheeded,
    unjoined,
    write_tables,
)
from graph.parquet import is_plain, sound
from graph.parts import Parts, part_files
from graph.places import regions_around
from graph.repeats import find_repeats
from graph.resolve import resolve, resolve_earlier
from graph.rules import NO_REGISTRY, Registry, registry_rows
from graph.shares import take_in_stored
from graph.sketches import SKETCHES
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
    written: Written = unheeded,
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
        written: Told of each table as soon as it is written, the nodes before their edges: those that are the same
            whoever is one entity come before ``joined`` is asked.
        on_progress: Told after each pair, or each of some dozen shares of the store, how many have been taken in.
        stage: Told how many tables have been merged.

    Raises:
        LoadError: They cannot be written.
    """
    with staging_folder(beside) as folder:
        with _told(folder):
            folder.mkdir(parents=True)
        if isinstance(pairs, Stored):
            parts = take_in_stored(pairs, folder, superseded, apart, on_progress)
        else:
            parts = [_take_in(pairs, folder, superseded, apart, on_progress)]
        with _told(folder):
            staged = _merge(folder, parts, registry, joined, written, stage)
        yield staged


@contextmanager
def staging_folder(beside: Path) -> Iterator[Path]:
    """The name of a folder for staged tables beside ``beside``, where there is room for it; gone afterwards."""
    folder = beside.absolute().with_name(beside.name + ".staging")
    if not is_plain(folder):
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
) -> Path:
    """Write the rows of ``pairs`` to a folder in ``folder``."""
    seen: set[str] = set()
    with _told(folder):
        parts = Parts(folder / "articles")
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
    return folder / "articles"


def _merge(  # noqa: PLR0913, PLR0917 - what a build has in hand
    folder: Path,
    folders: Sequence[Path],
    registry: Registry,
    joined: Joined | None,
    written: Written,
    stage: Stage,
) -> Staged:
    """Merge the parts in ``folders``, and write every table to its file in ``folder``; nodes first."""
    specs = list(tables())
    reached = stage("merge", 2 * len(specs))
    with without_rings(), closing(open_merging(folder)) as connection:
        parts = Parts(folder / "registry")
        cited = distinct(connection, part_files(folders, "Regulation"), "id")
        parts.add(registry_rows({id_ for (id_,) in cited}, registry))
        parts.add(regions_around(distinct(connection, part_files(folders, "Region"), "id", "code")))
        parts.close()
        folders = [*folders, folder / "registry"]
        for done, spec in enumerate((*specs, SKETCHES), start=1):
            if not spec.name.startswith("REPEATS:"):
                read_parts(connection, spec, part_files(folders, spec.name))
            reached(done)
        staged: dict[str, tuple[TableSpec, Path, int]] = {}
        for some in _in_turn(connection, specs, joined or unjoined):
            for table in write_tables(connection, folder, some):
                staged[table[0].name] = table
                written(*table)
                reached(len(specs) + len(staged))
        return [staged[spec.name] for spec in specs]


def _in_turn(
    connection: duckdb.DuckDBPyConnection, specs: Iterable[TableSpec], joined: Joined
) -> Iterator[list[TableSpec]]:
    """The tables that can be written, while the next ones are made: who repeats whom and who is who takes its time."""
    rest = [spec for spec in specs if not spec.name.startswith("REPEATS:")]
    repeats = [spec for spec in specs if spec not in rest]
    yield [spec for spec in rest if not is_joined(spec)]
    find_repeats(connection)
    yield repeats
    joined(connection)
    yield [spec for spec in rest if is_joined(spec)]


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """What fails in here is told as what it is: no place to write."""
    try:
        yield
    except (OSError, duckdb.Error) as error:
        raise no_room(folder.parent, error) or LoadError(
            f"{folder}: cannot write there ({error}); make room or choose another folder"
        ) from error
