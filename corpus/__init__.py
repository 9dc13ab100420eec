"""From pages to clean articles, kept in one store."""

from typing import TYPE_CHECKING

from corpus.lazily import lazily

if TYPE_CHECKING:
    from corpus.article import Article, Media, Page, Reason, Rejection, content_id, is_address
    from corpus.cleaning import clean, cleaner_version
    from corpus.collecting import Collected, collect
    from corpus.errors import CorpusError, StoreError, WorkerError
    from corpus.fetching.manners import Manners
    from corpus.readers import count_pages, read_sources
    from corpus.revisions import Revision
    from corpus.selection import Selection
    from corpus.sources import tell_apart
    from corpus.store import Counts, Store
    from corpus.terms import ANY, News, Tally, Terms, Visit
    from corpus.versions import fingerprint
    from corpus.workers import Failure, ordered_map
else:
    __getattr__ = lazily(
        __name__,
        {
            "corpus.article": ["Article", "Media", "Page", "Reason", "Rejection", "content_id", "is_address"],
            "corpus.cleaning": ["clean", "cleaner_version"],
            "corpus.collecting": ["Collected", "collect"],
            "corpus.errors": ["CorpusError", "StoreError", "WorkerError"],
            "corpus.fetching.manners": ["Manners"],
            "corpus.readers": ["count_pages", "read_sources"],
            "corpus.revisions": ["Revision"],
            "corpus.selection": ["Selection"],
            "corpus.sources": ["tell_apart"],
            "corpus.store": ["Counts", "Store"],
            "corpus.terms": ["ANY", "News", "Tally", "Terms", "Visit"],
            "corpus.versions": ["fingerprint"],
            "corpus.workers": ["Failure", "ordered_map"],
        },
    )

__all__ = [
    "ANY",
    "Article",
    "Collected",
    "CorpusError",
    "Counts",
    "Failure",
    "Manners",
    "Media",
    "News",
    "Page",
    "Reason",
    "Rejection",
    "Revision",
    "Selection",
    "Store",
    "StoreError",
    "Tally",
    "Terms",
    "Visit",
    "WorkerError",
    "clean",
    "cleaner_version",
    "collect",
    "content_id",
    "count_pages",
    "fingerprint",
    "is_address",
    "ordered_map",
    "read_sources",
    "tell_apart",
]
