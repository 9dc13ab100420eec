from lxml import html

from corpus import Article, clean
from corpus.loose_text import wrap_loose_text
from tests.test_corpus.pages import BODY, HEADLINE, html_page


def wrapped(markup: str) -> str:
    tree = html.document_fromstring(markup)
    wrap_loose_text(tree)
    return html.tostring(tree.body, encoding="unicode").removeprefix("<body>").removesuffix("</body>")


def test_text_between_paragraphs_becomes_paragraphs():
    markup = "<div class='isi'><b>KOTA</b> – Satu.<br><br>Dua <i>dan</i> lagi.<p>Tiga.</p>Empat.<p>Lima.</p></div>"
    assert wrapped(markup) == (
        '<div class="isi"><p><b>KOTA</b> – Satu.</p><p>Dua <i>dan</i> lagi.</p>'
        "<p>Tiga.</p><p>Empat.</p><p>Lima.</p></div>"
    )


def test_a_box_without_paragraphs_is_left_as_it_is():
    markup = "<div>Satu.<br>Dua.<p>Tiga.</p></div>"
    assert wrapped(markup) == markup


def test_what_follows_the_box_stays_behind_it():
    assert (
        wrapped("<div><div><p>a</p>b<p>c</p></div>ekor</div>") == "<div><div><p>a</p><p>b</p><p>c</p></div>ekor</div>"
    )


def test_comments_and_other_blocks_stay_in_place():
    markup = "<div><p>a</p><!-- iklan --><ul><li>b</li></ul>c<p>d</p></div>"
    assert wrapped(markup) == "<div><p>a</p><!-- iklan --><ul><li>b</li></ul><p>c</p><p>d</p></div>"


def test_a_lead_that_is_no_paragraph_is_not_lost():
    lead, *rest = BODY
    inner = f"<b>{lead[:15]}</b>{lead[15:]}<br><br>" + "".join(f"<p>{paragraph}</p>" for paragraph in rest)
    article = clean(html_page(f"<h1>{HEADLINE}</h1><div class='detail-text'>{inner}</div>"))
    assert isinstance(article, Article)
    assert article.text.splitlines() == list(BODY)
