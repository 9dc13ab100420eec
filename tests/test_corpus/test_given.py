import json

import pytest

from corpus import Article, Reason, clean
from tests.test_corpus.pages import json_page


def test_id_and_text_are_kept_as_given():
    text = "  Baris satu.\r\nBaca juga: tetap di sini\n\u00a0IKLAN  "
    article = clean(json_page(json.dumps({"id": "warta-7", "text": text, "title": "Judul", "extra": [1]})))
    assert article == Article(id="warta-7", text=text, title="Judul")


def test_text_encoded_twice_is_kept_so_that_offsets_count_in_what_was_given():
    text = "Tanah seluas 20 m\u00c2\u00b2 \u00e2\u20ac\u0153luas\u00e2\u20ac\u2122 katanya."
    article = clean(json_page(json.dumps({"id": "a", "text": text}, ensure_ascii=False)))
    assert isinstance(article, Article)
    assert article.text == text


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("10/22/2025 10:25", "2025-10-22"),
        ("10/7/2025 6:00", "2025-10-07"),
        ("24-May-19", "2019-05-24"),
        ("September 20, 2019", "2019-09-20"),
        ("Oktober 16, 2019", "2019-10-16"),
        ("2024-02-13", "2024-02-13"),
        ("nan", ""),
        (None, ""),
    ],
)
def test_the_date_becomes_an_iso_day(given, day):
    article = clean(json_page(json.dumps({"id": "a", "text": "Isi.", "date": given})))
    assert isinstance(article, Article)
    assert article.date == day


@pytest.mark.parametrize(
    ("url", "outlet"), [("https://www.kabar.example/a", "kabar.example"), ("http://[kabar", ""), ("kabar", "")]
)
def test_the_outlet_is_the_host_where_none_is_given(url, outlet):
    article = clean(json_page(json.dumps({"id": "a", "text": "Isi.", "url": url})))
    assert isinstance(article, Article)
    assert article.outlet == outlet
    named = clean(json_page(json.dumps({"id": "a", "text": "Isi.", "url": url, "outlet": "Harian Contoh"})))
    assert isinstance(named, Article)
    assert named.outlet == "Harian Contoh"


def test_a_missing_id_follows_from_the_content():
    first, again, other = (
        clean(json_page(json.dumps(row), source=source))
        for row, source in [
            ({"text": "Isi."}, "a.jsonl:1"),
            ({"text": "Isi.", "id": ""}, "b.jsonl:9"),
            ({"text": "Isi lain."}, "c.jsonl:1"),
        ]
    )
    assert isinstance(first, Article)
    assert first == again
    assert isinstance(other, Article)
    assert other.id != first.id


@pytest.mark.parametrize("number", [28, 0])
def test_a_number_as_id_is_kept_as_its_digits(number):
    article = clean(json_page(json.dumps({"id": number, "text": "Isi."})))
    assert isinstance(article, Article)
    assert article.id == str(number)


@pytest.mark.parametrize(
    ("line", "reason", "told"),
    [
        ('{"id": "a", "text": ', Reason.MALFORMED, "not a JSON object"),
        ("[1, 2]", Reason.MALFORMED, "list"),
        ("null", Reason.MALFORMED, "NoneType"),
        ('{"id": "a", "isi": "Isi."}', Reason.MALFORMED, 'no "text" among its fields (id, isi)'),
        ('{"id": "a", "text": 5}', Reason.MALFORMED, "'text' is int"),
        ('{"id": ["a"], "text": "Isi."}', Reason.MALFORMED, "'id' is list"),
        ('{"id": true, "text": "Isi."}', Reason.MALFORMED, "'id' is bool"),
        ('{"id": false, "text": "Isi."}', Reason.MALFORMED, "'id' is bool"),
        ('{"id": "a", "text": "  "}', Reason.EMPTY, "empty"),
        ('{"id": "a", "text": "\\ud83d"}', Reason.ENCODING, "surrogate"),
        ('{"id": "a", "text": "Isi.", "title": "\\ud83d"}', Reason.ENCODING, "surrogate"),
        ("[" * 100_000, Reason.MALFORMED, "not a JSON object"),
    ],
)
def test_what_is_no_article_is_refused_with_its_place(line, reason, told):
    refused = clean(json_page(line, source="artikel.jsonl:7"))
    assert not isinstance(refused, Article)
    assert refused.reason is reason
    assert refused.detail.startswith("artikel.jsonl:7: ")
    assert told in refused.detail
    assert "\n" not in refused.detail
