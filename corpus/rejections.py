"""What was refused, and why: pages without an article, and sources that gave no bytes at all."""

from collections import Counter
from collections.abc import Iterator, Mapping

from corpus.article import Reason, Rejection
from corpus.database import Database


class Rejections:
    """The refusals of one store, by source."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __iter__(self) -> Iterator[Rejection]:
        return map(
            _rejection,
            self._database.rows("SELECT source, reason, detail FROM rejections ORDER BY source, page_id"),
        )

    def counts(self) -> Mapping[Reason, int]:
        """How many there are of each reason."""
        found = self._database.rows("SELECT reason, count(*) FROM rejections GROUP BY reason ORDER BY 1")
        return Counter({Reason(reason): number for reason, number in found})

    def get(self, source: str) -> Rejection | None:
        """Why ``source`` gave no bytes to keep, or None where it did or was never tried."""
        found = "SELECT source, reason, detail FROM rejections WHERE source = ? AND page_id = ''"
        row = self._database.row(found, (source,))
        return row and _rejection(row)

    def put(self, rejection: Rejection) -> bool:
        """Note a source that gave no bytes at all, once however often it is tried.

        Returns:
            Whether it is news.
        """
        before = self.get(rejection.source)
        self._put(rejection, "")
        self.forget_others(rejection.source, "")
        return before != rejection

    def forget(self, source: str) -> None:
        """Drop the note that ``source`` gave no bytes, once it does."""
        self._database.rows("DELETE FROM rejections WHERE source = ? AND page_id = ''", (source,))

    def of_page(self, page_id: str) -> Rejection | None:
        """Why the page gave no article, or None where it gave one or was never cleaned."""
        row = self._database.row("SELECT source, reason, detail FROM rejections WHERE page_id = ?", (page_id,))
        return row and _rejection(row)

    def replace(self, page_id: str, rejection: Rejection | None) -> None:
        """Note why the page gave no article, in place of what was noted before; None where it gave one."""
        self._database.rows("DELETE FROM rejections WHERE page_id = ?", (page_id,))
        if rejection:
            self._put(rejection, page_id)

    def forget_others(self, source: str, page_id: str) -> None:
        """Drop the refusals of what ``source`` held before; such a page is cleaned anew if it comes again."""
        others = self._database.rows(
            "SELECT page_id FROM rejections WHERE source = ? AND page_id != ?", (source, page_id)
        )
        for (other,) in others:
            self._database.rows("DELETE FROM rejections WHERE source = ? AND page_id = ?", (source, other))
            self._database.rows("DELETE FROM outcomes WHERE page_id = ?", (other,))

    def _put(self, rejection: Rejection, page_id: str) -> None:
        row = (rejection.source, page_id, rejection.reason.value, rejection.detail)
        self._database.rows("INSERT OR REPLACE INTO rejections VALUES (?, ?, ?, ?)", row)


def _rejection(row: tuple[str, str, str]) -> Rejection:
    return Rejection(source=row[0], reason=Reason(row[1]), detail=row[2])
