"""How an article stands in its table: the columns, and the way there and back."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from corpus.article import Article, content_id
from corpus.database import Database

NAMES = tuple(each.name for each in fields(Article))
COLUMNS = ", ".join(f"articles.{name}" for name in NAMES)
# Articles read at a time: reading by key lets others write meanwhile, and keeps memory bounded.
BATCH = 200


def article_of(row: tuple[str, ...]) -> Article:
    """The article in a row of ``COLUMNS``."""
    return Article(**dict(zip(NAMES, row, strict=True)))


def digest(*parts: str) -> int:
    """40 bits that change with ``parts``; sums of them fit into SQLite's numbers."""
    return int(content_id(*(part.encode() for part in parts))[:10], 16)


def by_id(database: Database, statement: str, *values: str) -> Iterator[Any]:
    """The rows of ``statement``, which asks for ids above its first value, a batch at a time."""
    last = ""
    while rows := database.rows(f"{statement} ORDER BY articles.id LIMIT {BATCH}", (last, *values)):
        yield from rows
        last = rows[-1][0]
