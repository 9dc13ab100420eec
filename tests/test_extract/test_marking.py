"""Citations marked in text and in HTML: where the marks stand, where they never do, and that nothing else changes."""

import html
import json
import random
import re
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import akn_address, find_citations, find_html_citations, mark_html, mark_text, text_as_html
from extract.rules.html_text import BREAK, read_html

PAGES = sorted((Path(__file__).parents[2] / "corpus" / "sample").glob("*.html"))
MARK = re.compile(r'<(a|span) class="wartagraf-citation"[^<>]*>([^<]*)</\1>')
MARKDOWN = re.compile(r"\[((?:\\.|[^\[\]\\])*)\]\(/akn/[^()]*\)")

OWN = '<span class="wartagraf-citation">'

FRAGMENTS = st.sampled_from([
    "UU Nomor 5 Tahun 2014", "Pasal 5 ayat (1) PP 94/2021", "aturan itu", "Perda KTR", "UU", "Nomor&nbsp;5", "Tahun",
    " 2014", "PP tersebut", "<p>", "</p>", "<b>", "</b>", "<a href='/x'>", "</a>", "<br/>", "<td>", "<!--", "-->",
    "<script>", "</script>", "<style>", "<textarea>", "</textarea>", "<title>", "</title>", "<svg>", "</svg>", "<i",
    ">", "<", "</", "<a title=\"UU Nomor 5 Tahun 2014\">", "'", '"', "=", "/", "&", "&amp;", "&#8211;", "&#x1F600;",
    "&amp", "&bukan;", "\u00ad", "\u200b", "😀", "é", "\r\n", "\n\n   ", "\t", "\x00", "\ufeff", "¶", "<![CDATA[",
    "<?php", "<!x", "<button>", "</button>", OWN, "</span>", "KUHP",
])  # fmt: skip
JUMBLES = st.lists(FRAGMENTS | st.text(max_size=8), max_size=30).map("".join)


def unmarked(page: str) -> str:
    return MARK.sub(r"\2", page)


def marks(page: str) -> list[tuple[str, str]]:
    """The elements of the marks in ``page`` and what is in them."""
    return MARK.findall(page)


class Nesting(HTMLParser):
    """Checks with another parser that the marks of a page hold no tags and stand in no link."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if dict(attrs).get("class") == "wartagraf-citation" and tag == "a" and "a" in self.open:
            self.faults.append("a link in a link")
        if tag not in {"br", "img", "meta", "link", "input", "hr"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")


# --- HTML: what is marked, and how


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("<p>Lihat UU Nomor 5 Tahun 2014.</p>", [("a", "UU Nomor 5 Tahun 2014")]),
        ("UU <b>Nomor 5</b> Tahun 2014", [("a", "UU "), ("a", "Nomor 5"), ("a", " Tahun 2014")]),
        ("<i><b>UU</b></i> <u>Nomor 5</u>/2014", [("a", "UU"), ("a", "Nomor 5"), ("a", "/2014")]),
        ("<p>UU&nbsp;Nomor&#160;5 Tahun&#xA0;2014", [("a", "UU&nbsp;Nomor&#160;5 Tahun&#xA0;2014")]),
        ("UU\r\n      Nomor 5\tTahun\n2014", [("a", "UU\r\n      Nomor 5\tTahun\n2014")]),
        ("Un&shy;dang-Un\u00addang No\u200bmor 5/2014", [("a", "Un&shy;dang-Un\u00addang No\u200bmor 5/2014")]),
        ("Menurut <a href=/x>UU Nomor 5 Tahun 2014</a>", [("span", "UU Nomor 5 Tahun 2014")]),
        ("UU <a href=/x>Nomor 5</a> Tahun 2014", [("a", "UU "), ("span", "Nomor 5"), ("a", " Tahun 2014")]),
        ("<button>UU Nomor 5 Tahun 2014</button>", [("span", "UU Nomor 5 Tahun 2014")]),
        ("<p>Perda KTR &amp; sanksinya", [("span", "Perda KTR")]),
        ("<p>PP 94/2021<p>Ia menyebut PP tersebut.", [("a", "PP 94/2021"), ("a", "PP tersebut")]),
        ("<h1>PP 94/2021</h1><div>Menurut <b>PP</b> tersebut", [("a", "PP 94/2021"), ("a", "PP"), ("a", " tersebut")]),
        ("<b>PP 94/2021<p>belum <i>tutup <td>PP 53/2010", [("a", "PP 94/2021"), ("a", "PP 53/2010")]),
        ("PP 94/2021 berlaku jika a < b & c > d", [("a", "PP 94/2021")]),
        ("<p title='a > b'>PP 94/2021", [("a", "PP 94/2021")]),
        ("😀 “é” PP 94/2021 😀", [("a", "PP 94/2021")]),
        ("<title>a</title><svg><path/></svg>PP 94/2021", [("a", "PP 94/2021")]),
    ],
)  # fmt: skip
def test_a_citation_is_marked_where_it_stands(page, wanted):
    marked = mark_html(page)
    assert marks(marked) == wanted
    assert unmarked(marked) == page


@pytest.mark.parametrize(
    "page",
    [
        "<script>let a = 'UU Nomor 5 Tahun 2014'</script>",
        "<SCRIPT>if (a</b) 'UU Nomor 5 Tahun 2014'</SCRIPT >",
        "<style>a::after {content: 'UU Nomor 5 Tahun 2014'}</style>",
        "<textarea><p>UU Nomor 5 Tahun 2014</p></textarea>",
        "<title>UU Nomor 5 Tahun 2014</title>",
        "<noscript>UU Nomor 5 Tahun 2014</noscript>",
        "<select><option>UU Nomor 5 Tahun 2014</select>",
        "<svg><g><text>UU Nomor 5 Tahun 2014</text></g></svg>",
        "<template><svg/><p>UU Nomor 5 Tahun 2014</p></template>",
        "<!-- UU Nomor 5 Tahun 2014 -->",
        "<!-- > UU Nomor 5 Tahun 2014",
        "<!doctype UU Nomor 5 Tahun 2014>",
        "<?xml UU Nomor 5 Tahun 2014 ?>",
        "<img alt='UU Nomor 5 Tahun 2014'>",
        "<img alt=\"> UU Nomor 5 Tahun 2014\">",
        "<p title = 'UU Nomor 5 Tahun 2014",
        "<script>UU Nomor 5 Tahun 2014",
        "<script><!-- <script> </script> 'UU Nomor 5 Tahun 2014' --> </script>",
        "<script><!--> <script> 'UU Nomor 5 Tahun 2014' </script>",
        "<p>UU</p><p>Nomor 5 Tahun 2014</p>",
        "UU<br>Nomor 5 Tahun 2014",
        "<li>Pasal 5 UU<li>Nomor 5 Tahun 2014",
        "<td>UU</td><td>5/2014</td>",
        '<a class="wartagraf-citation" href="/akn/id/act/uu/2014/5">UU Nomor 5 Tahun 2014</a>',
    ],
)  # fmt: skip
def test_nothing_is_marked_outside_the_words_of_one_block(page):
    assert mark_html(page) == page


def test_a_foot_note_does_not_grow_a_year():
    assert marks(mark_html("UU Nomor 5 Tahun 2014<sup>1</sup> berlaku")) == [("a", "UU Nomor 5 Tahun 2014")]


def test_a_mark_says_what_is_known_of_the_rule():
    page = "<p>Pasal 5 ayat (1) UU Nomor 5 Tahun 2014 dan Perda Nomor 3 Tahun 2018"
    law, by_law = (
        match.group() for match in MARK.finditer(mark_html(page, place="kota-rantau", base="https://h.example/"))
    )
    assert 'href="https://h.example/akn/id/act/uu/2014/5/~art_5__para_1"' in law
    assert 'data-provisions="pasal 5 ayat (1)"' in law
    assert 'title="Aparatur Sipil Negara (uu/2014/5)"' in law
    assert 'data-regulation="perda-kota-rantau/2018/3" data-how="explicit"' in by_law


def test_a_name_is_the_rule_of_the_day():
    page = "<p>Menurut UU ASN, pegawai wajib netral."
    assert 'data-regulation="uu/2014/5" data-how="nickname"' in mark_html(page, "2020-03-01")
    assert 'data-regulation="uu/2023/20" data-how="nickname"' in mark_html(page, "2024-03-01")


def test_marks_cannot_be_broken_out_of():
    marked = mark_html("<p>UU 5/2014", base='https://h.example/"><script>')
    assert "<script>" not in marked
    assert MARK.search(marked)


# --- HTML: nothing else changes


@given(JUMBLES)
@settings(deadline=None, max_examples=400)
def test_without_its_marks_a_page_is_what_it_was(page):
    assert unmarked(mark_html(page)) == unmarked(page)


@given(JUMBLES)
@settings(deadline=None, max_examples=200)
def test_marking_twice_is_marking_once(page):
    once = mark_html(page)
    assert mark_html(once) == once


@given(JUMBLES)
@settings(deadline=None, max_examples=200)
def test_a_citation_of_a_page_quotes_its_source(page):
    read = read_html(page).text
    for citation in find_html_citations(page):
        stretch = page[citation.start : citation.end]
        assert stretch
        assert read_html(stretch).text.strip() in read


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_real_page_is_marked_and_stays_what_it_was(path):
    page = path.read_bytes().decode("utf-8")
    marked = mark_html(page)
    assert unmarked(marked) == page
    assert mark_html(marked) == marked
    before, after = Nesting(), Nesting()
    before.feed(page)
    after.feed(marked)
    assert after.faults == before.faults
    assert len(marks(marked)) >= len(find_html_citations(page))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_words_of_a_real_page_are_those_another_parser_reads(path):
    page = path.read_bytes()
    tree = lxml.html.document_fromstring(page)
    not_read = ("script", "style", "textarea", "title", "noscript", "svg", "select", "iframe", lxml.etree.Comment)
    for element in list(tree.iter(*not_read)):
        element.drop_tree()
    words = read_html(page.decode("utf-8")).text.replace(BREAK, "")
    assert "".join(words.split()) == "".join("".join(tree.itertext()).split())


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_marks_of_a_real_page_change_no_word_of_it(path):
    page = path.read_bytes().decode("utf-8")
    assert read_html(mark_html(page)).text == read_html(page).text


@pytest.mark.parametrize(
    "page",
    [
        "<!--" * 150_000, "<!--x>" * 100_000, "<" * 600_000, "<a " * 200_000, "<a b='" * 100_000, "<![x" * 150_000,
        "</" * 300_000, "<svg>" * 100_000, "<title>" * 80_000, " " * 600_000, "<p>" * 200_000, "\u00ad" * 600_000,
        "<a b=\n" * 100_000, "<b>UU</b> " * 50_000, "<p>UU 5/2014</p>" * 20_000,
    ],
    ids=lambda page: repr(page[:6]),
)  # fmt: skip
def test_no_page_takes_long(page):
    began = time.process_time()
    mark_html(page)
    assert time.process_time() - began < 10


IN_BROWSER = """
const page = (source) => new DOMParser().parseFromString(source, "text/html");
const words = (page) => page.documentElement.textContent.replace(/\\s+/g, "");
const faults = PAIRS.filter(([before, marked, marks]) => {
    const found = page(marked);
    return words(page(before)) !== words(found) || found.querySelectorAll("[data-regulation]").length !== marks
        || found.querySelector("a a.wartagraf-citation[href]");
});
document.body.textContent = JSON.stringify([PAIRS.length, faults]);
"""


def test_a_browser_sees_every_mark_and_no_other_change(chromium, tmp_path):
    dice = random.Random(9)
    jumbles = ["".join(dice.choices(FRAGMENTS.elements, k=12)) for _ in range(2000)]
    pages = [*jumbles, *(path.read_text("utf-8") for path in PAGES)]
    pairs = [
        (page, marked, len(marks(marked))) for page in pages if OWN not in page and (marked := mark_html(page)) != page
    ]
    script = IN_BROWSER.replace("PAIRS", json.dumps(pairs).replace("<", "\\u003c"))
    (tmp_path / "uji.html").write_text(f"<meta charset=utf-8><body><script>{script}</script>", "utf-8")
    options = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profil'}", "--dump-dom")
    command = [chromium, *options, (tmp_path / "uji.html").as_uri()]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    count, faults = json.loads(html.unescape(shown[shown.index("<body>") + 6 : shown.rindex("</body>")]))
    assert count > 300
    assert faults == []


# --- plain text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Lihat UU Nomor 5 Tahun 2014.", "Lihat [UU Nomor 5 Tahun 2014](/akn/id/act/uu/2014/5)."),
        ("😀 “é” PP 94/2021 😀", "😀 “é” [PP 94/2021](/akn/id/act/pp/2021/94) 😀"),
        ("Perda KTR belum bernomor", "Perda KTR belum bernomor"),
        ("Pasal 5 ayat (1) PP 94/2021", "Pasal 5 ayat (1) [PP 94/2021](/akn/id/act/pp/2021/94/~art_5__para_1)"),
        ("Pasal 5 dan 6 PP 94/2021", "Pasal 5 dan 6 [PP 94/2021](/akn/id/act/pp/2021/94)"),
        ("KUHP.\r\n\r\nKitab itu KUHP", "[KUHP](/akn/id/act/kuhp).\r\n\r\nKitab itu [KUHP](/akn/id/act/kuhp)"),
        ("lihat [PP 94/2021](https://h.example) ini", "lihat [PP 94/2021](https://h.example) ini"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_text_gets_markdown_links(text, wanted):
    assert mark_text(text) == wanted


@given(st.lists(FRAGMENTS | st.text(max_size=8), max_size=20).map("".join))
@settings(deadline=None, max_examples=200)
def test_without_its_links_a_text_is_what_it_was(text):
    pieces = {citation: text[citation.start : citation.end] for citation in find_citations(text)}
    marked = mark_text(text)
    for link in MARKDOWN.finditer(marked):
        assert link[1].replace("\\[", "[").replace("\\]", "]").replace("\\\\", "\\") in pieces.values()
    assert len(marked) >= len(text)
    plain = text.replace("[", "").replace("]", "").replace("\\", "")
    assert MARKDOWN.sub(r"\1", marked).replace("[", "").replace("]", "").replace("\\", "") == plain


@given(JUMBLES)
@settings(deadline=None, max_examples=200)
def test_a_text_as_html_reads_as_the_text(text):
    assert html.unescape(unmarked(text_as_html(text))) == html.unescape(html.escape(text, quote=False))


def test_links_of_a_text_may_be_many():
    text = "[PP 94/2021](https://h.example) dan PP 94/2021; " * 3000
    began = time.process_time()
    assert mark_text(text).count("/akn/id/act/pp/2021/94") == 3000
    assert time.process_time() - began < 10


# --- addresses


@pytest.mark.parametrize(
    ("provision", "portion"),
    [
        ("pasal 5", "/~art_5"),
        ("pasal 71 ayat (1)", "/~art_71__para_1"),
        ("pasal 6A ayat (2) huruf b", "/~art_6A__para_2__point_b"),
        ("pasal 5 huruf a angka 3", "/~art_5__point_a__point_3"),
        ("pasal 55 ayat (1) ke-1", "/~art_55__para_1__point_1"),
        ("lampiran II", ""),
        ("pasal 5 lampiran II", ""),
        ("", ""),
    ],
)
def test_a_provision_is_a_portion_of_the_address_of_its_rule(provision, portion):
    assert akn_address("uu/2016/10", provision) == "/akn/id/act/uu/2016/10" + portion


def test_a_nickname_has_no_address():
    assert akn_address("~perda-ktr", "pasal 5") == ""


# --- importing


def test_finding_and_marking_need_no_spacy():
    code = (
        "import sys; from extract import find_citations, mark_html, mark_text; mark_html('<p>UU 5/2014');"
        " mark_text('UU 5/2014'); find_citations('UU 5/2014'); sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
