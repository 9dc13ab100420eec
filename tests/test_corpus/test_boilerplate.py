import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.boilerplate import without_boilerplate
from corpus.paragraphs import fold, is_prose, lines_of

CASES = [json.loads(line) for line in Path(__file__).with_name("boilerplate.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in CASES])
def test_boilerplate_goes_and_the_body_stays(case):
    lines = [fold(line) for line in case["lines"]]
    assert without_boilerplate(lines) == [lines[i] for i in case["want"]], case["why"]


def test_the_headline_repeated_above_the_body_goes():
    assert without_boilerplate(["Kios Disegel!", "Pedagang pasrah."], title="KIOS DISEGEL") == ["Pedagang pasrah."]


def test_a_link_glued_to_the_end_of_a_paragraph_is_cut_off():
    line = "Pedagang harus pindah hari ini. Baca juga: Sepuluh Kios Disegel Satpol PP"
    assert without_boilerplate([line]) == ["Pedagang harus pindah hari ini."]


def test_a_word_of_the_rules_at_the_end_of_a_sentence_stays():
    assert without_boilerplate(["Laporan boleh dikirim via"]) == ["Laporan boleh dikirim via"]
    assert without_boilerplate(["Laporan boleh dikirim. via"]) == ["Laporan boleh dikirim."]


@settings(deadline=None)
@given(st.lists(st.text(alphabet='abc .,“”"?!:IKLANbacjug', min_size=1, max_size=90)))
def test_what_is_left_are_lines_that_stood_there_in_their_order(texts):
    lines = lines_of("\n".join(texts))
    rest = iter(lines)
    for kept in without_boilerplate(lines):
        assert any(line.startswith(kept) for line in rest)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["“Ini milik warga,” katanya.", "IKLAN", "Baca juga:", "Judul Tautan", "Terpopuler"])))
def test_no_quotation_is_ever_lost(lines):
    quotes = [line for line in lines if is_prose(line)]
    kept = [line for line in without_boilerplate(lines) if is_prose(line)]
    assert kept == quotes[: len(kept)]
    assert 2 * len(kept) >= len(quotes)
