"""Collecting: sources read, pages cleaned by several processes, the outcome of each noted in the store."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from corpus.article import Article, Media, Page, Reason, Rejection
from corpus.cleaning import clean, cleaner_version
from corpus.joining import join_stored
from corpus.readers import read_sources, source_name
from corpus.sieve import why_sieved
from corpus.sources import Sources, tell_apart
from corpus.store import Store
from corpus.terms import ANY, News, Tally, Terms
from corpus.workers import Failure, ordered_map

# A kill loses at most this much work; committing each page alone would cost more time than cleaning it.
_PAGES_A_COMMIT = 200
_SECONDS_A_COMMIT = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """What became of one page or unreadable source.

    Attributes:
        source: As in ``Page.source``.
        article_id: Id of its article in the store, or "" where it gave none.
        rejection: Why it gave none.
        news: Whether it was new to the store.
    """

    source: str
    article_id: str = ""
    rejection: Rejection | None = None
    news: News


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """A page the store has dealt with, without its bytes, and how it was refused if it was."""

    source: str
    page_id: str
    refused: Rejection | None


def collect(
    sources: Iterable[Path | str],
    store: Store,
    *,
    workers: int = 1,
    terms: Terms = ANY,
    tally: Tally | None = None,
) -> Iterator[Collected]:
    """One value per page or source that gives none, each noted in ``store``: files in order, then what is fetched.

    The store is committed every second and at the end, so a run that was killed goes on where it stopped; what is
    fetched is safe at once. Its content does not depend on the number of ``workers``.

    Args:
        sources: Files and folders as paths, addresses as strings.
        store: Where everything goes.
        workers: Processes that clean. Where everything is fetched this one does: there is time between requests.
        terms: What is wanted, and how servers are visited.
        tally: Where fetches, and what is left out, are counted.

    Raises:
        StoreError: The store cannot be written; what was committed is safe.
        WorkerError: The worker processes cannot be started.
    """
    cleaner = cleaner_version()
    found = tell_apart(sources)
    tally = Tally() if tally is None else tally
    places = _Places({source_name(path) for path in found.lists}, set())
    read: Iterator[Page | Rejection] = chain(places.watched(found, terms, tally), _fetched(found, store, terms, tally))
    read = places.sieved(read, store, cleaner) if terms.sieve else read
    waiting = _limited(_unknown(read, store, cleaner), terms.selection.limit)
    workers = workers if found.files else 1
    committed, since = time.monotonic(), 0
    for item, result in ordered_map(_clean, waiting, workers=workers):
        yield _note(item, result, store, cleaner)
        since += 1
        if since >= _PAGES_A_COMMIT or time.monotonic() - committed > _SECONDS_A_COMMIT:
            store.commit()
            committed, since = time.monotonic(), 0
    if terms.selection.limit is None:  # else nobody knows what the rest of a place would tell
        for place in sorted(places.read - places.refused):
            store.rejections.forget(place)
    join_stored(store, cleaner)
    store.commit()


@dataclass(frozen=True, slots=True)
class _Places:
    """The places that were read, which are no pages themselves (folders, JSON Lines files), and all refused."""

    read: set[str]
    refused: set[str]

    def watched(self, sources: Sources, terms: Terms, tally: Tally) -> Iterator[Page | Rejection]:
        self.refused.update(refused.source for refused in sources.refused)
        yield from sources.refused
        for source in sources.files:
            self.read.add(source_name(source))
            for item in read_sources([source], selection=terms.selection, tally=tally):
                if isinstance(item, Rejection):
                    self.refused.add(item.source)
                elif item.media is Media.JSON:
                    self.read.add(item.source.rpartition(":")[0])
                yield item

    def sieved(self, read: Iterable[Page | Rejection], store: Store, cleaner: str) -> Iterator[Page | Rejection]:
        """What was read, with a ``Rejection`` for each new page in which nothing can be said about a rule."""
        fresh = store.is_empty()  # then there is no need to look up, by all its bytes, whether a page is known
        for item in read:
            why = why_sieved(item.raw) if isinstance(item, Page) else ""
            if isinstance(item, Page) and why and (fresh or not store.outcomes.known(item.id, cleaner)):
                if item.source in self.read:
                    self.refused.add(item.source)
                yield Rejection(source=item.source, reason=Reason.SIEVED, detail=f"{item.source}: {why}")
            else:
                yield item


def _fetched(sources: Sources, store: Store, terms: Terms, tally: Tally) -> Iterator[Page | Rejection]:
    if not sources.on_the_web:
        return
    from corpus.fetching.crawl import open_crawl  # noqa: PLC0415 - only runs that fetch wait for it

    yield from open_crawl(store, terms, tally).pages(sources.addresses, sources.entries)


def _limited(items: Iterable[Page | Rejection | _Known], limit: int | None) -> Iterator[Page | Rejection | _Known]:
    """``items`` up to the page that makes ``limit`` new ones; what is behind it is not even asked for."""
    if limit is None:
        yield from items
        return
    left = limit
    for item in items:
        yield item
        left -= isinstance(item, Page)
        if left <= 0:
            return


def _unknown(read: Iterable[Page | Rejection], store: Store, cleaner: str) -> Iterator[Page | Rejection | _Known]:
    """What was read, with the bytes of those pages only that have to be cleaned."""
    for item in read:
        if isinstance(item, Page) and store.outcomes.known(page_id := item.id, cleaner):
            store.saw(page_id, item.fetched)
            outcome = store.outcomes.get(page_id)
            refused = outcome if isinstance(outcome, Rejection) else None
            yield _Known(source=item.source, page_id=page_id, refused=refused)
        else:
            yield item


def _clean(item: Page | Rejection | _Known) -> Article | Rejection | None:
    if isinstance(item, Page):
        return clean(item)
    return item if isinstance(item, Rejection) else None


def _note(
    item: Page | Rejection | _Known, result: Article | Rejection | Failure | None, store: Store, cleaner: str
) -> Collected:
    if isinstance(item, _Known):
        return _known_again(item, store, cleaner)
    if isinstance(item, Rejection):
        return _collected(item.source, item, News.NEW if store.rejections.put(item) else News.KNOWN)
    if store.outcomes.known(item.id, cleaner):
        return _dealt_with(item.source, item.id, store)
    store.put_page(item)
    return _note_cleaned(item, result, store, cleaner)


def _known_again(item: _Known, store: Store, cleaner: str) -> Collected:
    """A known page; its refusal is noted anew where it went with its former source since this one was read."""
    page = store.page(item.page_id) if item.refused and not store.outcomes.known(item.page_id, cleaner) else None
    if page and item.refused:
        store.outcomes.put(replace(page, source=item.source), item.refused, cleaner)
    return _dealt_with(item.source, item.page_id, store)


def _dealt_with(source: str, page_id: str, store: Store) -> Collected:
    first = store.source(page_id) == source
    return _collected(source, store.outcomes.reread(source, page_id), News.KNOWN if first else News.REPEATED)


def _note_cleaned(page: Page, result: Article | Rejection | Failure | None, store: Store, cleaner: str) -> Collected:
    if not isinstance(result, Article | Rejection):
        told = result.message if isinstance(result, Failure) else "no result"
        detail = f"{page.source}: cleaning failed ({told}); report this page"
        result = Rejection(source=page.source, reason=Reason.FAILED, detail=detail)
    repeated = isinstance(result, Article) and store.article(result.id) is not None
    outcome = store.outcomes.put(page, result, cleaner)
    return _collected(
        page.source,
        outcome if isinstance(outcome, Rejection) else outcome.id,
        News.REPEATED if repeated and isinstance(outcome, Article) else News.NEW,
    )


def _collected(source: str, outcome: str | Rejection | None, news: News) -> Collected:
    if isinstance(outcome, Rejection):
        return Collected(source=source, rejection=outcome, news=news)
    return Collected(source=source, article_id=outcome or "", news=news)
