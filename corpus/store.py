"""The store: pages as they came, the articles made of them, what was refused, and what extraction found.

One SQLite file. Pages are never changed or deleted; articles follow from them and are replaced when a newer
cleaner makes something else of the same page, together with their records.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

import zstandard

from corpus.article import Article, Media, Page, Reason, Rejection, content_id
from corpus.database import Database
from corpus.errors import StoreError
from corpus.fetches import Fetches
from corpus.revisions import Revision, find_revisions

_FIELDS = ", ".join(each.name for each in fields(Article))
# Articles read at a time: reading by key lets others write meanwhile, and keeps memory bounded.
_BATCH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many pages, articles, articles that miss a part, and refusals (by reason) the store holds."""

    pages: int
    articles: int
    partial: int = 0
    rejected: Mapping[Reason, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordShare:
    """Articles with a record that came in one after another.

    Attributes:
        first: The first place that counts to it.
        size: How many places do.
        articles: How many articles there are.
        digest: Changes with them and their records.
    """

    first: int
    size: int
    articles: int
    digest: str


class Store:
    """Everything collected into one folder. Open it with ``Store.open``, use it as a context manager.

    Nothing is safe before ``commit``. Every method raises ``StoreError`` where the file fails.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, path: Path, *, create: bool = True, read_only: bool = False) -> "Store":
        """The store in the file ``path``, made if it is not there and ``create`` says so.

        With ``read_only`` nothing is made or written: it opens in folders that may not be written, and while
        another program is writing.

        Raises:
            StoreError: The file is no store, of a newer version, or cannot be opened or made.
        """
        return cls(Database(path, create=create and not read_only, read_only=read_only))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was not committed is lost."""
        self._database.close()

    def commit(self) -> None:
        """Make everything put since the last commit safe."""
        self._database.commit()

    @property
    def path(self) -> Path:
        """Its file."""
        return self._database.path

    @property
    def fetches(self) -> Fetches:
        """What was fetched from the web into this store."""
        return Fetches(self._database)

    def faults(self) -> list[str]:
        """What is wrong with the file, a line each; nothing in a sound one."""
        damage = [str(row[0]) for row in self._database.rows("PRAGMA quick_check(5)") if row[0] != "ok"]
        dangling = len(self._database.rows("PRAGMA foreign_key_check"))
        untold = self._database.row(
            "SELECT count(*) FROM outcomes WHERE article_id IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM rejections WHERE rejections.page_id = outcomes.page_id)"
        )[0]
        found = [f"{dangling} rows that belong to nothing"] if dangling else []
        found += [f"{untold} pages without article or refusal"] if untold else []
        return damage + found

    def is_empty(self) -> bool:
        """Whether no page was ever put here."""
        return self._database.row("SELECT 1 FROM pages LIMIT 1") is None

    def put_page(self, page: Page) -> bool:
        """Keep the bytes of ``page``; the same bytes again change nothing.

        Returns:
            Whether the page is new here.
        """
        if self._database.row("SELECT 1 FROM pages WHERE id = ?", (page.id,)):
            self.saw(page.id, page.fetched)
            return False
        raw = zstandard.compress(page.raw)
        read_at = datetime.now(UTC).isoformat(timespec="seconds")
        row = (page.id, page.source, page.media.value, raw, read_at, page.charset, page.fetched or read_at)
        self._database.rows("INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        return True

    def saw(self, page_id: str, fetched: str) -> None:
        """Note that the page was fetched again, unless a later fetch of it is known; "" tells nothing."""
        self._database.rows("UPDATE pages SET seen_at = ? WHERE id = ? AND seen_at < ?", (fetched, page_id, fetched))

    def page(self, page_id: str) -> Page | None:
        """The page with this id, its bytes as they were read."""
        row = self._database.row("SELECT source, media, raw, charset FROM pages WHERE id = ?", (page_id,))
        return row and Page(source=row[0], media=Media(row[1]), raw=zstandard.decompress(row[2]), charset=row[3])

    def source(self, page_id: str) -> str | None:
        """Where the page with this id was first read."""
        row = self._database.row("SELECT source FROM pages WHERE id = ?", (page_id,))
        return row and str(row[0])

    def outcome_known(self, page_id: str, cleaner: str) -> bool:
        """Whether this cleaner version has already dealt with the page."""
        return bool(self._database.row("SELECT 1 FROM outcomes WHERE page_id = ? AND cleaner = ?", (page_id, cleaner)))

    def outcome(self, page_id: str) -> str | Rejection | None:
        """What became of the page: the id of its article, its rejection, or None while nothing did."""
        row = self._database.row("SELECT article_id FROM outcomes WHERE page_id = ?", (page_id,))
        if row is None or row[0] is not None:
            return row and str(row[0])
        refused = self._database.row("SELECT source, reason, detail FROM rejections WHERE page_id = ?", (page_id,))
        return _rejection(refused)

    def put_outcome(self, page: Page, outcome: Article | Rejection, cleaner: str) -> Article | Rejection:
        """Note what the version ``cleaner`` made of a page that was put before.

        Returns:
            What was noted: ``outcome``, or a rejection where its id belongs to an article with another text.
        """
        before = self._database.row("SELECT article_id FROM outcomes WHERE page_id = ?", (page.id,))
        if isinstance(outcome, Article) and self._taken(outcome, page):
            detail = f'{page.source}: the id "{outcome.id}" is taken by an article with another text; change it'
            outcome = Rejection(source=page.source, reason=Reason.ID_TAKEN, detail=detail)
        article_id = outcome.id if isinstance(outcome, Article) else None
        if isinstance(outcome, Article):
            self._put_article(outcome, cleaner)
        self._database.rows("DELETE FROM rejections WHERE page_id = ?", (page.id,))
        self._database.rows("INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?)", (page.id, cleaner, article_id))
        if isinstance(outcome, Rejection):
            self._put_rejection(outcome, page.id)
        if before and before[0] not in (None, article_id):
            self._drop_if_orphan(before[0])
        self._forget_others(page.source, page.id)
        return outcome

    def reread(self, source: str, page_id: str) -> str | Rejection | None:
        """Note that ``source`` now holds this page, which was dealt with before: its other refusals are past.

        Returns:
            What became of the page, as ``outcome`` tells it; a rejection names ``source`` from now on.
        """
        self._forget_others(source, page_id)
        found = self.outcome(page_id)
        if isinstance(found, Rejection) and found.source != source:
            found = Rejection(
                source=source, reason=found.reason, detail=source + found.detail.removeprefix(found.source)
            )
            self._database.rows("DELETE FROM rejections WHERE page_id = ?", (page_id,))
            self._put_rejection(found, page_id)
        return found

    def refusal(self, source: str) -> Rejection | None:
        """Why ``source`` gave no bytes to keep, or None where it did or was never tried."""
        found = "SELECT source, reason, detail FROM rejections WHERE source = ? AND page_id = ''"
        row = self._database.row(found, (source,))
        return row and _rejection(row)

    def forget_refusal(self, source: str) -> None:
        """Drop the note that ``source`` gave no bytes, once it does."""
        self._database.rows("DELETE FROM rejections WHERE source = ? AND page_id = ''", (source,))

    def _forget_others(self, source: str, page_id: str) -> None:
        """Drop the refusals of what ``source`` held before; such a page is cleaned anew if it comes again."""
        others = self._database.rows(
            "SELECT page_id FROM rejections WHERE source = ? AND page_id != ?", (source, page_id)
        )
        for (other,) in others:
            self._database.rows("DELETE FROM rejections WHERE source = ? AND page_id = ?", (source, other))
            self._database.rows("DELETE FROM outcomes WHERE page_id = ?", (other,))

    def put_rejection(self, rejection: Rejection) -> bool:
        """Note a source that gave no bytes at all, once however often it is tried.

        Returns:
            Whether it is news.
        """
        before = self.refusal(rejection.source)
        self._put_rejection(rejection, "")
        self._forget_others(rejection.source, "")
        return before != rejection

    def _put_rejection(self, rejection: Rejection, page_id: str) -> None:
        row = (rejection.source, page_id, rejection.reason.value, rejection.detail)
        self._database.rows("INSERT OR REPLACE INTO rejections VALUES (?, ?, ?, ?)", row)

    def _taken(self, article: Article, page: Page) -> bool:
        """Whether another page already gave an article with this id and another text."""
        return bool(
            self._database.row(
                "SELECT 1 FROM articles JOIN outcomes ON article_id = articles.id"
                " WHERE articles.id = ? AND text != ? AND page_id != ?",
                (article.id, article.text, page.id),
            )
        )

    def _put_article(self, article: Article, cleaner: str) -> None:
        """Write ``article``; of two pages with the same one, the first a cleaner sees states its facts."""
        digest = _digest(*astuple(article))
        row = self._database.row("SELECT cleaner, digest FROM articles WHERE id = ?", (article.id,))
        if row is None:
            row = (*astuple(article), cleaner, digest)
            marks = ", ".join("?" * len(row))
            self._database.rows(f"INSERT INTO articles ({_FIELDS}, cleaner, digest) VALUES ({marks})", row)  # noqa: S608
        elif row[0] != cleaner:
            self._replace_article(article, cleaner, digest, changed=row[1] != digest)

    def _replace_article(self, article: Article, cleaner: str, digest: int, *, changed: bool) -> None:
        if changed:
            self._database.rows("DELETE FROM records WHERE article_id = ?", (article.id,))
        changes = ", ".join(f"{each.name} = ?" for each in fields(Article))
        self._database.rows(
            f"UPDATE articles SET {changes}, cleaner = ?, digest = ? WHERE id = ?",  # noqa: S608
            (*astuple(article), cleaner, digest, article.id),
        )

    def _drop_if_orphan(self, article_id: str) -> None:
        self._database.rows(
            "DELETE FROM articles WHERE id = ? AND NOT EXISTS (SELECT 1 FROM outcomes WHERE article_id = articles.id)",
            (article_id,),
        )

    def article(self, article_id: str) -> Article | None:
        """The article with this id."""
        row = self._database.row(f"SELECT {_FIELDS} FROM articles WHERE id = ?", (article_id,))  # noqa: S608
        return row and _article(row)

    def articles(self) -> Iterator[Article]:
        """All articles by id. The store may be written meanwhile; what comes later in order is seen."""
        return map(_article, self._by_id(f"SELECT {_FIELDS} FROM articles WHERE id > ?"))  # noqa: S608

    def in_parts(self) -> list[tuple[Article, str]]:
        """The articles that are a part of one, by address, each with the ids of the pages that gave it."""
        columns = ", ".join(f"articles.{name}" for name in _FIELDS.split(", "))
        found = (
            f"SELECT {columns}, page_id FROM articles JOIN outcomes ON article_id = articles.id"  # noqa: S608
            " WHERE part != '' AND url != '' ORDER BY url, articles.id, page_id"
        )
        return [(_article(row[:-1]), row[-1]) for row in self._database.rows(found)]

    def articles_without_record(self, extractor: str) -> Iterator[Article]:
        """The articles, by id, of which this extractor version has given no record yet."""
        missing = (
            f"SELECT {_FIELDS} FROM articles WHERE id > ? AND NOT EXISTS"  # noqa: S608
            " (SELECT 1 FROM records WHERE article_id = articles.id AND extractor = ?)"
        )
        return map(_article, self._by_id(missing, extractor))

    def put_record(self, article_id: str, extractor: str, record: Mapping[str, Any]) -> None:
        """Keep what this extractor version found in the article, in place of what it found before."""
        text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        row = (article_id, extractor, zstandard.compress(text.encode()), _digest(article_id, extractor, text))
        self._database.rows("INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?)", row)

    def records(self, extractor: str) -> Iterator[tuple[Article, dict[str, Any]]]:
        """Every article that has a record of this extractor version, with it, by article id."""
        columns = ", ".join(f"articles.{name}" for name in _FIELDS.split(", "))
        found = (
            f"SELECT {columns}, record FROM articles JOIN records ON article_id = id"  # noqa: S608
            " WHERE id > ? AND extractor = ?"
        )
        for row in self._by_id(found, extractor):
            yield _article(row[:-1]), json.loads(zstandard.decompress(row[-1]))

    def record_shares(self, extractor: str, size: int) -> list[RecordShare]:
        """The articles with a record of this extractor version in shares of up to ``size``, as the records came in.

        A share stays what it is while others come in, and its digest tells when not. Who reads one with ``records_of``
        need not know of the others: each may be a process of its own.
        """
        found = (
            "SELECT (records.rowid - 1) / ? AS number, count(*), sum(records.digest), sum(articles.digest)"
            " FROM records JOIN articles ON id = article_id WHERE extractor = ? GROUP BY number ORDER BY number"
        )
        return [
            RecordShare(first=number * size + 1, size=size, articles=articles, digest=content_id(repr(row).encode()))
            for row in self._database.rows(found, (size, extractor))
            for number, articles, *_ in [row]
        ]

    def records_of(self, extractor: str, share: RecordShare) -> Iterator[tuple[Article, bytes]]:
        """The articles of a share, each with its record of this extractor version as a JSON line.

        Raises:
            StoreError: A record cannot be unpacked.
        """
        columns = ", ".join(f"articles.{name}" for name in _FIELDS.split(", "))
        found = (
            f"SELECT {columns}, record FROM articles JOIN records ON article_id = id"  # noqa: S608
            " WHERE records.rowid >= ? AND records.rowid < ? AND extractor = ? ORDER BY records.rowid"
        )
        for first in range(share.first, share.first + share.size, _BATCH):
            last = min(first + _BATCH, share.first + share.size)
            for row in self._database.rows(found, (first, last, extractor)):
                try:
                    record = zstandard.decompress(row[-1])
                except zstandard.ZstdError as error:
                    raise StoreError(
                        f"{self.path}: the record of article {row[0]} is damaged ({error}); "
                        "restore a copy of this file, or move it away and build again"
                    ) from error
                yield _article(row[:-1]), record

    def record_place(self, article_id: str, extractor: str) -> int | None:
        """Where the record of an article came in, as shares count; None where there is none of this version."""
        row = self._database.row(
            "SELECT rowid FROM records WHERE article_id = ? AND extractor = ?", (article_id, extractor)
        )
        return row and int(row[0])

    def record(self, article_id: str, extractor: str) -> dict[str, Any] | None:
        """What this extractor version found in the article, None where there is nothing of it."""
        query = "SELECT record FROM records WHERE article_id = ? AND extractor = ?"
        row = self._database.row(query, (article_id, extractor))
        record: dict[str, Any] | None = row and json.loads(zstandard.decompress(row[0]))
        return record

    def count_records(self, extractor: str) -> int:
        """How many articles have a record of this extractor version."""
        return int(self._database.row("SELECT count(*) FROM records WHERE extractor = ?", (extractor,))[0])

    def revisions(self, extractor: str) -> list[Revision]:
        """Which articles another took the place of at the same address, both with a record of this version."""
        return list(find_revisions(self._database, extractor))

    def _by_id(self, statement: str, *values: str) -> Iterator[Any]:
        """The rows of ``statement``, which asks for ids above its first value, a batch at a time."""
        last = ""
        while rows := self._database.rows(f"{statement} ORDER BY id LIMIT {_BATCH}", (last, *values)):
            yield from rows
            last = rows[-1][0]

    def rejections(self) -> Iterator[Rejection]:
        """Every refusal, by source."""
        return map(
            _rejection,
            self._database.rows("SELECT source, reason, detail FROM rejections ORDER BY source, page_id"),
        )

    def counts(self) -> Counts:
        """How much the store holds."""
        rejected = Counter(
            {
                Reason(reason): number
                for reason, number in self._database.rows(
                    "SELECT reason, count(*) FROM rejections GROUP BY reason ORDER BY 1"
                )
            }
        )
        pages = self._database.row("SELECT count(*) FROM pages")[0]
        articles, partial = self._database.row("SELECT count(*), coalesce(sum(part != ''), 0) FROM articles")
        return Counts(pages=pages, articles=articles, partial=partial, rejected=rejected)

    def note(self, key: str) -> str | None:
        """The value put under ``key``."""
        row = self._database.row("SELECT value FROM notes WHERE key = ?", (key,))
        return row and str(row[0])

    def put_note(self, key: str, value: str) -> None:
        """Keep a small fact about the store, such as what a graph was built from."""
        self._database.rows("INSERT OR REPLACE INTO notes VALUES (?, ?)", (key, value))

    def state(self) -> str:
        """A fingerprint of all articles and records: equal content has equal state, any change another.

        Sums of 40-bit digests: order and history do not count, a million rows take a fraction of a second.
        """
        totals = [
            self._database.row(f"SELECT count(*), coalesce(sum(digest), 0) FROM {table}")  # noqa: S608
            for table in ("articles", "records")
        ]
        return content_id(repr(totals).encode())


def _digest(*parts: str) -> int:
    return int(content_id(*(part.encode() for part in parts))[:10], 16)


def _article(row: tuple[str, ...]) -> Article:
    return Article(**dict(zip(_FIELDS.split(", "), row, strict=True)))


def _rejection(row: tuple[str, str, str]) -> Rejection:
    return Rejection(source=row[0], reason=Reason(row[1]), detail=row[2])
