"""Revisions: the same address with a changed text. All of them are kept; the newest is the one that counts."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.database import Database
from corpus.likeness import share, shingles
from corpus.paragraphs import words

# Two texts at one address that share less and have other titles are two articles: pages that name the home page as
# their address, the parts of a long article. By judgement, not measured: edits of papers change a few paragraphs.
ENOUGH = 0.3
MOST = 100  # texts at one address; more, and it is that of no article


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A text, and the next one that took its place at the same address; both are ids of articles."""

    earlier: str
    later: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Version:
    id: str
    title: str
    text: str

    def follows(self, before: "_Version") -> bool:
        if words(self.title) and words(self.title) == words(before.title):
            return True
        return share(shingles(self.text), shingles(before.text)) >= ENOUGH


def find_revisions(database: Database, extractor: str) -> Iterator[Revision]:
    """The articles that another took the place of, among those with a record of this extractor version.

    The one that was fetched later, or read later where nobody tells when it was fetched, is the newer.
    """
    for (url,) in database.rows(_SHARED, (MOST,)):
        chains: list[list[_Version]] = []
        for id_, title, text in database.rows(_VERSIONS, (extractor, url)):
            version = _Version(id=id_, title=title, text=text)
            chain = next((chain for chain in chains if version.follows(chain[-1])), None)
            if chain is None:
                chains.append([version])
            else:
                yield Revision(earlier=chain[-1].id, later=version.id)
                chain.append(version)


_SHARED = "SELECT url FROM articles WHERE url != '' GROUP BY url HAVING count(*) BETWEEN 2 AND ? ORDER BY url"
_VERSIONS = """
    SELECT articles.id, title, text
    FROM articles JOIN records ON records.article_id = articles.id AND extractor = ?
         JOIN outcomes ON outcomes.article_id = articles.id JOIN pages ON pages.id = page_id
    WHERE url = ? AND part = ''
    GROUP BY articles.id ORDER BY max(seen_at), max(pages.rowid)
"""
