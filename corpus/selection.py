"""Which pages of a source are wanted: by day, by address, and how many."""

import re
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What a run is limited to; without settings everything is wanted.

    Attributes:
        since: Pages dated before it by their feed, sitemap or archive are left out; undated ones are not.
        until: Pages dated after it are left out likewise.
        match: Pages in whose source (address or path) it is not found are left out.
        limit: Pages that are cleaned at most; those dealt with in an earlier run do not count.
    """

    since: date | None = None
    until: date | None = None
    match: re.Pattern[str] | None = None
    limit: int | None = None

    def wants(self, source: str, *, published: date | None = None, changed: date | None = None) -> bool:
        """Whether a page is wanted, as far as can be told before it is read.

        A page was published on or before the day it was last ``changed``, which so tells something of ``since`` but
        nothing of ``until``.

        >>> may = Selection(since=date(2024, 5, 1), until=date(2024, 5, 31))
        >>> may.wants("a", published=date(2024, 6, 1)), may.wants("a", changed=date(2024, 6, 1)), may.wants("a")
        (False, True, True)
        """
        latest = published or changed
        if self.since and latest and latest < self.since:
            return False
        if self.until and published and published > self.until:
            return False
        return self.match is None or bool(self.match.search(source))


EVERYTHING = Selection()
