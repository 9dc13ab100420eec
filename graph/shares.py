"""The articles and records of a store, taken in by several processes: each reads, resolves and writes shares of them.

What comes of it does not depend on the number of processes: the shares follow from the store alone.
"""

import gc
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from corpus.store import Store
from corpus.workers import Failure, ordered_map
from extract.errors import ExtractError
from extract.record import Record
from extract.stored import read_stored
from graph.cast import Apart
from graph.errors import LoadError, no_room
from graph.parts import Parts
from graph.resolve import resolve, resolve_earlier
from graph.stored import Stored

# Articles a share: enough that opening its files takes no time to speak of, few enough that progress is seen and that
# two processes end at about the same time. 32 shares, but for small stores.
_SHARES = 32
_LEAST = 500
# Up to so many articles are taken in here: a process takes a second to start, these take about as long.
_FEW = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Share:
    """The articles after one id up to another; ``number`` counts the shares."""

    number: int
    after: str
    upto: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """What every process has to know."""

    stored: Stored
    folder: Path
    superseded: Mapping[str, str]
    apart: Collection[Apart]


def take_in_stored(
    stored: Stored,
    folder: Path,
    superseded: Mapping[str, str],
    apart: Collection[Apart],
    on_progress: Callable[[int], None] | None,
) -> None:
    """Write the rows of all articles of ``stored`` to files in ``folder``.

    Raises:
        CorpusError: The store cannot be read, or no process be started.
        LoadError: A record is damaged, or the files cannot be written.
    """
    with Store.open(stored.store, create=False, read_only=True) as store:
        total = store.count_records(stored.version)
        ranges = store.record_ranges(stored.version, max(_LEAST, -(-total // _SHARES)))
    shares = (_Share(number=n, after=after, upto=upto) for n, (after, upto) in enumerate(ranges))
    work = _Work(stored=stored, folder=folder, superseded=dict(superseded), apart=frozenset(apart))
    done = 0
    for _, found in ordered_map(
        partial(_write_share, work), shares, workers=1 if total <= _FEW else stored.workers, few=1
    ):
        if isinstance(found, Failure):
            raise no_room(folder.parent, found.message) or LoadError(f"{found.message}; the old graph is kept")
        done += found
        if on_progress:
            on_progress(done)


def _write_share(work: _Work, share: _Share) -> int:
    """Write the rows of one share; says how many articles it has."""
    file, version = work.stored.store, work.stored.version
    parts = Parts(work.folder, f"{share.number:06}")
    done = 0
    with _without_rings(), Store.open(file, create=False, read_only=True) as store:
        for article, line in store.records_between(version, share.after, share.upto):
            if later := work.superseded.get(article.id):
                parts.add(resolve_earlier(article, later))
            else:
                parts.add(resolve(article, _read(file, article.id, line), work.apart), article)
            done += 1
        parts.close()
    return done


@contextmanager
def _without_rings() -> Iterator[None]:
    """No search for rings among values meanwhile: there are none, and looking takes a quarter of the time."""
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()


def _read(store: Path, article: str, line: bytes) -> Record:
    try:
        return read_stored(line)
    except ExtractError as error:
        raise LoadError(
            f"{store}: the record of article {article} is damaged: {error}; "
            "restore a copy of this file, or move it away and build again"
        ) from error
