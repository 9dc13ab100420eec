"""On what terms a run collects: which pages are wanted, how servers are visited, and what came of it."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from corpus.fetching.manners import Manners
from corpus.selection import EVERYTHING, Selection


class Visit(StrEnum):
    """What a run did about addresses and wishes, beside the outcome of each page.

    FETCHED: a page, feed or sitemap came over the net. NOT_MODIFIED: its server says it is as it was.
    REMEMBERED: it was fetched in an earlier run and not asked for again. LEFT_OUT: not wanted.
    """

    FETCHED = "fetched"
    NOT_MODIFIED = "not modified"
    REMEMBERED = "not asked for again"
    LEFT_OUT = "left out as not wanted"


class News(StrEnum):
    """How much of a source was news to the store.

    NEW: a page not seen before. REPEATED: the same page or the same article came from another source before.
    KNOWN: this page of this source was dealt with before.
    """

    NEW = "new"
    REPEATED = "repeated"
    KNOWN = "known"


Tally = Counter[Visit]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What one run is asked for beside its sources.

    Attributes:
        selection: Which pages are wanted.
        manners: How servers are visited.
        warc: File that keeps what is fetched, or None.
        refresh: Whether pages fetched in an earlier run are asked for again, if they changed.
        sieve: Whether pages are left unread in whose bytes no Indonesian, or no word that names a rule, stands.
    """

    selection: Selection = EVERYTHING
    manners: Manners = field(default_factory=Manners)
    warc: Path | None = None
    refresh: bool = False
    sieve: bool = False


ANY = Terms()
