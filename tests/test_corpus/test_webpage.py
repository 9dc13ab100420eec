import json

import pytest

from corpus import Article, Page, Reason, Rejection, clean
from corpus.metadata import find_metadata, without_outlet
from corpus.webpage import parse
from tests.test_corpus.pages import BODY, HEADLINE, html_page, story

JSON_LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Warta Contoh"},
        {
            "@type": "NewsArticle",
            "headline": HEADLINE,
            "datePublished": "2023-11-02T20:59:53+07:00",
            "author": [{"@type": "Person", "name": "Siti Rahma"}],
            "publisher": {"@type": "Organization", "name": "Warta Contoh"},
        },
    ],
}


def facts(page: Page):
    tree = parse(page.raw.decode())
    assert tree is not None
    return find_metadata(tree)


def test_json_ld_tells_day_author_and_outlet():
    found = facts(story(head=f'<script type="application/ld+json">{json.dumps(JSON_LD)}</script>'))
    assert (found.date, found.author, found.outlet) == ("2023-11-02", "Siti Rahma", "Warta Contoh")


def test_open_graph_and_meta_tags_tell_the_rest():
    head = (
        '<meta property="og:site_name" content="Warta Contoh">'
        '<meta property="og:url" content="https://warta.example/a-1">'
        '<meta property="article:published_time" content="2022-08-16T09:20:21+07:00">'
        '<meta name="author" content="Rudi Salam">'
    )
    found = facts(story(head=head))
    assert found.url == "https://warta.example/a-1"
    assert (found.outlet, found.date, found.author) == ("Warta Contoh", "2022-08-16", "Rudi Salam")


def test_the_canonical_address_comes_before_the_shared_one():
    head = '<link rel="canonical" href="https://warta.example/asli"><meta property="og:url" content="https://m.warta.example/x">'
    assert facts(story(head=head)).url == "https://warta.example/asli"


def test_without_a_name_the_host_is_the_outlet():
    assert facts(story(head='<link rel="canonical" href="https://www.warta.example/a">')).outlet == "warta.example"


def test_what_a_reader_sees_counts_where_nothing_is_declared():
    body = (
        "<h1>Kios Ditertibkan</h1><div class='tanggal'>Kamis, 16 Februari 2023 10:00 WIB</div>"
        "<table><tr><td>Penulis</td><td>: Siti Rahma</td></tr></table>"
    )
    found = facts(html_page(body))
    assert (found.title, found.date, found.author) == ("Kios Ditertibkan", "2023-02-16", "Siti Rahma")


@pytest.mark.parametrize("name", ["Redaksi Warta", "admin", "https://facebook.com/warta", "Warta Contoh", "warta.com"])
def test_a_desk_or_the_outlet_is_no_author(name):
    head = f'<meta property="og:site_name" content="Warta Contoh"><meta name="author" content="{name}">'
    assert facts(story(head=head)).author == ""


def test_half_characters_in_json_ld_never_reach_the_article():
    data = '{"@type": "NewsArticle", "author": {"name": "Siti \\ud83d"}, "publisher": {"name": "Warta \\udc00"}}'
    found = facts(story(head=f'<script type="application/ld+json">{data}</script>'))
    assert (found.author, found.outlet) == ("Siti", "Warta")


@pytest.mark.parametrize(
    "broken",
    [
        "{",
        "null",
        '"teks"',
        "[[]]",
        '{"@type": "NewsArticle", "author": null, "datePublished": 5}',
        '{"@graph": 3}',
    ],
)
def test_broken_json_ld_does_no_harm(broken):
    assert facts(story(head=f'<script type="application/ld+json">{broken}</script>')).title == HEADLINE


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Kios Ditertibkan - Warta Contoh", "Kios Ditertibkan"),
        ("Kios Ditertibkan | WARTA CONTOH", "Kios Ditertibkan"),
        ("Warta Contoh: Kios Ditertibkan", "Kios Ditertibkan"),
        ("Wali Kota: Kios Harus Tertib", "Wali Kota: Kios Harus Tertib"),
        ("Antar-Kota - Tetap Utuh", "Antar-Kota - Tetap Utuh"),
    ],
)
def test_the_headline_loses_the_name_of_the_outlet_only(title, bare):
    assert without_outlet(title, outlet="Warta Contoh") == bare


def test_captions_links_and_prompts_between_paragraphs_are_left_out():
    extra = (
        "<figure><img src='a.jpg'><figcaption>Suasana trotoar, foto arsip.</figcaption></figure>",
        "<p>Baca juga: <a href='/x'>Sepuluh Kios Disegel Satpol PP</a></p>",
        "<p>ADVERTISEMENT</p>",
        "<p>SCROLL TO CONTINUE WITH CONTENT</p>",
    )
    inner = "".join(f"<p>{p}</p>{e}" for p, e in zip(BODY, extra, strict=True))
    article = clean(html_page(f"<article><h1>{HEADLINE}</h1>{inner}</article>"))
    assert isinstance(article, Article)
    assert article.text.splitlines() == list(BODY)


def test_a_body_in_a_box_with_the_class_of_a_caption_is_kept():
    inner = "".join(f"<p>{paragraph}</p>" for paragraph in (*BODY, *(f"{p} Begitu aturannya." for p in BODY)))
    article = clean(html_page(f"<h1>{HEADLINE}</h1><div class='post related-posts-on'>{inner}</div>"))
    assert isinstance(article, Article)
    assert len(article.text.splitlines()) == 8


def test_a_body_laid_out_by_a_table_is_found():
    rows = "".join(f"<tr><td>{paragraph}</td></tr>" for paragraph in BODY)
    article = clean(html_page(f"<table>{rows}</table>"))
    assert isinstance(article, Article)
    assert article.text.splitlines() == list(BODY)


def test_line_breaks_part_paragraphs_and_inline_markup_does_not():
    inner = "<br><br>".join(f"<b>{p[:8]}</b>{p[8:]}" for p in BODY)
    article = clean(html_page(f"<h1>{HEADLINE}</h1><div class='article-content'><p>{inner}</p></div>"))
    assert isinstance(article, Article)
    assert article.text.splitlines() == list(BODY)


def test_a_fragment_without_html_and_body_is_a_page_too():
    raw = "".join(f"<p>{paragraph}&nbsp;</p>\r\n\r\n" for paragraph in BODY).encode()
    article = clean(Page(source="siaran.html", raw=raw, media=html_page("").media))
    assert isinstance(article, Article)
    assert article.text.splitlines() == list(BODY)


@pytest.mark.parametrize(
    "address", ["https://warta.example/", "https://warta.example", "https://warta.example/tag/kios"]
)
def test_front_pages_and_tags_are_lists(address):
    refused = clean(story(head=f'<link rel="canonical" href="{address}">'))
    assert isinstance(refused, Rejection)
    assert refused.reason is Reason.NO_ARTICLE


def test_a_page_of_linked_headings_is_a_list():
    items = "".join(f"<h3><a href='/{i}'>Judul berita nomor {i}</a></h3><p>{BODY[i % 4]}</p>" for i in range(120))
    refused = clean(html_page(items))
    assert isinstance(refused, Rejection)
    assert "a list of articles" in refused.detail
