"""Confidence: what makes a statement more or less sure."""

import json

import pytest

from extract.record import Record
from extract.speech.confidence import confidence
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
    text = "Budi menegaskan semua lapak di pasar itu sudah ditata kembali."
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


def test_a_statement_tells_the_pattern_that_its_confidence_was_counted_by(annotated):
    text = "Budi menegaskan pasar aman."
    row = {"text": text, "persons": PERSONS, "posts": POSTS, "institutions": {}}
    statements = find_statements(text, *annotated(row))
    assert [(statement.pattern, statement.confidence) for statement in statements] == [
        ("short named", confidence("short named"))
    ]
    record = Record(id="a", statements=statements)
    assert Record.from_json(json.loads(json.dumps(record.to_json()))) == record


def test_a_record_from_before_the_patterns_is_still_read():
    old = {"id": "a", "statements": [{"speaker": "", "speaker_name": "?", "mode": "direct", "spans": [[0, 4]]}]}
    (statement,) = Record.from_json(old).statements
    assert statement.pattern == ""
