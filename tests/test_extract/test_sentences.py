"""Sentences: where they end, and where a full stop ends none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.speech.sentences import find_sentences


def sentences(text):
    return [text[start:end] for start, end in find_sentences(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "H. Amir Hakim, S.H., M.Si. memimpin rapat.",
        "Dendanya Rp. 5.000 per meter.",
        "Rapat di Jl. Melati No. 5 Rantau Seberang.",
        "Pj. Bupati dan Plt. Kepala Dinas hadir.",
        "PT. Maju Jaya membangun pasar.",
        "Tarifnya 2.500 rupiah, naik 3.5 persen.",
        "A. B. Hakim dan Dr. Ir. Sari Melati datang.",
        '"Kami siap. Semua sudah ditata," kata Budi.',
        '"Siapa mau? Ayo!" kata Budi.',
        "Acara (12/3) dihadiri Kombes. Pol. Amir.",
        "Amir Hakim, S.Sos., Kepala Dinas Pasar, datang.",
        "Lihat hal. 5 dan Km. 12 jalan itu.",
    ],
)
def test_a_sentence_does_not_break_inside(whole):
    assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ia datang. Ia pergi.", ["Ia datang.", "Ia pergi."]),
        ("Ia datang., Ia pergi.", ["Ia datang.,", "Ia pergi."]),
        ("Ia datang.,Pasar ditutup.", ["Ia datang.,", "Pasar ditutup."]),
        ("Ia datang. , Pasar ditutup.", ["Ia datang. ,", "Pasar ditutup."]),
        ("Ia datang!\nIa pergi", ["Ia datang!", "Ia pergi"]),
        ("Ada sampah, plastik, dll. Warga mengeluh.", ["Ada sampah, plastik, dll.", "Warga mengeluh."]),
        ("Aturan itu berlaku sejak 2014. Warga patuh.", ["Aturan itu berlaku sejak 2014.", "Warga patuh."]),
        ("Ia pulang.Dia pergi lagi.", ["Ia pulang.", "Dia pergi lagi."]),
        ('Budi hadir. "Kami siap," katanya.', ["Budi hadir.", '"Kami siap," katanya.']),
        ('"Kami siap." Budi lalu pulang.', ['"Kami siap."', "Budi lalu pulang."]),
        ("1. Pasar bersih. 2. Lapak rapi.", ["1. Pasar bersih.", "2. Lapak rapi."]),
        ("Benarkah? Ya… Begitulah.", ["Benarkah?", "Ya…", "Begitulah."]),
        ("Gelarnya S.H. Ia lulus cepat.", ["Gelarnya S.H.", "Ia lulus cepat."]),
        ("Perahu itu ke laut. Nelayan pulang.", ["Perahu itu ke laut.", "Nelayan pulang."]),
        ("Jaraknya 5 km. Warga berjalan.", ["Jaraknya 5 km.", "Warga berjalan."]),
        ("Pasar buka. SCROLL TO CONTINUE WITH CONTENT Lapak penuh.", ["Pasar buka.", "Lapak penuh."]),
    ],
)
def test_a_sentence_ends_here(text, expected):
    assert sentences(text) == expected


def test_an_unclosed_quotation_does_not_swallow_the_sentences_behind_it():
    assert len(sentences('"Kami siap, kata Budi. Ia pulang. Warga senang.')) == 3


def test_empty_text_has_no_sentences():
    assert sentences("") == sentences(" \n \n") == []


@given(st.text(alphabet="Ab .,!?\"“”'\n1", max_size=200))
def test_sentences_are_ordered_and_leave_out_only_white_space(text):
    found = find_sentences(text)
    covered = "".join(text[start:end] for start, end in found)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(left[1] <= right[0] for left, right in pairwise(found))
