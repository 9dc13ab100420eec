"""The memory of what was fetched: nothing is fetched twice, and what may have changed is asked for that alone."""

from dataclasses import dataclass
from datetime import UTC, datetime

import zstandard

from corpus.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """The last time that an address gave something.

    Attributes:
        at: When.
        etag: What its server calls that version, or "".
        modified: When its server says it last changed, as written there, or "".
        page_id: The page it gave; "" for a listing, and where what came is no page to keep.
        listing: The feed or sitemap it gave, or None.
    """

    at: datetime
    etag: str = ""
    modified: str = ""
    page_id: str = ""
    listing: bytes | None = None

    @property
    def conditions(self) -> dict[str, str]:
        """The request headers that ask for a newer version only."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in named.items() if value}


class Fetches:
    """The fetches that one store remembers, by the address that may be shown."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, address: str) -> Fetch | None:
        """The last fetch of ``address``."""
        row = self._database.row(
            "SELECT fetched_at, etag, modified, page_id, listing FROM fetches WHERE address = ?", (address,)
        )
        return row and Fetch(
            at=datetime.fromisoformat(row[0]),
            etag=row[1],
            modified=row[2],
            page_id=row[3],
            listing=row[4] and zstandard.decompress(row[4]),
        )

    def put(self, address: str, fetch: Fetch) -> None:
        """Remember ``fetch`` in place of the one before."""
        listing = fetch.listing and zstandard.compress(fetch.listing)
        at = fetch.at.astimezone(UTC).isoformat(timespec="seconds")
        row = (address, at, fetch.etag, fetch.modified, fetch.page_id, listing)
        self._database.rows("INSERT OR REPLACE INTO fetches VALUES (?, ?, ?, ?, ?, ?)", row)

    def listings(self) -> list[str]:
        """The addresses of the feeds and sitemaps that were fetched, in order."""
        rows = self._database.rows("SELECT address FROM fetches WHERE listing IS NOT NULL ORDER BY address")
        return [str(address) for (address,) in rows]
