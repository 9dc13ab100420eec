"""From addresses to pages: feeds and sitemaps are followed to what they list, each address is asked for once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from corpus.article import Media, Page, Reason, Rejection
from corpus.encoding import looks_binary
from corpus.errors import FetchError
from corpus.fetches import Fetch
from corpus.fetching.addresses import Address, parse_address, shown
from corpus.fetching.archive import Archive
from corpus.fetching.client import Response
from corpus.fetching.errands import Errand, Errands
from corpus.fetching.guest import NOT_MODIFIED, Guest, Later
from corpus.fetching.listings import Entry, Listing, read_listing
from corpus.fetching.pace import Pace
from corpus.store import Store
from corpus.terms import Tally, Terms, Visit

# Indexes of sitemaps may list indexes; nobody nests them deeper but by mistake or to trap.
_MOST_DEPTH = 3
_MEDIA = {"text/html": Media.HTML, "application/xhtml+xml": Media.HTML, "text/plain": Media.TEXT, "": Media.HTML}


def open_crawl(store: Store, terms: Terms, tally: Tally, *, pace: Pace | None = None) -> "Crawl":
    """A crawl into ``store`` with a guest of its own, and the archive that ``terms`` ask for."""
    manners = terms.manners
    archive = Archive(terms.warc, software=manners.user_agent) if terms.warc else None
    return Crawl(Guest(manners, pace=pace, archive=archive), store, terms, tally)


class Crawl:
    """One run over addresses: what it fetches is safe in the store before it is handed on."""

    def __init__(self, guest: Guest, store: Store, terms: Terms, tally: Tally) -> None:
        self._guest = guest
        self._store = store
        self._terms = terms
        self._tally = tally
        self._errands = Errands(guest.pace)

    def pages(self, addresses: Iterable[str], listed: Iterable[Entry] = ()) -> Iterator[Page | Rejection]:
        """The pages that ``addresses`` are or list, and those ``listed`` in files; a ``Rejection`` for each failure."""
        entries = [Entry(link=address) for address in addresses]
        yield from self._take(entries, None, wanted=False)
        yield from self._take(listed, None, wanted=True)
        while errand := self._errands.next():
            try:
                yield from self._run(errand)
            except FetchError as error:
                if error.reason is Reason.UNREADABLE and errand.entry:  # it will be as large tomorrow
                    self._remember(errand.address, Fetch(at=datetime.now(UTC)))
                yield _refused(errand.address.shown, error.reason, str(error))

    def _take(self, entries: Iterable[Entry], base: Errand | None, *, wanted: bool) -> Iterator[Rejection]:
        """Make errands of entries, the newest first; ``wanted`` where they go through the selection."""
        errands = []
        for entry in sorted(entries, key=_newest_first):
            try:
                address = base.address.joined(entry.link) if base else parse_address(entry.link)
            except FetchError as error:
                yield _refused(shown(entry.link), error.reason, str(error))
                continue
            if wanted and not self._wants(address, entry):
                self._tally[Visit.LEFT_OUT] += 1
                continue
            errands.append(
                Errand(address=address, entry=entry if wanted else None, depth=base.depth + 1 if base else 0)
            )
        self._errands.add(errands)

    def _wants(self, address: Address, entry: Entry) -> bool:
        published, changed = entry.published, entry.changed
        return self._terms.selection.wants(
            address.shown, published=published and published.date(), changed=changed and changed.date()
        )

    def _run(self, errand: Errand) -> Iterator[Page | Rejection]:
        fetch = self._store.fetches.get(errand.address.shown)
        page = self._store.page(fetch.page_id) if fetch else None
        if fetch and (remembered := self._remembered(fetch, page, errand)):
            self._tally[Visit.REMEMBERED] += 1
            yield remembered
            return
        if not self._guest.knows_rules(errand.address):
            self._guest.rules(errand.address)  # one request; the next may be due at another host
            self._errands.again(errand)
            return
        known = fetch.conditions if fetch and (page or fetch.listing is not None) else {}
        answer = self._guest.visit(errand.address, listing=errand.entry is None, known=known, attempt=errand.attempt)
        if isinstance(answer, Later):
            self._errands.again(replace(errand, attempt=errand.attempt + 1))
        elif answer.status == NOT_MODIFIED and fetch:
            yield from self._not_modified(errand, fetch, page)
        else:
            yield from self._fetched(errand, answer)

    def _remembered(self, fetch: Fetch, page: Page | None, errand: Errand) -> Page | Rejection | None:
        """What an earlier run made of the address, where there is no reason to ask again."""
        if fetch.listing is not None or self._outdated(fetch, errand):
            return None
        return replace(page, source=errand.address.shown) if page else self._store.rejections.get(errand.address.shown)

    def _outdated(self, fetch: Fetch, errand: Errand) -> bool:
        """Whether a page may have changed since it was fetched, as far as its listing or the user says."""
        changed = errand.entry and errand.entry.changed
        return self._terms.refresh or bool(changed and changed > fetch.at)

    def _not_modified(self, errand: Errand, fetch: Fetch, page: Page | None) -> Iterator[Page | Rejection]:
        now = datetime.now(UTC)
        self._tally[Visit.NOT_MODIFIED] += 1
        self._remember(errand.address, replace(fetch, at=now))
        if page:
            yield replace(page, source=errand.address.shown, fetched=now.isoformat(timespec="seconds"))
        elif fetch.listing and (listing := self._listing(fetch.listing)):
            yield from self._listed(errand, listing)

    def _fetched(self, errand: Errand, answer: Response) -> Iterator[Page | Rejection]:
        self._tally[Visit.FETCHED] += 1
        fetch = Fetch(at=datetime.now(UTC), etag=answer.header("ETag"), modified=answer.header("Last-Modified"))
        if errand.entry is None and (listing := self._listing(answer.body)):
            self._remember(errand.address, replace(fetch, listing=answer.body))
            yield from self._listed(errand, listing)
            return
        found = self._page(errand.address.shown, answer)
        if isinstance(found, Page):
            self._store.put_page(found)
        self._remember(errand.address, replace(fetch, page_id=found.id if isinstance(found, Page) else ""))
        yield found

    def _remember(self, address: Address, fetch: Fetch) -> None:
        self._store.fetches.put(address.shown, fetch)
        self._store.commit()

    def _page(self, source: str, answer: Response) -> Page | Rejection:
        media = _MEDIA.get(answer.media_type)
        most_bytes = self._guest.manners.most_bytes
        if not answer.body.strip():
            return _refused(source, Reason.EMPTY, "nothing in it; look at it in a browser")
        if len(answer.body) > most_bytes:
            return _refused(source, Reason.UNREADABLE, f"more than {most_bytes // 1_000_000} MB; leave it out")
        if media is None or looks_binary(answer.body):
            return _refused(source, Reason.BINARY, f"it is {answer.media_type or 'no text'}, no page; leave it out")
        fetched = datetime.now(UTC).isoformat(timespec="seconds")
        return Page(source=source, raw=answer.body, media=media, charset=answer.charset, fetched=fetched)

    def _listing(self, raw: bytes) -> Listing | None:
        try:
            return read_listing(raw, most_bytes=self._guest.manners.most_listing_bytes)
        except ValueError as error:
            raise FetchError(Reason.UNREADABLE, f"{error}; report it to the site") from error

    def _listed(self, errand: Errand, listing: Listing) -> Iterator[Rejection]:
        """Take the entries of a feed or sitemap; what is wrong with it as a whole is told once."""
        told = f"no well-formed {listing.kind} ({listing.trouble}); {len(listing.entries)} addresses were read"
        if listing.trouble:
            yield _refused(errand.address.shown, Reason.MALFORMED, told)
        elif not listing.entries:
            yield _refused(errand.address.shown, Reason.EMPTY, f"a {listing.kind} without addresses; leave it out")
        if errand.depth >= _MOST_DEPTH:
            raise FetchError(Reason.MALFORMED, f"more than {_MOST_DEPTH} listings within each other; leave it out")
        if listing.of_listings:
            entries = [entry for entry in listing.entries if self._may_hold_wanted(entry)]
            yield from self._take(entries, errand, wanted=False)
        else:
            yield from self._take(listing.entries, errand, wanted=True)

    def _may_hold_wanted(self, entry: Entry) -> bool:
        """Whether a sitemap of an index may list anything new enough."""
        since = self._terms.selection.since
        wanted = not (since and entry.changed and entry.changed.date() < since)
        self._tally[Visit.LEFT_OUT] += not wanted
        return wanted


def _newest_first(entry: Entry) -> float:
    moments = [moment.timestamp() for moment in (entry.published, entry.changed) if moment]
    return -max(moments, default=0.0)


def _refused(source: str, reason: Reason, detail: str) -> Rejection:
    return Rejection(source=source, reason=reason, detail=f"{source}: {detail}")
