"""How the sources on the web are: reached or not, allowed or not, and how new what they list is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from corpus.errors import FetchError
from corpus.fetching.addresses import parse_address, shown
from corpus.fetching.guest import Guest, Later
from corpus.fetching.listings import Kind, Listing, read_listing
from corpus.fetching.manners import Manners

# A paper that has published nothing for so long has moved its feed or its readers.
_STALE = timedelta(days=30)


class Health(StrEnum):
    """Whether a source serves. POOR: it does, but something is wrong with it."""

    GOOD = "good"
    POOR = "poor"
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """How one source is.

    Attributes:
        source: Its address, as it may be shown.
        health: Whether it serves.
        status: What the server answered, or why it was not asked.
        robots: What its robots.txt says: allowed, forbidden, or not read.
        delay: Seconds it wants between requests; 0 where it does not tell.
        kind: Feed, sitemap and the like; for a page what its server calls it; or "".
        entries: Addresses it lists.
        newest: The last day that it dates an entry with, or None.
        detail: What is wrong, with the next step, or "".
    """

    source: str
    health: Health
    status: str = ""
    robots: str = "not read"
    delay: float = 0.0
    kind: str = ""
    entries: int = 0
    newest: date | None = None
    detail: str = ""


def examine(sources: Iterable[str], manners: Manners) -> Iterator[Condition]:
    """The condition of each address, asked once each, at the pace of a guest; nothing is kept."""
    guest = Guest(manners)
    for source in sources:
        yield _condition(source, guest)


def _condition(source: str, guest: Guest) -> Condition:
    found = Condition(source=shown(source), health=Health.BAD)
    try:
        address = parse_address(source)
        rules = guest.rules(address)
        if not rules.trouble:
            found = replace(found, robots="allowed" if rules.allows(address) else "forbidden", delay=rules.delay)
        answer = guest.visit(address, listing=True)
        if isinstance(answer, Later):
            told = answer.why.partition(";")[0]
            return replace(found, health=Health.POOR, status=told, detail="no good answer now; try again later")
        found = replace(found, status=f"{answer.status} {answer.phrase}".strip(), kind=answer.media_type)
        listing = read_listing(answer.body, most_bytes=guest.manners.most_listing_bytes)
    except FetchError as error:
        return replace(found, status=found.status or error.reason.value, detail=str(error))
    except ValueError as error:
        return replace(found, detail=f"{error}; tell the site")
    return _listed(found, listing) if listing else replace(found, health=Health.GOOD)


def _listed(found: Condition, listing: Listing) -> Condition:
    newest = max((day for entry in listing.entries if (day := entry.newest)), default=None)
    detail = _trouble(listing, newest)
    return replace(
        found,
        health=Health.POOR if detail else Health.GOOD,
        kind=listing.kind.value,
        entries=len(listing.entries),
        newest=newest,
        detail=detail,
    )


def _trouble(listing: Listing, newest: date | None) -> str:
    if listing.trouble:
        return f"not well-formed ({listing.trouble}); tell the site"
    if not listing.entries:
        return "it lists nothing; leave it out"
    if listing.kind is Kind.FEED and newest and newest < datetime.now(UTC).date() - _STALE:
        return f"nothing new since {newest}; look for another feed of the site"
    return ""
