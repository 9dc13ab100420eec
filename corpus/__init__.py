"""From pages to clean articles, kept in one store."""

from corpus.article import Article, Media, Page, Reason, Rejection, content_id, is_address
from corpus.cleaning import clean, cleaner_version
from corpus.collecting import Collected, News, collect
from corpus.errors import CorpusError, StoreError, WorkerError
from corpus.fetching.manners import Manners
from corpus.readers import count_pages, read_sources
from corpus.revisions import Revision
from corpus.selection import Selection
from corpus.sources import tell_apart
from corpus.store import Counts, Store
from corpus.terms import ANY, Tally, Terms, Visit
from corpus.versions import fingerprint
from corpus.workers import Failure, ordered_map

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
