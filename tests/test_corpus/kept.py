"""A page or two, what was made of them, and how they are kept in a store."""

from corpus import Article, Media, Page, Reason, Rejection, Store

PAGE = Page(source="a.html", raw=b"<p>isi</p>" * 50, media=Media.HTML)
OTHER = Page(source="b.html", raw=b"<p>lain</p>", media=Media.HTML)
ARTICLE = Article(id="a1", title="Judul", text="Isi pertama.")
REFUSED = Rejection(source="a.html", reason=Reason.NO_ARTICLE, detail="a.html: kosong")


def put(store: Store, page: Page, outcome: Article | Rejection, cleaner: str = "v1") -> Article | Rejection:
    """Keep the page and what became of it."""
    store.put_page(page)
    return store.outcomes.put(page, outcome, cleaner)
