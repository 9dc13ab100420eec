from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.paragraphs import fold, holds_quotation, is_prose, lines_of


def test_white_space_is_folded_and_what_cannot_be_seen_goes():
    assert fold(" Kota\u00a0 Rantau\tSe\u00adbe\u200brang\ufeff ") == "Kota Rantau Seberang"


def test_quotation_marks_and_dashes_stay_as_printed():
    printed = '“Tidak,” – ‘ya’ — "boleh" … ½'
    assert fold(printed) == printed


def test_letters_are_composed():
    assert fold("Desire\u0301e") == "Desirée"


@settings(deadline=None)
@given(st.text())
def test_lines_are_folded_and_never_empty(text):
    for line in lines_of(text):
        assert line
        assert fold(line) == line


def test_prose_is_told_from_headlines():
    assert is_prose("Pemerintah kota mulai menertibkan pedagang di trotoar pagi ini.")
    assert is_prose("“Kami patuh,” ujarnya.")
    assert not is_prose("Pedagang Trotoar di Rantau Seberang Mulai Ditertibkan Hari Ini")
    assert not is_prose("Baca juga:")


def test_a_quotation_is_seen_at_its_opening_or_its_close():
    assert holds_quotation("“Kami patuh")
    assert holds_quotation("Ia berkata “kami patuh,” lalu pergi")
    assert not holds_quotation("Program “Kota Bersih” dimulai")
