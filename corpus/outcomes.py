"""What became of each page: the article that a version of the cleaner made of it, or why it made none."""

from dataclasses import astuple

from corpus.article import Article, Page, Reason, Rejection
from corpus.article_rows import NAMES, digest
from corpus.database import Database
from corpus.rejections import Rejections


class Outcomes:
    """What became of the pages of one store. Only this writes its articles."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._rejections = Rejections(database)

    def known(self, page_id: str, cleaner: str) -> bool:
        """Whether this cleaner version has already dealt with the page."""
        return bool(self._database.row("SELECT 1 FROM outcomes WHERE page_id = ? AND cleaner = ?", (page_id, cleaner)))

    def get(self, page_id: str) -> str | Rejection | None:
        """What became of the page: the id of its article, its rejection, or None while nothing did."""
        row = self._database.row("SELECT article_id FROM outcomes WHERE page_id = ?", (page_id,))
        if row is None or row[0] is not None:
            return row and str(row[0])
        return self._rejections.of_page(page_id)

    def put(self, page: Page, outcome: Article | Rejection, cleaner: str) -> Article | Rejection:
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
        self._database.rows("INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?)", (page.id, cleaner, article_id))
        self._rejections.replace(page.id, outcome if isinstance(outcome, Rejection) else None)
        if before and before[0] not in (None, article_id):
            self._drop_if_orphan(before[0])
        self._rejections.forget_others(page.source, page.id)
        return outcome

    def reread(self, source: str, page_id: str) -> str | Rejection | None:
        """Note that ``source`` now holds this page, which was dealt with before: its other refusals are past.

        Returns:
            What became of the page, as ``get`` tells it; a rejection names ``source`` from now on.
        """
        self._rejections.forget_others(source, page_id)
        found = self.get(page_id)
        if isinstance(found, Rejection) and found.source != source:
            found = Rejection(
                source=source, reason=found.reason, detail=source + found.detail.removeprefix(found.source)
            )
            self._rejections.replace(page_id, found)
        return found

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
        values = astuple(article)
        row = self._database.row("SELECT cleaner, digest FROM articles WHERE id = ?", (article.id,))
        if row is None:
            self._insert(*values, cleaner, digest(*values))
        elif row[0] != cleaner:
            self._replace(article.id, values, cleaner, changed=row[1] != digest(*values))

    def _insert(self, *row: str | int) -> None:
        marks = ", ".join("?" * len(row))
        names = ", ".join((*NAMES, "cleaner", "digest"))
        self._database.rows(f"INSERT INTO articles ({names}) VALUES ({marks})", row)  # noqa: S608

    def _replace(self, article_id: str, values: tuple[str, ...], cleaner: str, *, changed: bool) -> None:
        if changed:
            self._database.rows("DELETE FROM records WHERE article_id = ?", (article_id,))
        changes = ", ".join(f"{name} = ?" for name in NAMES)
        self._database.rows(
            f"UPDATE articles SET {changes}, cleaner = ?, digest = ? WHERE id = ?",  # noqa: S608
            (*values, cleaner, digest(*values), article_id),
        )

    def _drop_if_orphan(self, article_id: str) -> None:
        self._database.rows(
            "DELETE FROM articles WHERE id = ? AND NOT EXISTS (SELECT 1 FROM outcomes WHERE article_id = articles.id)",
            (article_id,),
        )
