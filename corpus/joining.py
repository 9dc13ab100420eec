"""Parts of articles that came as pages of their own, made one article in the store."""

from itertools import groupby

from corpus.parts import join_parts, overlap
from corpus.store import Store


def join_stored(store: Store, cleaner: str) -> int:
    """Join the parts of each address that ``store`` holds several of; their pages lead to the whole from now on.

    Two texts of the same part are left as they are: one is a revision of the other, and nobody knows of which whole.

    Returns:
        How many articles were made.
    """
    made = 0
    for _, rows in groupby(store.in_parts(), key=lambda row: row[0].url):
        found = list(rows)
        parts = list({article.id: article for article, _ in found}.values())
        if len(parts) < 2 or overlap(parts):
            continue
        whole = join_parts(parts)
        for _, page_id in found:
            if page := store.page(page_id):
                store.outcomes.put(page, whole, cleaner)
        made += 1
    return made
