"""Speakers: golden cases of sources and of what pronouns, posts and descriptions stand for."""

import json
from pathlib import Path

import pytest

from extract.record import Role
from extract.speech.post_words import holds, post_words
from extract.speech.statements import find_statements

CASES = [json.loads(line) for line in Path(__file__).with_name("speakers.jsonl").read_text("utf-8").splitlines()]


def case(row):
    marks = [pytest.mark.xfail(strict=True, reason=row["why"])] if row["tier"] == "gap" else []
    return pytest.param(row, id=row["id"], marks=marks)


@pytest.mark.parametrize("row", [case(row) for row in CASES])
def test_speakers_of_golden_cases(row, annotated):
    statements = find_statements(row["text"], *annotated(row))
    assert [statement.speaker_name for statement in statements] == row["by"], row["why"]


@pytest.mark.parametrize("row", [case(row) for row in CASES if row["tier"] == "must"])
def test_only_named_speakers_have_a_key(row, annotated):
    entities, mentions = annotated(row)
    names = {entity.key: entity.name for entity in entities}
    for statement in find_statements(row["text"], entities, mentions):
        if statement.speaker:
            assert names[statement.speaker] == statement.speaker_name
        else:
            assert statement.speaker_name.startswith("?")


def test_a_speaker_taken_from_the_context_is_less_sure_than_a_named_one(annotated):
    row = next(row for row in CASES if row["id"] == "pronoun")
    text = '"Pasar aman," kata Budi. "Lapak sudah ditata kembali," kata dia.'
    named, carried = find_statements(text, *annotated({**row, "text": text}))
    assert carried.speaker == named.speaker
    assert carried.confidence < named.confidence


def test_short_posts_are_written_out():
    assert post_words("Sekda") == ("sekretaris", "daerah")
    assert post_words("Walikota") == post_words("Wali Kota") == ("wali",)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Kapolres", True),
        ("Kapolres Sukamaju", True),
        ("Wakapolres", False),
        ("Kapolda", False),
    ],
)
def test_a_post_is_named_in_full_and_its_place_may_be_left_out(phrase, expected):
    role = Role(position="Kapolres Sukamaju", region="Kabupaten Sukamaju")
    assert holds(role, post_words(phrase), {"sukamaju"}) is expected
