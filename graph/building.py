"""The main job: from sources to a graph, in three passes over one folder that can be cut off anywhere.

Collect puts pages and articles into the store, extract adds a record to every article that has none from this
version, load builds the graph file from all of them. Each pass does only what the store does not know yet.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import cache
from pathlib import Path

from filelock import FileLock, Timeout

from corpus import (
    ANY,
    Collected,
    Failure,
    Store,
    Terms,
    collect,
    content_id,
    count_pages,
    fingerprint,
)
from extract import extract_records, extractor_version
from extract.rules.registry import known_rules
from graph.engine import graph_is_whole
from graph.errors import BuildError
from graph.folder import GRAPH_FILE, IDENTITY_FOLDER, JUDGEMENTS_FILE, LOCK_FILE, PARTS_FOLDER, STORE_FILE
from graph.identity.judgements import apart, read_log
from graph.loading import GraphCounts, build_graph
from graph.stored import Stored
from graph.summary import Summary
from graph.watching import Stage, unwatched

GRAPH_NOTE = "graph"  # note in the store: from which records the graph was built, and its counts
COMMIT_EVERY = 64  # records; what a kill loses at most, about a second of one worker's time


def build(
    sources: Iterable[Path | str], into: Path, *, workers: int = 1, terms: Terms = ANY, stage: Stage = unwatched
) -> Summary:
    """Bring everything of ``sources`` into the store and the graph of the folder ``into``.

    The result depends on the sources and on what the folder already held, never on ``workers``. Whatever cuts a
    run off, the next one goes on where it stopped.

    Raises:
        CorpusError: The folder or its store cannot be used, or no worker can be started.
        GraphError: Another build is at work there, or the graph file cannot be written.
    """
    summary = Summary()
    with opened(into) as store:
        for _ in collect_into(store, sources, summary, workers=workers, terms=terms, stage=stage):
            pass
        extract_into(store, summary, workers=workers, stage=stage)
        load_into(store, into, summary, workers=workers, stage=stage)
    return summary


@contextmanager
def opened(into: Path, *, create: bool = True) -> Iterator[Store]:
    """The store of a data folder, held against a second build for as long as this lasts.

    Raises:
        StoreError: There is none and ``create`` is False, or it cannot be used.
        BuildError: Another build is at work there.
    """
    if create:
        _make_folder(into)
    with Store.open(into / STORE_FILE, create=create) as store, _held(into):
        yield store


def _make_folder(into: Path) -> None:
    try:
        into.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        advice = "name another folder with --into"
        raise BuildError(f"{into}: cannot be made or is no folder ({error.strerror}); {advice}") from error


@contextmanager
def _held(into: Path) -> Iterator[None]:
    lock = FileLock(into / LOCK_FILE)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        raise BuildError(f"{into}: another build is at work there; wait for it or name another --into") from None
    except OSError as error:
        raise BuildError(f"{into / LOCK_FILE}: cannot be locked ({error.strerror}); remove it and run again") from error
    try:
        yield
    finally:
        lock.release()


def collect_into(  # noqa: PLR0913 - what a run has in hand
    store: Store,
    sources: Iterable[Path | str],
    summary: Summary,
    *,
    workers: int,
    terms: Terms = ANY,
    stage: Stage = unwatched,
) -> Iterator[Collected]:
    """Collect ``sources`` into ``store`` and count; yields what became of each page."""
    named = list(sources)
    reached = stage("collect", terms.selection.limit or count_pages(named))
    found = collect(named, store, workers=workers, terms=terms, tally=summary.visits)
    for done, collected in enumerate(found, start=1):
        summary.news[collected.news] += 1
        if collected.rejection:
            summary.reject(collected.rejection)
        reached(done)
        yield collected
    counts = store.counts()
    summary.articles, summary.partial = counts.articles, counts.partial


def extract_into(store: Store, summary: Summary, *, workers: int, stage: Stage = unwatched) -> None:
    """Make a record for every article of ``store`` that has none from this version of ``extract``, in others' place."""
    version = extractor_version()
    missing = store.counts().articles - store.records.count(version)
    if not missing:
        store.records.drop_earlier(version)
        return
    reached = stage("extract", missing)
    articles = store.records.missing(version)
    for done, (article, record) in enumerate(extract_records(articles, workers=workers), start=1):
        if isinstance(record, Failure):
            summary.fail(article, record)
        else:
            store.records.put(article.id, version, record.to_json())
            summary.extracted += 1
        if done % COMMIT_EVERY == 0:
            store.commit()
        reached(done)
    store.records.drop_earlier(version)
    store.commit()


def load_into(  # noqa: PLR0913 - what a run has in hand
    store: Store, into: Path, summary: Summary, *, workers: int, again: bool = False, stage: Stage = unwatched
) -> None:
    """Build the graph file from all records of ``store``, unless it was built from just these (or ``again``)."""
    store.commit()  # what is built from is what every process sees
    version = extractor_version()
    path = into / GRAPH_FILE
    revisions = store.revisions(version)
    judgements = read_log(into / JUDGEMENTS_FILE)
    told = content_id(repr(revisions).encode(), " ".join(judgement.id for judgement in judgements).encode())
    state = f"{loader_version()} {version} {store.state()} {told}"
    noted = json.loads(store.note(GRAPH_NOTE) or "{}")
    if noted.get("state") == state and graph_is_whole(path, indexed=True) and not again:
        summary.graph = GraphCounts(nodes=noted["nodes"], edges=noted["edges"])
        return
    from graph.identity.keeping import Joiner  # noqa: PLC0415 - DuckDB takes its time, questions do without

    reached = stage("load", store.records.count(version))
    joiner = Joiner(judgements, into / IDENTITY_FOLDER)
    summary.graph = build_graph(
        Stored(store=store.path, version=version, workers=workers, kept=into / PARTS_FOLDER),
        path,
        registry=known_rules(),
        superseded={revision.earlier: revision.later for revision in revisions},
        apart=apart(judgements),
        joined=joiner,
        on_progress=reached,
        stage=stage,
    )
    joiner.settle()
    summary.lines += joiner.outcome.lines()
    summary.rebuilt = True
    store.put_note(GRAPH_NOTE, json.dumps({"state": state, **asdict(summary.graph)}))
    store.commit()


@cache
def loader_version() -> str:
    """A short fingerprint of what makes the graph: one built by another version is built anew."""
    return fingerprint("graph", "ladybug")
