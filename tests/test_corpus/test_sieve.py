import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus import Media, News, Page, Reason, Store, Terms, collect
from corpus.sieve import FOREIGN, NO_RULE, why_sieved

LAW = "<p>Wali Kota Rantau Seberang mengatakan aturan itu berdasar UU Nomor 5 Tahun 2014.</p>"
MARKET = "<p>Pasar Lama ramai sejak pagi, kata pedagang yang berjualan sayur dan ikan.</p>"
ENGLISH = "<p>The council debated the law and the market on Monday.</p>"


@pytest.mark.parametrize(("page", "why"), [(LAW, ""), (MARKET, NO_RULE), (ENGLISH, FOREIGN), ("", FOREIGN)])
def test_a_page_passes_when_it_is_indonesian_and_names_a_rule(page: str, why: str) -> None:
    assert why_sieved(page.encode()) == why


@pytest.mark.parametrize(
    "words",
    [
        "Undang-Undang ASN",
        "UNDANG - UNDANG ASN",
        "undang&ndash;undang ASN",
        "<b>Undang</b>-<i>Undang</i> ASN",
        "Und<b>ang-Und</b>ang ASN",
        "<span class='awal'>P</span>eraturan Daerah tentang parkir",
        "Per&shy;da parkir",
        "Per\u00adda parkir",
        "P&#101;rd&#x61; parkir",
        "UU&nbsp;ASN",
        "(UU) ASN",
        "UU26/2002",
        "UUNo. 5 Tahun 2014",
        "uu no 5 tahun 2014",
        "PP<!-- --> <!-- -->Nomor 94 Tahun 2021",
        "PP 94/2021",
        "SE Wali Kota Bernomor 800/12/2023",
        "Surat\nEdaran wali kota",
        "Keputusan <a href='/x?a=1'>Kepala Dinas</a> Perhubungan Nomor 12 Tahun 2020",
        "Instruksi Bupati tentang kebersihan",
        "Keputusan&nbsp;Menteri&nbsp;Nomor&nbsp;16&nbsp;Tahun&nbsp;2025",
        "Keputusan\u00a0Menteri\u00a0Nomor\u00a016\u00a0Tahun\u00a02025",
        "Pergub sampah",
        "Permendagri 77 Tahun 2020",
        "KUHPidana",
    ],
)
def test_a_rule_is_seen_however_its_words_are_marked_up(words: str) -> None:
    assert why_sieved(f"<p>Ia mengatakan bahwa {words}, kemarin.</p>".encode()) == ""


@pytest.mark.parametrize(
    "words",
    [
        "Satpol PP menertibkan pedagang",
        "PM datang pukul 9",
        "jarak 5 km dari kota",
        "keputusan itu diambil kemarin",
        "undangan pernikahan",
        "permen rasa jeruk",
        "perdana menteri",
        "sepeda dan perdagangan",
        "<img src='uu-asn.gif'>",
    ],
)
def test_words_that_only_look_like_a_rule_do_not_count(words: str) -> None:
    assert why_sieved(f"<p>Ia mengatakan bahwa {words}.</p>".encode()) == NO_RULE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_encoding_does_not_matter(encoding: str) -> None:
    assert why_sieved(f"“{LAW}”".encode(encoding)) == ""
    assert why_sieved(f"“{MARKET}”".encode(encoding)) == NO_RULE


def test_the_escapes_of_json_separate_words() -> None:
    line = json.dumps({"id": "a", "text": "Aturan yang itu tidak berlaku.\nUU\u00a0ASN\nberlaku."})
    assert why_sieved(line.encode()) == ""


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    folder = tmp_path / "crawl"
    folder.mkdir()
    body = "".join(
        f"<p>Paragraf ke-{n} bercerita panjang tentang kehidupan warga di kota kecil itu.</p>" for n in range(9)
    )
    for name, lead in (("hukum", LAW), ("pasar", MARKET)):
        (folder / f"{name}.html").write_text(f"<article><h1>Berita {name}</h1>{lead}{body}</article>")
    (folder / "asing.html").write_text(ENGLISH * 20)
    return folder


def test_sieved_pages_are_refused_with_their_reason_and_not_kept(crawl: Path, store: Store) -> None:
    outcomes = {Path(c.source).stem: c for c in collect([crawl], store, terms=Terms(sieve=True))}
    assert outcomes["hukum"].article_id
    assert {name: c.rejection.reason for name, c in outcomes.items() if c.rejection} == dict.fromkeys(
        ("pasar", "asing"), Reason.SIEVED
    )
    assert store.counts().pages == 1
    assert [r.detail.rpartition(": ")[2] for r in store.rejections] == [FOREIGN, NO_RULE]


def test_a_page_given_by_name_stays_listed_when_it_is_sieved(crawl: Path, store: Store) -> None:
    list(collect([crawl / "pasar.html"], store, terms=Terms(sieve=True)))
    assert [r.reason for r in store.rejections] == [Reason.SIEVED]
    (again,) = collect([crawl / "pasar.html"], store, terms=Terms(sieve=True))
    assert again.news is News.KNOWN


def test_what_was_sieved_is_read_once_the_sieve_is_taken_away(crawl: Path, store: Store) -> None:
    list(collect([crawl], store, terms=Terms(sieve=True)))
    list(collect([crawl], store))
    assert store.counts().articles == 2
    assert Reason.SIEVED not in store.counts().rejected


def test_an_article_in_the_store_is_not_sieved_afterwards(crawl: Path, store: Store) -> None:
    list(collect([crawl], store))
    outcomes = list(collect([crawl], store, terms=Terms(sieve=True)))
    assert {c.news for c in outcomes} == {News.KNOWN}
    assert store.counts().articles == 2


def test_no_place_in_a_long_page_is_out_of_sight() -> None:
    for at in (0, 10_000, 200_000):
        page = Page(source="a", raw=(MARKET * 3000)[:at].encode() + LAW.encode() + MARKET.encode(), media=Media.HTML)
        assert why_sieved(page.raw) == ""


def _time(work: Callable[[bytes], str], raw: bytes) -> float:
    begin = time.process_time()
    work(raw)
    return time.process_time() - begin


def test_time_grows_with_the_length_of_the_page_alone() -> None:
    hostile = b"yang " + b"keputusan <a" * 20_000
    why_sieved(hostile[:100])
    assert _time(why_sieved, hostile) < 5


def test_a_wrong_language_in_the_head_does_not_cost_a_page() -> None:
    assert why_sieved(f'<html lang="en-US">{LAW}{MARKET}'.encode()) == ""
    assert why_sieved(f'<html lang="id">{LAW}'.encode()) == ""  # without the first letters that are sought
