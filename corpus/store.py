"""The store: pages as they came, the articles made of them, what was refused, and what extraction found.

One SQLite file. Pages are never changed or deleted; articles follow from them and are replaced when a newer
cleaner makes something else of the same page, together with their records.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

import zstandard

from corpus.article import Article, Media, Page, Reason, content_id
from corpus.article_rows import COLUMNS, article_of, by_id
from corpus.database import Database
from corpus.fetches import Fetches
from corpus.outcomes import Outcomes
from corpus.records import Records
from corpus.rejections import Rejections
from corpus.revisions import Revision, find_revisions


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many pages, articles, articles that miss a part, and refusals (by reason) the store holds."""

    pages: int
    articles: int
    partial: int = 0
    rejected: Mapping[Reason, int] = field(default_factory=dict)


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

    @property
    def outcomes(self) -> Outcomes:
        """What became of its pages."""
        return Outcomes(self._database)

    @property
    def rejections(self) -> Rejections:
        """What was refused, and why; as an iterable every refusal, by source."""
        return Rejections(self._database)

    @property
    def records(self) -> Records:
        """What extraction found in its articles."""
        return Records(self._database)

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

    def article(self, article_id: str) -> Article | None:
        """The article with this id."""
        row = self._database.row(f"SELECT {COLUMNS} FROM articles WHERE id = ?", (article_id,))  # noqa: S608
        return row and article_of(row)

    def articles(self) -> Iterator[Article]:
        """All articles by id. The store may be written meanwhile; what comes later in order is seen."""
        return map(article_of, by_id(self._database, f"SELECT {COLUMNS} FROM articles WHERE id > ?"))  # noqa: S608

    def in_parts(self) -> list[tuple[Article, str]]:
        """The articles that are a part of one, by address, each with the ids of the pages that gave it."""
        found = (
            f"SELECT {COLUMNS}, page_id FROM articles JOIN outcomes ON article_id = articles.id"  # noqa: S608
            " WHERE part != '' AND url != '' ORDER BY url, articles.id, page_id"
        )
        return [(article_of(row[:-1]), row[-1]) for row in self._database.rows(found)]

    def revisions(self, extractor: str) -> list[Revision]:
        """Which articles another took the place of at the same address, both with a record of this version."""
        return list(find_revisions(self._database, extractor))

    def counts(self) -> Counts:
        """How much the store holds."""
        pages = self._database.row("SELECT count(*) FROM pages")[0]
        articles, partial = self._database.row("SELECT count(*), coalesce(sum(part != ''), 0) FROM articles")
        return Counts(pages=pages, articles=articles, partial=partial, rejected=self.rejections.counts())

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
