"""Regions: golden cases, the article's own region, and what must hold for any text."""

import json
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.naming.gazetteer import official_places, region_code
from extract.naming.regions import find_regions, main_region

DENSE = "Bupati Arungwana Timur menemui Camat Palangwa Budi Lubis di Desa Sukamaju, Kabupaten Lampung Timur. "
CASES = [json.loads(line) for line in Path(__file__).with_name("regions.jsonl").read_text("utf-8").splitlines()]

WORDS = (
    "Kota",
    "Metro",
    "Kabupaten",
    "Bogor",
    "Desa",
    "Suka",
    "di",
    "Jalan",
    ",",
    ".",
    "\n",
    "–",
    "Una-Una",
    "Bambang",
)


def case(row):
    marks = [pytest.mark.xfail(strict=True, reason=row["why"])] if row["tier"] == "gap" else []
    return pytest.param(row, id=row["id"], marks=marks)


def found(text, **evidence):
    entities, mentions = find_regions(text, **evidence)
    names = {entity.key: entity.name for entity in entities}
    return [[mention.text, names[mention.target]] for mention in mentions]


@pytest.mark.parametrize("row", [case(row) for row in CASES])
def test_regions_of_golden_cases(row):
    assert found(row["text"]) == row["want"], row["why"]


def test_the_title_is_evidence_for_an_ambiguous_name():
    text = "Anak muda Metro membersihkan sungai."
    assert found(text) == []
    assert found(text, title="Wali Kota Metro Turun ke Sungai") == [["Metro", "Kota Metro"]]


def test_the_outlet_decides_between_kota_and_kabupaten():
    assert found("Hujan di Bogor.", outlet="kotabogor.go.id") == [["Bogor", "Kota Bogor"]]


def test_the_dateline_is_the_main_region():
    text = "BENGKALIS – Bupati Kampar, Bupati Siak dan Bupati Kampar lagi bertemu."
    assert main_region(text, *find_regions(text)) == "Kabupaten Bengkalis"


def test_a_jakarta_dateline_yields_to_a_kota_named_twice():
    text = "Jakarta - Wali Kota Medan bicara. Menurut Pemko Medan, pasar dibuka."
    assert main_region(text, *find_regions(text)) == "Kota Medan"


def test_the_main_region_without_dateline_is_the_one_named_most():
    text = "Bupati Kampar menelepon Bupati Siak. Pemkab Kampar menunggu."
    assert main_region(text, *find_regions(text)) == "Kabupaten Kampar"


def test_two_regions_named_equally_often_leave_the_main_region_open():
    text = "Bupati Kampar menelepon Bupati Siak."
    assert main_region(text, *find_regions(text)) == ""


def test_every_official_name_is_found_and_keeps_its_code():
    missing = [
        place.name
        for code, place in official_places().items()
        if [place.name, code] not in [[name, region_code(name)] for _, name in found(f"Warga {place.name} rapat.")]
    ]
    assert missing == []


@given(st.lists(st.sampled_from(WORDS)))
def test_mentions_quote_the_text_in_order_without_overlap(words):
    text = " ".join(words)
    entities, mentions = find_regions(text)
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert {m.target for m in mentions} == {e.key for e in entities}


def test_seeds_are_about_their_towns(shared):
    texts = [path.read_text("utf-8") for path in sorted((shared / "seeds").glob("*.txt"))]
    towns = [main_region(text, *find_regions(text)) for text in texts]
    assert towns == [
        "Kota Metro",
        "Kabupaten Sukoharjo",
        "Kota Banjarmasin",
        "Kota Tanjungpinang",
        "Kota Metro",
    ]


def test_time_grows_with_the_number_of_regions_and_no_faster():
    def seconds(count):
        text = DENSE * count
        begun = process_time()
        find_regions(text)
        return process_time() - begun

    seconds(20)
    small, large = (min(seconds(count) for _ in range(3)) for count in (100, 1_000))
    assert large < 10 * 3 * small, (small, large)
