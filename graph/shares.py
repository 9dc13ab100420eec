"""The articles and records of a store, taken in by several processes: each reads, resolves and writes shares of them.

What comes of it does not depend on the number of processes: the shares follow from the store alone. The rows of a share
may be kept: they lie in a folder whose name tells from what they were made, and by which version of the program.
"""

import json
import shutil
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from zlib import crc32

from corpus.article import content_id
from corpus.records import RecordShare
from corpus.rings import without_rings
from corpus.store import Store
from corpus.versions import fingerprint
from corpus.workers import Failure, ordered_map
from extract.errors import ExtractError
from extract.record import Record
from extract.stored import read_stored
from graph.cast import Apart
from graph.errors import LoadError, no_room
from graph.parquet import is_plain
from graph.parts import Parts
from graph.resolve import resolve, resolve_earlier
from graph.stored import Stored
from graph.swapping import settle

# Articles a share: enough that opening its files takes no time to speak of, few enough that progress is seen and that
# two processes end at about the same time. Twice as many where there would be more than 64 shares, and so on: so they
# stay what they are while a store grows to twice its size.
_LEAST = 500
_SHARES = 64
# Up to so many articles are taken in here: a process takes a second to start, these take about as long.
_FEW = 2_000

_FILES = "files.json"  # the files of a share and their checksums: without it, or with others, a folder is not whole


@dataclass(frozen=True, slots=True, kw_only=True)
class _Share:
    """A share of the records, what else is told of its articles, and the folder for its rows."""

    records: RecordShare
    superseded: Mapping[str, str]
    apart: Collection[Apart]
    folder: Path


def take_in_stored(
    stored: Stored,
    folder: Path,
    superseded: Mapping[str, str],
    apart: Collection[Apart],
    on_progress: Callable[[int], None] | None,
) -> list[Path]:
    """Write the rows of all articles of ``stored`` to a folder a share, in ``folder`` where they are not kept.

    Raises:
        CorpusError: The store cannot be read, or no process be started.
        LoadError: A record is damaged, or the files cannot be written.
    """
    parts = stored.kept if stored.kept and is_plain(stored.kept) else folder / "parts"
    shares = list(_shares(stored, parts, superseded, apart))
    _clear(parts, {share.folder for share in shares if _is_whole(share.folder)})
    missing = [share for share in shares if not share.folder.exists()]
    done = sum(share.records.articles for share in shares if share not in missing)
    few = sum(share.records.articles for share in missing) <= _FEW
    for _, found in ordered_map(partial(_write_share, stored), missing, workers=1 if few else stored.workers, few=1):
        if isinstance(found, Failure):
            raise no_room(folder.parent, found.message) or LoadError(f"{found.message}; the old graph is kept")
        done += found
        if on_progress:
            on_progress(done)
    return [share.folder for share in shares]


def _shares(stored: Stored, folder: Path, superseded: Mapping[str, str], apart: Collection[Apart]) -> Iterator[_Share]:
    """The shares of a store; the names of their folders change with everything that their rows depend on."""
    size, version = _LEAST, stored.version
    made_by = " ".join((version, fingerprint("graph", "pyarrow", "numpy"), fingerprint("corpus")))
    earlier: defaultdict[int, dict[str, str]] = defaultdict(dict)
    taken_out: defaultdict[int, set[Apart]] = defaultdict(set)
    with Store.open(stored.store, create=False, read_only=True) as store:
        while store.records.count(version) > size * _SHARES:
            size *= 2
        for article, later in superseded.items():
            earlier[_first(store, article, version, size)][article] = later
        for article, name in apart:
            taken_out[_first(store, article, version, size)].add((article, name))
        records = store.records.shares(version, size)
    for share in records:
        own, out = earlier[share.first], taken_out[share.first]
        name = content_id(repr((made_by, share, sorted(own.items()), sorted(out))).encode())
        yield _Share(records=share, superseded=own, apart=out, folder=folder / f"{share.first:09}-{name}")


def _first(store: Store, article: str, version: str, size: int) -> int:
    """The first place of the share that an article belongs to, 0 where it is in none."""
    place = store.records.place(article, version)
    return (place - 1) // size * size + 1 if place else 0


def _clear(folder: Path, wanted: Collection[Path]) -> None:
    """Take away what is not wanted any more, what was not finished and what is not whole."""
    for kept in list(folder.iterdir()) if folder.is_dir() else ():
        if kept not in wanted:
            shutil.rmtree(kept, ignore_errors=True)


def _is_whole(folder: Path) -> bool:
    """Whether a folder has the files of its share, each as it was written."""
    try:
        files = json.loads((folder / _FILES).read_text("utf-8"))
        return all(crc32((folder / name).read_bytes()) == checksum for name, checksum in files.items())
    except (OSError, ValueError):
        return False


def _write_share(stored: Stored, share: _Share) -> int:
    """Write the rows of one share; says how many articles it has."""
    new = share.folder.with_name(f".{share.folder.name}")
    shutil.rmtree(new, ignore_errors=True)
    parts = Parts(new)
    with without_rings(), Store.open(stored.store, create=False, read_only=True) as store:
        for article, line in store.records.of(stored.version, share.records):
            if later := share.superseded.get(article.id):
                parts.add(resolve_earlier(article, later))
            else:
                parts.add(resolve(article, _read(stored.store, article.id, line), share.apart), article)
        parts.close()
    files = {file.name: crc32(file.read_bytes()) for file in new.iterdir()}
    (new / _FILES).write_text(json.dumps(files), "utf-8")
    for name in (*files, _FILES) if stored.kept else ():
        settle(new / name)
    new.rename(share.folder)
    return share.records.articles


def _read(store: Path, article: str, line: bytes) -> Record:
    try:
        return read_stored(line)
    except ExtractError as error:
        raise LoadError(
            f"{store}: the record of article {article} is damaged: {error}; "
            "restore a copy of this file, or move it away and build again"
        ) from error
