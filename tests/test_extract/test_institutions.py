"""Institutions: golden cases, lexicon checks, and what must hold for any text."""

import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.naming.institution_forms import known_forms
from extract.naming.institutions import find_institutions
from extract.naming.regions import find_regions

CASES = [json.loads(line) for line in Path(__file__).with_name("institutions.jsonl").read_text("utf-8").splitlines()]
SLOWEST_READ = 10  # seconds; 0.2 to 1 measured, a quadratic reading takes minutes
KINDS = {"regional government", "regional agency", "council", "ministry", "national agency", "election body"}
KINDS |= {"police", "army", "court", "prosecutor", "party", "company", "school", "media", "ngo", "other"}
TAILS = {
    "alone", "echo", "region", "needs-region", "needs-field", "needs-name", "needs-acronym", "needs-parent",
    "of-council", "quoted",
}  # fmt: skip

WORDS = (
    "Dinas",
    "Kesehatan",
    "dan",
    "Polres",
    "Metro",
    "DPRD",
    "Kota",
    "(",
    "BKD",
    ")",
    "PT",
    "Maju",
    ",",
    ".",
    "Budi",
)


def case(row):
    marks = [pytest.mark.xfail(strict=True, reason=row["why"])] if row["tier"] == "gap" else []
    return pytest.param(row, id=row["id"], marks=marks)


def institutions(text):
    _, mentions = find_regions(text)
    return find_institutions(text, mentions)


def found(text):
    entities, mentions = institutions(text)
    by_key = {entity.key: entity for entity in entities}
    return [[m.text, by_key[m.target].name, by_key[m.target].kind] for m in mentions]


@pytest.mark.parametrize("row", [case(row) for row in CASES])
def test_institutions_of_golden_cases(row):
    assert found(row["text"]) == row["want"], row["why"]


def test_every_form_of_the_lexicon_has_a_kind_of_the_guide_and_a_known_tail():
    forms = [form for group in known_forms().values() for form in group]
    assert {form.kind for form in forms} <= KINDS
    assert {form.tail for form in forms} <= TAILS


def test_a_head_without_what_it_needs_is_no_institution():
    heads = [f for group in known_forms().values() for f in group if f.tail in ("needs-region", "needs-field")]
    others = {f.head for group in known_forms().values() for f in group if f.tail in ("alone", "region")}
    wrong = [f.head for f in heads if f.head not in others and [f.head] == [m for m, *_ in found(f"ada {f.head}.")]]
    assert wrong == []


@pytest.mark.parametrize("words", ["Komisi I Abc ", "Unit Satreskrim ", "PT ", "Dinas Kesehatan, ", "A, B ("])
def test_endless_rows_of_heads_are_read_in_linear_time(words):
    begun = time.process_time()
    institutions(words * 5_000)
    assert time.process_time() - begun < SLOWEST_READ


@given(st.lists(st.sampled_from(WORDS)))
def test_mentions_quote_the_text_in_order_without_overlap(words):
    text = " ".join(words)
    entities, mentions = institutions(text)
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert {m.target for m in mentions} == {e.key for e in entities}


@pytest.mark.parametrize(
    ("seed", "names"),
    [
        ("000", {"Pemerintah Kota Metro", "KASN", "Komisi I DPRD Kota Metro", "Bawaslu Kota Metro"}),
        ("001", {"Komisi Aparatur Sipil Negara", "Bawaslu Sukoharjo", "Bawaslu Jawa Tengah"}),
        ("002", {"Pemko Banjarmasin", "Badan Kepegawaian Daerah Kota Banjarmasin", "Bawaslu Banjarmasin"}),
        ("003", {"Pemkot Tanjungpinang"}),
        ("004", {"Badan Kesatuan Bangsa dan Politik Kota Metro"}),
    ],
)
def test_seeds_name_their_institutions(shared, seed, names):
    (path,) = (shared / "seeds").glob(f"{seed}_*.txt")
    entities, _ = institutions(path.read_text("utf-8"))
    assert names <= {entity.name for entity in entities}
