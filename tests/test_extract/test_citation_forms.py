"""Every form of citation the press uses is read, and what only looks like one is not."""

import csv
import json
import runpy
import time
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import lexicon
from extract.record import How
from extract.rules import find_citations
from extract.rules.rule_forms import evened, find_heads, lowered
from extract.rules.rule_issuers import issuer_slug
from extract.rules.rule_numbers import number_at

HERE = Path(__file__).parent
BENCH = runpy.run_path(str(HERE.parent / "bench" / "citations.py"))


def golden(name):
    return [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]


def params(cases):
    return [pytest.param(case, id=case["id"]) for case in cases]


@pytest.mark.parametrize("case", params(golden("citation_forms.jsonl")))
def test_a_form_of_the_press_is_read(case):
    found = find_citations(case["text"])
    assert [[case["text"][c.start : c.end], c.id] for c in found] == case["want"], case["why"]


@pytest.mark.parametrize("case", params(golden("citation_negatives.jsonl")))
def test_what_only_looks_like_a_citation_is_none(case):
    found = find_citations(case["text"])
    assert [case["text"][c.start : c.end] for c in found] == case.get("want", []), case["why"]


# A renderer of its own: it shares the tables with the reader, and nothing else.


def table(name):
    lines = files(lexicon.__name__).joinpath(name).read_text("utf-8").splitlines()
    return list(csv.DictReader((line for line in lines if line and line[0] != "#"), delimiter="\t", quoting=3))


TYPES = [row for row in table("regulation_types.tsv") if row["bare"] in {"number", "year"} and row["issuer"] != "named"]
ISSUERS = {
    kind: [
        (name, row["slug"])
        for row in table("regulation_issuers.tsv")
        if row["kind"] == kind
        for name in f"{row['names']}|{row['short'] if kind in {'province', 'agency'} else ''}".split("|")
        if name
    ]
    for kind in ("ministry", "province", "agency")
}
SPELLINGS = {" ".join(s.lower().replace("-", " ").split()) for row in TYPES for s in row["forms"].split("|")}
TOWNS = [("Metro", "metro"), ("Tanjung Aru", "tanjung-aru"), ("Muara Lima", "muara-lima")]


def heads_of_regions(word, prefix):
    return st.sampled_from(TOWNS).map(lambda town: (f"{word}{town[0]}", f"{prefix}{town[1]}"))


def provinces(word, prefix):
    return st.sampled_from(ISSUERS["province"]).map(lambda row: (f"{word}{row[0]}", f"{prefix}{row[1]}"))


CITIES = heads_of_regions("Kota ", "kota-")
REGENCIES = heads_of_regions("Kabupaten ", "kabupaten-") | heads_of_regions("Kab. ", "kabupaten-")
OFFICES = st.one_of(
    st.sampled_from(ISSUERS["agency"]),
    st.sampled_from(ISSUERS["agency"]).map(lambda row: (f"Kepala {row[0]}", row[1])),
    st.just(("Dirjen Pajak", "direktur-jenderal-pajak")),
)
CHIEFS = st.one_of(
    st.sampled_from(ISSUERS["ministry"]).map(lambda row: (f"Menteri {row[0]}", f"menteri-{row[1]}")),
    provinces("Gubernur ", "gubernur-"),
    heads_of_regions("Bupati ", "bupati-"),
    heads_of_regions("Wali Kota ", "wali-kota-"),
)
WRITTEN = {
    "none": st.sampled_from([("", ""), ("Republik Indonesia", ""), ("RI", "")]),
    "ministry": st.sampled_from(ISSUERS["ministry"]),
    "province": provinces("", "provinsi-") | provinces("Provinsi ", "provinsi-"),
    "regency": REGENCIES | heads_of_regions("", "kabupaten-"),
    "city": CITIES | heads_of_regions("", "kota-"),
    "region": CITIES | REGENCIES | provinces("Provinsi ", "provinsi-"),
    "village": heads_of_regions("", ""),
    "office": OFFICES,
    "governor": provinces("", "gubernur-"),
    "regent": heads_of_regions("", "bupati-"),
    "mayor": heads_of_regions("", "wali-kota-"),
}
NUMBERS = (
    ("Nomor {n} Tahun {y}", "{n}"),
    ("nomor {n} tahun {y}", "{n}"),
    ("No. {n} Tahun {y}", "{n}"),
    ("No.{n}/{y}", "{n}"),
    ("No {n}/{y}", "{n}"),
    ("Nomer: {n} Tahun {y}", "{n}"),
    ("Nomor\n{n}\nTahun {y}", "{n}"),
    ("{n} Tahun {y}", "{n}"),
    ("{n}/{y}", "{n}"),
    ("Nomor {n} Tahunn {y}", "{n}"),
    ("Nomor {n} th {y}", "{n}"),
    ("Nomor {n} Tahun '{s}", "{n}"),
    ("Nomor {n} {y}", "{n}"),
    ("Nomor: 800/{n}/BKD/{y}", "800-{n}-BKD"),
    ("Nomor {n}/KPTS/HK.01/{y}", "{n}-KPTS-HK.01"),
)
SLIPS = (str, str.upper, lambda s: s.replace("-", " "), lambda s: s.replace(" ", "  "), lambda s: s.replace(" ", "\n"))


@st.composite
def citations(draw):
    """A citation with the id it must have."""
    row = draw(st.sampled_from(TYPES))
    spelling = draw(st.sampled_from(row["forms"].split("|")))
    slug = row["issuer"].removeprefix("=") if row["issuer"].startswith("=") else ""
    issuer = ""
    if not slug:
        with_chief = (
            row["issuer"] == "office" and row["type"] != "other"
        )  # "other" of a minister or governor is a decree
        issuer, slug = draw(WRITTEN[row["issuer"]] | CHIEFS if with_chief else WRITTEN[row["issuer"]])
    number, written = draw(st.sampled_from(NUMBERS))
    values = {"n": draw(st.integers(1, 400)), "y": draw(st.integers(1950, 2035))}
    values["s"] = str(values["y"])[2:]
    words = [draw(st.sampled_from(SLIPS))(spelling), issuer, number.format(**values)]
    rule = f"{row['type']}-{slug}" if slug else row["type"]
    named = " ".join(f"{spelling} {issuer}".lower().replace("-", " ").split())
    longer = any(named.startswith(other) and len(other) > len(spelling) for other in SPELLINGS)
    return None if longer else (" ".join(filter(None, words)), f"{rule}/{values['y']}/{written.format(**values)}")


@settings(deadline=None, max_examples=400)
@given(
    rendered=citations().filter(lambda rendered: rendered is not None),
    before=st.sampled_from(["", "Menurut ", "(", "“", "sesuai\n", "Pasal 5 ayat (1) "]),
    after=st.sampled_from(["", ".", ", warga", ")", "” katanya", " tentang Pengelolaan Sampah", "\ntentang Retribusi"]),
)
def test_every_citation_of_the_grammar_reads_back_to_its_id(rendered, before, after):
    citation, rule = rendered
    text = before + citation + after
    assert [(text[c.start : c.end], c.id) for c in find_citations(text)] == [(citation, rule)]


def test_recall_on_real_citations_is_at_least_99_percent(shared):
    rows = BENCH["table_of"](shared / "benchmark" / "regulation_mentions.tsv")
    known = BENCH["known_rows"]()
    recall = BENCH["recall_of"](rows, known)
    assert recall.found + len(recall.missed) + recall.others.total() == len(rows)
    assert recall.others.total() < 0.03 * len(rows)
    assert recall.share >= 0.99, recall.missed
    assert "unknown" not in recall.missed.values(), recall.missed
    assert {row for row, (kind, _) in known.items() if kind == "miss"} == set(recall.missed), (
        "found now: take it off the list"
    )


@pytest.mark.parametrize(
    "piece",
    [
        *("1", "1/", "a/1", "(", ")(", "((a) ", "Pasal Pasal ", "Pasal 1 ", "Nomor ", "No. 1 ", "jo. ", "dan 5/2014 "),
        *(
            "UU ",
            "UU(",
            "UU 5/2014 dan 5/2014 ",
            "UU 5/2014, ",
            "UU Nomor 1, 2, 3 ",
            "Peraturan Menteri ",
            "Perda Kota ",
        ),
        *("SE Kepala Aa ", "SK Aa (b) ", "Putusan ", "PP itu tertuang dalam ", "tahun ", "¬†", "KM 5 "),
        *("PP, Perda, ", "Perda 1/2020 Bupati ", "Raperda APBD 2020 ", "PP 1/2020 PP yang diteken ", "konvensi itu "),
    ],
)
def test_time_grows_as_a_text_of_one_piece_does(piece):
    def seconds(size):
        text = piece * (size // len(piece))
        begin = time.process_time()
        find_citations(text)
        return time.process_time() - begin

    find_citations("UU 5/2014")
    part, whole = seconds(10_000), seconds(100_000)
    assert whole < 3 * 10 * part + 0.5, (part, whole)


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.sampled_from(["UU ", "Perda ", "Rancangan Perda ", "xUU ", "İ", "“PP” ", "Permenkes", " 5/2014 "]),
        max_size=9,
    )
)
def test_heads_stand_in_order_and_know_each_other(pieces):
    text = "".join(pieces)
    heads = find_heads(text, lowered(text))
    assert [head.start for head in heads] == sorted({head.start for head in heads})
    for head in heads:
        assert [head.other(other.start) for other in heads] == heads
        assert head.other(head.end) is None or head.end in {other.start for other in heads}


def test_a_misread_hard_space_is_a_space_and_moves_nothing():
    text = "Peraturan¬†OJK¬†Nomor 7/2013"
    assert evened(text) == "Peraturan  OJK  Nomor 7/2013"
    assert [(c.start, c.end, c.id, c.how) for c in find_citations(text)] == [
        (0, len(text), "other-ojk/2013/7", How.EXPLICIT)
    ]


@pytest.mark.parametrize(
    ("written", "number", "year"),
    [
        (" Nomor 5 Tahun 2014", "5", "2014"),
        (" 5 tahun '14", "5", "2014"),
        (" No 8 th '81", "8", "1981"),
        (" Nomor 31/99", "31", "1999"),
        (" Nomer 3 Tahu 2012", "3", "2012"),
        (" ini bernomor 16 tahun 2025", "16", "2025"),
        (" itu tertuang lewat Nomor 142/TPA Tahun 2022", "142-TPA", "2022"),
        (", yakni Nomor 4 Tahun 2019", "4", "2019"),
        (" No IX/ Tahun 2001", "IX", "2001"),
    ],
)
def test_numbers_are_read_with_their_slips(written, number, year):
    found = number_at(f"PP{written} berlaku", 2)
    assert (found.number, found.year, found.end) == (number, year, 2 + len(written))


@pytest.mark.parametrize(
    ("issuer", "words", "slug"),
    [
        ("office", "Kepala Badan Kepegawaian Negara", "bkn"),
        ("office", "Lembaga LKPP", "lkpp"),
        ("office", "Dirjen Pajak", "direktur-jenderal-pajak"),
        ("office", "Mendagri", "menteri-dalam-negeri"),
        ("office", "Walikota Metro", "wali-kota-metro"),
        ("office", "Gubernur Provinsi DKI", "gubernur-dki-jakarta"),
        ("mayor", "Kota Metro", "wali-kota-metro"),
        ("ministry", "Pendidikan Kebudayaan Riset dan Teknologi", "pendidikan-kebudayaan-riset-dan-teknologi"),
    ],
)
def test_an_issuer_has_one_slug_however_it_is_written(issuer, words, slug):
    assert issuer_slug(issuer, words, "") == slug
