"""What extraction found: a record an article, by the version of the extractor that made it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import zstandard

from corpus.article import Article, content_id
from corpus.article_rows import BATCH, COLUMNS, article_of, by_id, digest
from corpus.database import Database
from corpus.errors import StoreError


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


class Records:
    """The records of one store. Each belongs to an article, and goes with it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, article_id: str, extractor: str, record: Mapping[str, Any]) -> None:
        """Keep what this extractor version found in the article, in place of what it found before."""
        text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        row = (article_id, extractor, zstandard.compress(text.encode()), digest(article_id, extractor, text))
        self._database.rows("INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?)", row)

    def get(self, article_id: str, extractor: str) -> dict[str, Any] | None:
        """What this extractor version found in the article, None where there is nothing of it."""
        query = "SELECT record FROM records WHERE article_id = ? AND extractor = ?"
        row = self._database.row(query, (article_id, extractor))
        record: dict[str, Any] | None = row and json.loads(zstandard.decompress(row[0]))
        return record

    def all(self, extractor: str) -> Iterator[tuple[Article, dict[str, Any]]]:
        """Every article that has a record of this extractor version, with it, by article id."""
        query = (
            f"SELECT {COLUMNS}, record FROM articles JOIN records ON article_id = id"  # noqa: S608
            " WHERE id > ? AND extractor = ?"
        )
        for row in by_id(self._database, query, extractor):
            yield article_of(row[:-1]), json.loads(zstandard.decompress(row[-1]))

    def count(self, extractor: str) -> int:
        """How many articles have a record of this extractor version."""
        return int(self._database.row("SELECT count(*) FROM records WHERE extractor = ?", (extractor,))[0])

    def missing(self, extractor: str) -> Iterator[Article]:
        """The articles, by id, of which this extractor version has given no record yet."""
        query = (
            f"SELECT {COLUMNS} FROM articles WHERE id > ? AND NOT EXISTS"  # noqa: S608
            " (SELECT 1 FROM records WHERE article_id = articles.id AND extractor = ?)"
        )
        return map(article_of, by_id(self._database, query, extractor))

    def drop_earlier(self, extractor: str) -> None:
        """Let go of what other versions found in the articles of which this one has given a record."""
        self._database.rows(
            "DELETE FROM records WHERE extractor <> ?"
            " AND article_id IN (SELECT article_id FROM records WHERE extractor = ?)",
            (extractor, extractor),
        )

    def place(self, article_id: str, extractor: str) -> int | None:
        """Where the record of an article came in, as shares count; None where there is none of this version."""
        row = self._database.row(
            "SELECT rowid FROM records WHERE article_id = ? AND extractor = ?", (article_id, extractor)
        )
        return row and int(row[0])

    def shares(self, extractor: str, size: int) -> list[RecordShare]:
        """The articles with a record of this extractor version in shares of up to ``size``, as the records came in.

        A share stays what it is while others come in, and its digest tells when not. Who reads one with ``of`` need
        not know of the others: each may be a process of its own.
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

    def of(self, extractor: str, share: RecordShare) -> Iterator[tuple[Article, bytes]]:
        """The articles of a share, each with its record of this extractor version as a JSON line.

        Raises:
            StoreError: A record cannot be unpacked.
        """
        found = (
            f"SELECT {COLUMNS}, record FROM articles JOIN records ON article_id = id"  # noqa: S608
            " WHERE records.rowid >= ? AND records.rowid < ? AND extractor = ? ORDER BY records.rowid"
        )
        for first in range(share.first, share.first + share.size, BATCH):
            last = min(first + BATCH, share.first + share.size)
            for row in self._database.rows(found, (first, last, extractor)):
                yield article_of(row[:-1]), self._unpacked(row[0], row[-1])

    def _unpacked(self, article_id: str, record: bytes) -> bytes:
        try:
            return zstandard.decompress(record)
        except zstandard.ZstdError as error:
            raise StoreError(
                f"{self._database.path}: the record of article {article_id} is damaged ({error}); "
                "restore a copy of this file, or move it away and build again"
            ) from error
