import pytest

from corpus import Article, Media, Page, clean
from tests.test_corpus.layouts import LAYOUTS, TITLE


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_a_page_in_a_common_layout_gives_its_body_and_its_facts(layout):
    markup, want = layout()
    article = clean(Page(source="p", raw=markup.encode(), media=Media.HTML))
    assert isinstance(article, Article)
    assert article.text.splitlines() == list(want.paragraphs)
    assert article.title == TITLE
    assert (article.published, article.date) == (want.published, "2023-02-06")
    assert (article.author, article.editor) == (want.author, want.editor)
    assert (article.place, article.section) == (want.place, want.section)
