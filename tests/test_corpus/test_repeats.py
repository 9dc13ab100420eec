from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.repeats import without_repeats

PARAGRAPHS = [f"Paragraf nomor {i} berisi sembilan kata yang tidak sama sekali." for i in range(6)]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PARAGRAPHS), unique=True), st.integers(1, 4))
def test_a_body_printed_many_times_appears_once(body, times):
    assert without_repeats(body * times) == body


def test_a_short_subheading_goes_with_the_body_it_repeats():
    body = [PARAGRAPHS[0], "Aturan Baru", PARAGRAPHS[1], "Penutup"]
    assert without_repeats(body * 3) == body


def test_a_body_printed_again_without_its_first_paragraph_appears_once():
    assert without_repeats(PARAGRAPHS + PARAGRAPHS[1:]) == PARAGRAPHS


def test_case_spacing_and_quotation_marks_make_no_other_paragraph():
    assert without_repeats(["“" + PARAGRAPHS[0], PARAGRAPHS[0].upper()]) == ["“" + PARAGRAPHS[0]]


def test_a_short_answer_may_be_given_twice():
    talk = ["“Ya, benar,” katanya.", PARAGRAPHS[0], "“Ya, benar,” katanya.", PARAGRAPHS[1]]
    assert without_repeats(talk) == talk


@settings(deadline=None)
@given(st.lists(st.text(max_size=30)))
def test_folding_twice_changes_nothing_more(lines):
    once = without_repeats(lines)
    assert without_repeats(once) == once
