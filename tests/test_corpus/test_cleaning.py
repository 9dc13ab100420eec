import json
import logging
import random
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import Article, Media, Page, Reason, Rejection, clean, cleaner_version
from corpus.paragraphs import fold, words
from tests.test_corpus.pages import BODY, HEADLINE, html_page, story, text_page


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (Page(source="p", raw=b"", media=Media.TEXT), Reason.EMPTY),
        (Page(source="p", raw=b" \n ", media=Media.HTML), Reason.EMPTY),
        (Page(source="p", raw=b"%PDF-1.4 isi", media=Media.HTML), Reason.BINARY),
        (Page(source="p", raw=b"\x89PNG\r\n\0\0", media=Media.TEXT), Reason.BINARY),
        (Page(source="p", raw=("Warga \ufffd\ufffd. " * 40).encode(), media=Media.TEXT), Reason.ENCODING),
        (text_page("IKLAN", "Beranda", source="p"), Reason.NO_ARTICLE),
        (html_page("<p>Halaman tidak ditemukan</p>", source="p"), Reason.NO_ARTICLE),
        (Page(source="p", raw=b"<", media=Media.HTML), Reason.NO_ARTICLE),
    ],
)
def test_what_holds_no_article_is_refused_with_its_reason(page, reason):
    refused = clean(page)
    assert isinstance(refused, Rejection)
    assert refused.reason is reason
    assert refused.source == "p"
    assert refused.detail.startswith("p: ")
    assert "\n" not in refused.detail
    assert ";" in refused.detail, "the next step follows what was wrong"


def test_a_text_export_comes_out_as_its_body():
    article = clean(text_page(HEADLINE, *BODY, "IKLAN", "About the author", "Redaksi", "IKLAN", "IKLAN"))
    assert isinstance(article, Article)
    assert article.title == HEADLINE
    assert article.text == "\n".join(BODY)


def test_a_body_printed_three_times_over_appears_once():
    links = ("Baca juga:", "Pasar Baru Rantau Seberang Dibuka", "Satpol PP Sita Gerobak")
    article = clean(text_page(HEADLINE, *(BODY + links) * 3))
    assert isinstance(article, Article)
    assert article.text == "\n".join(BODY)


def test_the_same_article_with_other_adverts_has_the_same_id():
    one, other = (clean(text_page(HEADLINE, *BODY, *end)) for end in [("IKLAN",), ("POPULER", "Lima Resep Sambal")])
    assert isinstance(one, Article)
    assert one == other


def test_a_changed_body_has_another_id():
    one, other = (clean(text_page(HEADLINE, *body)) for body in [BODY, BODY[:-1]])
    assert isinstance(one, Article)
    assert isinstance(other, Article)
    assert one.id != other.id


def test_a_windows_1252_page_keeps_its_quotation_marks():
    page = story()
    article = clean(
        Page(
            source="p",
            raw=page.raw.decode().replace("utf-8", "windows-1252").encode("cp1252"),
            media=Media.HTML,
        )
    )
    assert isinstance(article, Article)
    assert article.text == "\n".join(BODY)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            (
                *BODY,
                "IKLAN",
                "Baca juga:",
                "Sepuluh Kios Disegel",
                "POPULER",
                "(Dok)",
                "About the author",
                "via",
            )
        )
        | st.text(max_size=60),
        max_size=14,
    )
)
def test_cleaning_never_invents_words(lines):
    outcome = clean(text_page(*lines))
    if isinstance(outcome, Article):
        have = words(outcome.text + " " + outcome.title)
        assert set(have) <= set(words(fold("\n".join(lines))))  # without what nobody sees


def test_the_outcome_does_not_depend_on_the_pages_before():
    pages = [story(title=f"{HEADLINE} {i}", paragraphs=BODY[: 2 + i % 3]) for i in range(12)] * 3
    first = [clean(page) for page in pages]
    order = list(range(len(pages)))
    random.Random(7).shuffle(order)
    again = {i: clean(pages[i]) for i in order}
    assert [again[i] for i in range(len(pages))] == first


def test_the_page_libraries_say_nothing_on_the_terminal():
    code = (
        "from corpus import clean, Page, Media\n"
        "for raw in (b'<', b'<html><body></body></html>', b'\\xef\\xbb\\xbf', b'<p>x</p>' * 3):\n"
        "    clean(Page(source='p', raw=raw, media=Media.HTML))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")


def test_importing_the_corpus_changes_no_logger():
    code = "import logging, corpus; print(logging.getLogger('trafilatura').propagate)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(logging.getLogger("a.new.one").propagate)


def test_the_cleaner_has_a_short_stable_version():
    assert cleaner_version() == cleaner_version()
    assert len(cleaner_version()) == 12
    assert json.dumps(cleaner_version()).isascii()
