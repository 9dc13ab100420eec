"""From pages to clean articles, kept in one store."""

from corpus.article import Article, Media, Page, Reason, Rejection, content_id
from corpus.cleaning import clean, cleaner_version
from corpus.collecting import Collected, News, collect
from corpus.errors import CorpusError, StoreError, WorkerError
from corpus.readers import count_pages, read_sources
from corpus.store import Counts, Store
from corpus.versions import fingerprint
from corpus.workers import Failure, ordered_map

__all__ = [
    "Article",
    "Collected",
    "CorpusError",
    "Counts",
    "Failure",
    "Media",
    "News",
    "Page",
    "Reason",
    "Rejection",
    "Store",
    "StoreError",
    "WorkerError",
    "clean",
    "cleaner_version",
    "collect",
    "content_id",
    "count_pages",
    "fingerprint",
    "ordered_map",
    "read_sources",
]
