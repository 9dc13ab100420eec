"""Confidence: what makes a statement more or less sure."""

import pytest

from extract.speech.statements import find_statements

PERSONS = {"Budi Hartawan": ["Budi Hartawan", "Budi"], "Sari Melati": ["Sari Melati", "Sari"]}
POSTS = {"Budi Hartawan": [["Wali Kota", "", ""]]}


@pytest.fixture
def sure(annotated):
    def of_last(text, *, posts=POSTS):
        row = {"text": text, "persons": PERSONS, "posts": posts, "institutions": {"Dinas Pasar": ["Dinas Pasar"]}}
        return find_statements(text, *annotated(row))[-1].confidence

    return of_last


def test_a_person_in_office_is_surer_than_one_without_a_post(sure):
    text = '"Pasar aman, lapak sudah ditata," kata Budi.'
    assert sure(text) > 0.9 > sure(text, posts={})


def test_a_person_is_surer_than_a_body_and_a_body_than_nobody(sure):
    said = "menegaskan bahwa semua lapak di pasar itu sudah ditata kembali."
    assert sure(f"Budi {said}") > 0.9 > sure(f"Dinas Pasar {said}") > sure(f"Sejumlah pedagang {said}")


def test_few_reported_words_are_less_sure_but_few_quoted_words_are_not(sure):
    long, short = (
        sure("Budi menegaskan semua lapak di pasar itu sudah ditata kembali."),
        sure("Budi menegaskan pasar aman."),
    )
    assert long > 0.9 > short
    assert sure('"Pasar sudah aman sekarang," kata Budi.') > 0.9


def test_a_clitic_is_as_sure_as_the_one_it_stands_for(sure):
    first = '"Pasar aman, lapak sudah ditata," kata {}.\n"Kami jaga siang dan malam," ujarnya.'
    assert sure(first.format("Budi")) > 0.9 > sure(first.format("Sari"))
