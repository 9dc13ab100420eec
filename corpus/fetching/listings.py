"""Feeds and sitemaps as the entries they list: RSS, RDF, Atom, sitemaps, news sitemaps and their indexes.

lxml reads them a node at a time: it comes with trafilatura, forgives what feeds get wrong, and bounds a huge
sitemap. feedparser would add two packages for titles and summaries that nobody here needs.
"""

import io
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from enum import StrEnum

from lxml import etree

from corpus.address_lists import address_lines
from corpus.article import is_address
from corpus.dates import iso_day

_HEAD = re.compile(rb"<(?:[\w-]+:)?(rss|feed|RDF|urlset|sitemapindex)[\s>]")
_PACKED = b"\x1f\x8b"
_PUBLISHED = ("publication_date", "pubDate", "published", "issued", "created", "date")
_CHANGED = ("lastmod", "updated", "modified")
# Times without an offset are read as those of Jakarta.
_WIB = timezone(timedelta(hours=7))


class Kind(StrEnum):
    """What a listing is; the entries of an index are listings themselves."""

    FEED = "feed"
    SITEMAP = "sitemap"
    INDEX = "sitemap index"
    ADDRESSES = "list of addresses"


_KINDS = {b"urlset": Kind.SITEMAP, b"sitemapindex": Kind.INDEX}
_ENTRIES = {Kind.FEED: ("{*}item", "{*}entry"), Kind.SITEMAP: ("{*}url",), Kind.INDEX: ("{*}sitemap",)}
# "&nbsp;" and the like in a title: usual in feeds, and it costs no entry.
_HARMLESS = frozenset({"ERR_UNDECLARED_ENTITY", "WAR_UNDECLARED_ENTITY"})
_BARE_AMPERSAND = re.compile(rb"&(?!\w{1,32};|#\w{1,8};)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a listing says about one of its pages.

    Attributes:
        link: Its address as written there, maybe relative.
        published: Time of publication, or None.
        changed: Time of its last change, or None.
    """

    link: str
    published: datetime | None = None
    changed: datetime | None = None

    @property
    def newest(self) -> date | None:
        """The last day the listing tells of it."""
        times = [moment for moment in (self.published, self.changed) if moment]
        return max(times).date() if times else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a feed or sitemap lists, in its order.

    Attributes:
        kind: What it is.
        entries: What it lists; an address once.
        trouble: Where it is not as XML must be, or "". The entries are those that could be read nevertheless.
    """

    kind: Kind
    entries: tuple[Entry, ...]
    trouble: str = ""

    @property
    def of_listings(self) -> bool:
        """Whether its entries may be feeds and sitemaps themselves."""
        return self.kind in {Kind.INDEX, Kind.ADDRESSES}


def read_listing(raw: bytes, *, most_bytes: int) -> Listing | None:
    """The listing that ``raw`` is, packed by gzip or not; None where it is something else.

    Raises:
        ValueError: It is packed, and unpacks to more than ``most_bytes`` or not at all.
    """
    if raw.startswith(_PACKED):
        raw = _unpacked(raw, most_bytes)
    if found := _HEAD.search(raw[:4096]):
        if b"<html" not in raw[: found.start()].lower():
            return _xml(raw, _KINDS.get(found[1], Kind.FEED))
        return None
    if lines := address_lines(raw):
        return Listing(kind=Kind.ADDRESSES, entries=tuple(Entry(link=line) for line in lines))
    return None


def _unpacked(raw: bytes, most_bytes: int) -> bytes:
    unpacker = zlib.decompressobj(wbits=31)
    try:
        text = unpacker.decompress(raw, most_bytes + 1)
    except zlib.error as error:
        raise ValueError(f"broken gzip ({error})") from error
    if len(text) > most_bytes:
        raise ValueError(f"more than {most_bytes // 1_000_000} MB unpacked")
    return text


def _xml(raw: bytes, kind: Kind) -> Listing:
    # Entities stay as they are and nothing is fetched: a feed cannot make us read files or grow without bound.
    parser = etree.iterparse(
        io.BytesIO(_escaped(raw.lstrip())),
        tag=_ENTRIES[kind],
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    )
    entries: list[Entry | None] = []
    trouble = ""
    try:
        for _, element in parser:
            entries.append(_entry(element))
            _let_go(element)
    except etree.XMLSyntaxError as error:
        trouble = error.msg or "no XML"
    faults = [fault for fault in parser.error_log if fault.type_name not in _HARMLESS]
    if faults and not trouble:
        trouble = f"{faults[0].message}, line {faults[0].line}"
    if trouble and _breaks_off(raw, kind):
        entries = entries[:-1]  # of its address there may be only a part
    once = {entry.link: entry for entry in entries if entry}
    return Listing(kind=kind, entries=tuple(once.values()), trouble=" ".join(trouble.split()))


def _breaks_off(raw: bytes, kind: Kind) -> bool:
    """Whether the last entry is begun and not ended."""
    names = [name.removeprefix("{*}").encode() for name in _ENTRIES[kind]]
    return max(raw.rfind(b"<" + name) for name in names) > max(raw.rfind(b"</" + name) for name in names)


def _escaped(raw: bytes) -> bytes:
    """``raw`` with ampersands that begin no entity written as XML wants them, so that addresses keep theirs."""
    parts: list[bytes] = []
    place = 0
    while (begin := raw.find(b"<![CDATA[", place)) >= 0 and (end := raw.find(b"]]>", begin)) >= 0:
        parts += (_BARE_AMPERSAND.sub(b"&amp;", raw[place:begin]), raw[begin:end])
        place = end
    return b"".join((*parts, _BARE_AMPERSAND.sub(b"&amp;", raw[place:])))


def _let_go(element: etree._Element) -> None:
    """Free what has been read, so that memory is bounded by entries, not by the tree."""
    element.clear()
    while (parent := element.getparent()) is not None and element.getprevious() is not None:
        del parent[0]


def _entry(element: etree._Element) -> Entry | None:
    fields = {_name(child): (child.text or "").strip() for child in reversed(list(element.iterdescendants()))}
    link = _link(element, fields)
    if not link:
        return None
    return Entry(link=link, published=_moment(fields, _PUBLISHED), changed=_moment(fields, _CHANGED))


def _link(element: etree._Element, fields: dict[str, str]) -> str:
    """The address of the article: not that of a counter before it, nor of a picture or of its comments."""
    direct = [child for child in element if _name(child) in {"link", "loc"}]
    hrefs = [child.get("href", "") for child in direct if child.get("rel", "alternate") == "alternate"]
    texts = [(child.text or "").strip() for child in direct]
    guid = fields.get("guid", "") if is_address(fields.get("guid", "")) else ""
    candidates = (fields.get("origLink", ""), *texts, *hrefs, guid)
    return next(filter(None, candidates), "")


def _moment(fields: dict[str, str], names: tuple[str, ...]) -> datetime | None:
    return next((found for name in names if (found := moment(fields.get(name, "")))), None)


def moment(text: str) -> datetime | None:
    """A time as feeds and sitemaps write it, ISO 8601 or RFC 822, also with Indonesian names; None if it is none.

    >>> moment("Thu, 02 May 2024 08:30:00 +0700").isoformat()
    '2024-05-02T08:30:00+07:00'
    >>> moment("2 Mei 2024").isoformat()
    '2024-05-02T00:00:00+07:00'
    """
    readings: tuple[Callable[[str], datetime], ...] = (
        datetime.fromisoformat,
        parsedate_to_datetime,
        lambda words: datetime.fromisoformat(iso_day(words)),
    )
    for read in readings if text else ():
        try:
            found = read(text)
        except (ValueError, TypeError, OverflowError):
            continue
        return found if found.tzinfo else found.replace(tzinfo=_WIB)
    return None


def _name(element: etree._Element) -> str:
    """The name of a node without its namespace; "" for comments and the like."""
    return element.tag.rpartition("}")[2].rpartition(":")[2] if isinstance(element.tag, str) else ""
