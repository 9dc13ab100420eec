"""Quotations: matched, mismatched, missing and nested marks."""

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract.speech.quotes import find_quotes


def quotes(text):
    return [text[slice(*quote.inner)] for quote in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Satu," katanya. "Dua," katanya.', ["Satu,", "Dua,"]),
        ("“Satu,” katanya.", ["Satu,"]),
        ("”Satu“, katanya.", ["Satu"]),
        ("„Satu,“ katanya.", ["Satu,"]),
        ("«Satu,» katanya.", ["Satu,"]),
        ("''Satu,'' katanya.", ["Satu,"]),
        ("``Satu,'' katanya.", ["Satu,"]),
        ("‘Satu dua,’ katanya.", ["Satu dua,"]),
        ('" Satu, " katanya.', ["Satu,"]),
        ('"Satu, "katanya.', ["Satu,"]),
        ("“Satu,”katanya.", ["Satu,"]),
        ("?Satu,? kata Budi.", ["Satu,"]),
        ("Pasar ramai. ?Satu,? kata Budi.", ["Satu,"]),
        ('"Satu dua tiga\n" tegas Budi.', ["Satu dua tiga"]),
        ("Pasar ramai.” Satu dua, ”kata Budi. Ia pulang.", ["Satu dua,"]),
        ('Pasar ramai."Satu dua,"katanya.', ["Satu dua,"]),
        ("“Satu dua,“pungkas Budi.", ["Satu dua,"]),
        ("“Kata ‘satu’ itu “dua” kali,” katanya.", ["Kata ‘satu’ itu “dua” kali,"]),
        ("do'a hari Jum'at di Ma'had", []),
        ("Benarkah? Ya. Siapa? saya.", []),
    ],
)
def test_marks_are_read_by_their_place(text, expected):
    assert quotes(text) == expected


def test_an_unclosed_quotation_ends_where_the_next_begins():
    first, second = find_quotes('"Satu, kata Budi. "Dua," katanya.')
    assert not first.closed
    assert second.closed
    assert first.end <= second.start


def test_an_unclosed_quotation_does_not_leave_its_line():
    text = '"Satu dua\nTiga empat.'
    assert quotes(text) == ["Satu dua"]


def test_a_closing_mark_alone_closes_from_the_start_of_its_line():
    (quote,) = find_quotes('Nol.\nSatu dua," kata Budi.')
    assert not quote.opened
    assert quote.inner == (5, 14)


def test_single_marks_are_told_from_double_ones():
    assert [quote.single for quote in find_quotes("Lomba 'Kota Bersih' dan \"Siap,\" katanya.")] == [
        True,
        False,
    ]


LINE_ENDS = re.compile(r"\n(?![\"”] [a-z])")  # a line '" katanya.' goes on the one before


@given(st.text(alphabet="Ab ,.\"“”'’«»?\n", max_size=120))
@example('?\n" b')
def test_quotations_are_ordered_disjoint_and_hold_their_words(text):
    found = find_quotes(text)
    for quote in found:
        assert quote.start <= quote.inner[0] <= quote.inner[1] <= quote.end <= len(text)
        assert not any(quote.start <= end.start() < quote.end for end in LINE_ENDS.finditer(text))
    assert all(left.end <= right.start for left, right in pairwise(found))
