"""What the sources of a run are: files and folders to read, addresses to ask for, and feeds that lie in files."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.address_lists import address_lines
from corpus.article import Reason, Rejection, is_address
from corpus.readers import MOST_BYTES, open_file, source_name, why_no_file

if TYPE_CHECKING:
    from corpus.fetching.listings import Entry, Listing

_XML = frozenset({".xml", ".rss", ".atom"})


@dataclass(slots=True)
class Sources:
    """The sources of one run, told apart.

    Attributes:
        files: Files and folders to read.
        addresses: Addresses to ask for: pages, feeds or sitemaps.
        entries: Pages that feeds and sitemaps in files list.
        lists: The files that hold such lists.
        refused: What is wrong with those.
    """

    files: list[Path] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    entries: "list[Entry]" = field(default_factory=list)
    lists: list[Path] = field(default_factory=list)
    refused: list[Rejection] = field(default_factory=list)

    @property
    def on_the_web(self) -> bool:
        """Whether anything has to be fetched."""
        return bool(self.addresses or self.entries)


def tell_apart(sources: Iterable[Path | str]) -> Sources:
    """Which of ``sources`` are files to read, and which lead to the web.

    An address is a string. A ``.txt`` file is a list of addresses where every line that is not empty is one; a
    ``.xml``, ``.rss`` or ``.atom`` file is a feed or sitemap by what stands in it. Each may be packed (``.gz``).
    """
    found = Sources()
    for source in sources:
        if isinstance(source, str):
            found.addresses.append(source)
        elif addresses := _addresses(source):
            found.addresses += addresses
            found.lists.append(source)
        elif listing := _listing(source):
            _take(listing, source, found)
        else:
            found.files.append(source)
    return found


def _take(listing: "Listing", path: Path, found: Sources) -> None:
    found.lists.append(path)
    links = [entry.link for entry in listing.entries if is_address(entry.link)]
    if listing.of_listings:
        found.addresses += links
    else:
        found.entries += [entry for entry in listing.entries if is_address(entry.link)]
    if listing.trouble or len(links) < len(listing.entries):
        trouble = listing.trouble or f"{len(listing.entries) - len(links)} addresses without a host"
        detail = f"{source_name(path)}: no well-formed {listing.kind} ({trouble}); {len(links)} addresses were read"
        found.refused.append(Rejection(source=source_name(path), reason=Reason.MALFORMED, detail=detail))


def _addresses(path: Path) -> list[str] | None:
    return address_lines(_read(path)) if _suffix(path) == ".txt" else None


def _listing(path: Path) -> "Listing | None":
    if _suffix(path) not in _XML or not (raw := _read(path)):
        return None
    from corpus.fetching.listings import read_listing  # noqa: PLC0415 - only runs that fetch wait for it

    return read_listing(raw, most_bytes=MOST_BYTES)


def _suffix(path: Path) -> str:
    return Path(path.name.lower().removesuffix(".gz")).suffix


def _read(path: Path) -> bytes:
    """The bytes of a file; none where it cannot be read or is too large to be a list, which ``read_sources`` tells."""
    if why_no_file(path):
        return b""
    try:
        with open_file(path) as stream:
            raw = stream.read(MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error):
        return b""
    return raw if len(raw) <= MOST_BYTES else b""
