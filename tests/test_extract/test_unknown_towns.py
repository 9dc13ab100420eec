"""Unknown towns: how many words they have, what level they are of, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.naming.gazetteer import Level
from extract.naming.unknown_towns import unknown_towns

WORDS = ("Bupati", "Kota", "Pemkab", "Arungwana", "Petrus", "Timur", "Jaya", "Metro", "kata", "di", "–", "(KITA)", ".")


def towns(text):
    return [place.name for place in unknown_towns(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Pemkab Arungwana rapat.", ["Kabupaten Arungwana"]),
        ("Kota Langgur Arung ramai.", ["Kota Langgur Arung"]),
        ("Kota Arungwana Tokan Lasut ramai.", ["Kota Arungwana"]),
        ("Kota Arungwana, Kota Arungwana Jaya Petrus.", ["Kota Arungwana"]),
        ("Bupati Arungwana hadir.", []),
        ("Bupati Arungwana hadir di Pemkab Arungwana.", ["Kabupaten Arungwana"]),
        ("Bupati Petrus Lasut hadir.", []),
    ],
)
def test_what_recurs_decides_how_many_words_a_town_has(text, names):
    assert towns(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Arungwana (SUARA KITA) - Hujan turun.", ["Arungwana"]),
        ("KITA.COM, ARUNGWANA - Hujan turun.", ["Arungwana"]),
        ("ARUNGWANA – Hujan turun di Arungwana.", ["Arungwana"]),
        ("ARUNGWANA – Hujan turun.", []),
    ],
)
def test_a_dateline_needs_a_paper_or_another_mention(text, names):
    assert towns(text) == names


@pytest.mark.parametrize("known", ["Kota Metro", "Kabupaten Bengkalis", "Pemkot Bandar Lampung", "Bupati Kampar"])
def test_what_the_gazetteer_has_is_not_unknown(known):
    assert towns(f"{known} Petrus Lasut hadir.") == []


def test_the_level_is_the_one_named_most():
    (place,) = unknown_towns("Wali Kota Arungwana dan Pemkot Arungwana, bukan Kabupaten Arungwana.")
    assert place.level is Level.KOTA


@given(st.lists(st.sampled_from(WORDS)))
def test_every_town_is_made_of_words_of_the_text(words):
    text = " ".join(words)
    assert all(place.short.casefold() in text.casefold() for place in unknown_towns(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bupati Arungwana Petrus Lasut hadir.", ["Kabupaten Arungwana"]),
        ("Bupati Arungwana Petrus Lasut hadir, kata Arungwana.", []),
        ("Bupati Arungwana Petrus Lasut hadir. Arungwana mengatakan siap.", []),
        ("Bupati Arungwana Petrus Lasut hadir, kata Arungwana-Lasut.", []),
        ("Bupati Arungwana Petrus Lasut hadir. Nur-Arungwana mengatakan siap.", []),
        ("Bupati Arungwana Petrus Lasut hadir, kata Arungwanawati.", ["Kabupaten Arungwana"]),
    ],
)
def test_who_speaks_is_no_town(text, names):
    assert towns(text) == names
