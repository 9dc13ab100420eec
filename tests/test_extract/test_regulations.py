import csv
import json
import re
import time
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.record import How, IssuerFrom
from extract.rules.regulations import find_citations

CASES = [json.loads(line) for line in Path(__file__).with_name("regulations.jsonl").read_text("utf-8").splitlines()]
STRICT_GAP = pytest.mark.xfail(strict=True, reason="known gap")


def params(cases):
    return [pytest.param(case, id=case["id"], marks=[STRICT_GAP] if case["tier"] == "gap" else []) for case in cases]


def shown(text, citation):
    row = asdict(citation)
    wanted = {"text": text[citation.start : citation.end], "id": row["id"], "how": row["how"].value}
    relations = {name: list(row[name]) for name in ("provisions", "amends", "revokes", "enacts") if row[name]}
    return wanted | relations


@pytest.mark.parametrize("case", params(CASES))
def test_a_text_cites_these_rules(case):
    found = find_citations(case["text"], case.get("date"), place=case.get("place", ""))
    assert [shown(case["text"], citation) for citation in found] == case["want"], case["why"]


TYPES = {
    "Undang-Undang": "uu",
    "UU": "uu",
    "Peraturan Pemerintah": "pp",
    "PP": "pp",
    "Perpres": "perpres",
    "Peraturan Presiden (Perpres)": "perpres",
    "Inpres": "inpres",
    "Permendagri": "permen-dalam-negeri",
    "Peraturan Menteri Kesehatan": "permen-kesehatan",
    "Kepmenaker": "kepmen-ketenagakerjaan",
    "PKPU": "pkpu",
    "Perda Kota Metro": "perda-kota-metro",
    "Peraturan Daerah Provinsi Lampung": "perda-provinsi-lampung",
    "Pergub Jabar": "pergub-provinsi-jawa-barat",
    "Perbup Toba": "perbup-kabupaten-toba",
    "Surat Edaran Wali Kota Metro": "se-wali-kota-metro",
}
NUMBERS = (
    "Nomor {} Tahun {}",
    "No. {} Tahun {}",
    "No {} tahun {}",
    "Nomor {}/{}",
    "{}/{}",
    "{} Tahun {}",
    "Nomer: {}/{}",
)


@settings(deadline=None, max_examples=300)
@given(
    form=st.sampled_from(sorted(TYPES)),
    number=st.sampled_from(NUMBERS),
    n=st.integers(1, 400),
    year=st.integers(1945, 2035),
    before=st.sampled_from(["", "Menurut ", "(", "“", "Sesuai dengan "]),
    after=st.sampled_from(["", ".", ", warga", ")", "” katanya", " tentang Sampah"]),
)
def test_a_rendered_citation_reads_back(*, form, number, n, year, before, after):
    citation = f"{form} {number.format(n, year)}"
    text = before + citation + after
    found = find_citations(text)
    assert [(text[c.start : c.end], c.id) for c in found] == [(citation, f"{TYPES[form]}/{year}/{n}")]


PIECES = [case["text"] for case in CASES] + [
    "İstanbul ",
    "aturan itu ",
    "Pasal 5 ",
    "UU ",
    "yang ",
    "tersebut ",
    "(",
    "\n",
]


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_citations_stand_in_order_inside_the_text_and_never_overlap(pieces):
    text = "".join(pieces)
    end = 0
    for citation in find_citations(text, "2024-01-01", place="kota-metro"):
        assert end <= citation.start < citation.end <= len(text)
        assert citation.how in set(How)
        assert re.fullmatch(r"~[a-z0-9-]+|[a-z0-9-]+/(?:\d{4})?/[\w.-]*", citation.id)
        end = citation.end


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "Pasal ",
        "Pasal 1 ",
        "(",
        "UU (a ",
        "UU Aa ",
        "Pasal 1" + " " * 900 + "x ",
        "Peraturan ",
        "aturan itu ",
        "undang-",
        "UU Nomor 1/",
        "UU 5/2014 ",
        "UU 5/2014 aturan itu yakni ",
        "UU ",
        "Perda 1/2020 perda ",
        "Putusan MK ",
        "Pasal 1 ayat 1-2 ",
        "subsider 12 KUHP ",
        "RUU tentang Perubahan atas ",
        "revisi UU ",
        "revisi UU Desa, revisi UU itu ",
        "RUU Aa (RUU B) ",
        "UU Desa yang baru itu ",
        "Permendag ",
        "PP 1/2020 mencabut PP 2/2019. aturan itu ",
        "Keputusan Nomor 1 Tahun 2020 ",
        "RUU tentang Perubahan atas UU 5/2014 tentang A, B ",
        "surat edaran tentang a ",
        "Perda tentang A, B, dan ",
        "Perda 1/2020 dan ",
        "Pasal 1 UU 5/2014, pasal itu ",
        "Putusan 1/Pid/2020 putusan hakim hakim ",
        "Putusan kasasi 1/Pid/2020 putusan kasasi ",
        "revisi UU 5/2014 UU itu ",
        "Perda 1/2020 Perda 1 ",
        "Keppres pengangkatan A ",
    ],
)
def test_time_grows_with_the_length_of_a_hostile_text_and_no_faster(piece):
    def seconds(size):
        text = piece * (size // len(piece))
        start = time.process_time()
        find_citations(text)
        return time.process_time() - start

    seconds(1000)
    small, large = seconds(10_000), seconds(80_000)
    assert large < 24 * small + 0.5, (small, large)


@pytest.mark.parametrize("filling", [" ", "\n", "(", "1", "a ", "pasal "])
def test_a_megabyte_between_a_rule_and_its_pin_cite_is_read_in_seconds(filling):
    text = "UU 5/2014 " + filling * (1_000_000 // len(filling)) + " Pasal 2 ayat (1)"
    start = time.process_time()
    find_citations(text)
    assert time.process_time() - start < 8


def test_a_reference_does_not_swallow_the_rule_behind_it():
    text = "Perda Nomor 1 Tahun 2020 berlaku. Perda yang mengacu UU Nomor 5 Tahun 2014 tersebut tegas."
    ids = [citation.id for citation in find_citations(text)]
    assert ids == ["perda/2020/1", "uu/2014/5"]


@pytest.mark.parametrize(
    ("text", "reference", "antecedent"),
    [
        ("Perda 1/2020 berlaku. Perda tersebut tegas.", "Perda tersebut", "Perda 1/2020"),
        ("Perda 1/2020 berlaku. Perda itu tegas, dan aturan ini ditempel.", "aturan ini", "Perda 1/2020"),
        ("Aturan itu tertuang dalam Perbup Toba 2/2021.", "Aturan itu", "Perbup Toba 2/2021"),
        ("Undang-undang tersebut adalah UU 34/1999.", "Undang-undang tersebut", "UU 34/1999"),
        ("Warung melanggar perda. Dendanya ada dalam Perda 4/2016.", "perda", "Perda 4/2016"),
        ("Raperda Sungai dibahas. Perda itu ditunggu.", "Perda itu", "Raperda Sungai"),
        (
            "Perda 1/2020 lama. Perda 2/2021 baru. Kini Perda 1/2020 dicabut. Perda ini usang.",
            "Perda ini",
            "Perda 1/2020",
        ),
    ],
)
def test_a_reference_tells_the_place_of_its_antecedent(text, reference, antecedent):
    found = {text[c.start : c.end]: c for c in find_citations(text)}[reference]
    assert found.how is How.ANAPHORA
    assert text[slice(*found.antecedent)] == antecedent


def test_what_is_no_reference_has_no_antecedent():
    found = find_citations("UU ASN dan Perda 1/2020 berlaku. Perda tersebut tegas.", "2024-03-04")
    assert [c.antecedent is None for c in found] == [c.how is not How.ANAPHORA for c in found]


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("Perda Kota Metro 3/2018 berlaku.", "", {"perda-kota-metro/2018/3": IssuerFrom.CITATION}),
        ("Permendagri 77/2020 berlaku.", "", {"permen-dalam-negeri/2020/77": IssuerFrom.CITATION}),
        ("Perda 3/2018 berlaku.", "kota-metro", {"perda-kota-metro/2018/3": IssuerFrom.PLACE}),
        ("SE Bupati Nomor 4 Tahun 2020 terbit.", "kabupaten-toba", {"se-bupati-toba/2020/4": IssuerFrom.PLACE}),
        ("Perda 3/2018 berlaku.", "", {"perda/2018/3": None}),
        ("UU 5/2014 dan KUHP berlaku. UU tersebut tegas.", "kota-metro", {"uu/2014/5": None, "kuhp//": None}),
        (
            "Perda Kota Metro 3/2018 dan Perda 4/2019 berlaku.",
            "",
            {"perda-kota-metro/2018/3": IssuerFrom.CITATION, "perda-kota-metro/2019/4": IssuerFrom.SAME_TYPE},
        ),
        ("Bupati Toba meneken Perbup 8/2019.", "", {"perbup-kabupaten-toba/2019/8": IssuerFrom.OFFICE}),
        ("Pemkot Metro mengacu Perda 6/2019.", "", {"perda-kota-metro/2019/6": IssuerFrom.OFFICE}),
        (
            "Pemprov DKI dan Wali Kota Jakarta Selatan: Perda 6/2019.",
            "",
            {"perda-provinsi-dki-jakarta/2019/6": IssuerFrom.OFFICE},
        ),
        (
            "Pemprov DKI memakai Ingub Nomor 66 Tahun 2019.",
            "",
            {"instruksi-gubernur-dki-jakarta/2019/66": IssuerFrom.OFFICE},
        ),
        ("Bupati Toba dan Gubernur Sumut: Perda 6/2019.", "", {"perda/2019/6": None}),
        ("Mantan Bupati Toba menyebut Perbup 8/2019.", "", {"perbup/2019/8": None}),
        ("Bupati Toba menyebut Permen 8/2019 dan PP 5/2020.", "", {"permen/2019/8": None, "pp/2020/5": None}),
    ],
)
def test_an_id_tells_what_its_issuer_was_taken_from(text, place, told):
    assert {c.id: c.issuer_from for c in find_citations(text, place=place)} == told


def test_the_issuer_of_the_same_number_comes_before_the_place():
    found = find_citations("Perda 3/2018 berlaku, lengkapnya Perda Kota Rawa Nomor 3 Tahun 2018.", place="kota-metro")
    assert [c.id for c in found] == ["perda-kota-rawa/2018/3"] * 2
    assert [c.issuer_from for c in found] == [IssuerFrom.SAME_NUMBER, IssuerFrom.CITATION]


def test_a_reference_takes_over_what_told_the_issuer():
    found = find_citations("Perda Nomor 3 Tahun 2018 berlaku. Perda itu tegas.", place="kota-metro")
    assert [c.issuer_from for c in found] == [IssuerFrom.PLACE, IssuerFrom.PLACE]


def test_a_rule_that_has_fallen_is_flagged_on_the_day_of_the_text():
    def in_force(day):
        return [c.in_force for c in find_citations("UU Nomor 5 Tahun 2014 dan UU itu dikutip, Perda 1/2020 pun.", day)]

    assert in_force("2020-03-04") == [True, True, None]
    assert in_force("2024-03-04") == [False, False, None]
    assert in_force(None) == [None, None, None]


def test_the_seeds_cite_their_rules(shared):
    def cited(prefix):
        (path,) = (shared / "seeds").glob(f"{prefix}*.txt")
        return find_citations(path.read_text("utf-8"))

    nested = {c.id: c for c in cited("000")}
    assert nested["uu/2016/10"].amends == ("uu/2015/1",)
    assert nested["uu/2015/1"].enacts == ("perppu/2014/1",)
    assert [c.how for c in cited("002") if c.id == "pp/2021/94"] == [How.EXPLICIT, How.ANAPHORA]
    neutral = cited("003")
    assert [c.provisions for c in neutral if c.id == "uu/2014/5" and c.how is How.EXPLICIT] == [("pasal 2",)] * 2
    assert {"explicit", "anaphora"} <= {c.how.value for c in neutral if c.id == "skb/2022/2"}


def test_nearly_all_real_citations_are_found(shared):
    numbered = missed = 0
    with (shared / "benchmark" / "regulation_mentions.tsv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t"))
    for row in rows:
        left, mention, right = row["left"], row["mention"], row["right"]
        if not re.search(r"(?i)\bno(?:mor|mer)?\b[.: ]*\d", mention):
            continue
        numbered += 1
        found = find_citations(left + mention + right)
        inside = (c for c in found if c.start < len(left + mention) and c.end > len(left))
        missed += not any(c.how is How.EXPLICIT or c.amends for c in inside)
    assert numbered > 1500
    assert missed / numbered < 0.01
