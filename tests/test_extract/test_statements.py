"""Statements: golden cases of every frame, and what must hold for any text."""

import json
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.record import Record
from extract.speech.confidence import confidence
from extract.speech.statements import find_statements

CASES = [json.loads(line) for line in Path(__file__).with_name("statements.jsonl").read_text("utf-8").splitlines()]
WORDS = "kata Budi mengatakan bahwa Menurut ia katanya Dikatakan warga yang dan pasar Hal itu disampaikan"
MARKS = "\" “ ” ' , . ? : ( )"
PIECES = st.sampled_from([*WORDS.split(), *MARKS.split(), "\n", " "])


def case(row):
    marks = [pytest.mark.xfail(strict=True, reason=row["why"])] if row["tier"] == "gap" else []
    return pytest.param(row, id=row["id"], marks=marks)


def shown(text, statement, wanted):
    """The statement in the words of a golden case, with the fields that the case names."""
    place = {"cue": statement.cue, "source": statement.source}
    whole = {
        "said": [text[start:end] for start, end in statement.spans],
        "by": statement.speaker_name,
        "mode": statement.mode.value,
        "rules": list(statement.regulations),
        "sanctions": list(statement.sanctions),
    } | {name: text[slice(*at)] if at else None for name, at in place.items()}
    return {name: whole[name] for name in wanted}


@pytest.mark.parametrize("row", [case(row) for row in CASES])
def test_statements_of_golden_cases(row, annotated):
    statements = find_statements(row["text"], *annotated(row))
    wanted = [*row["want"], *({"said": [], "by": ""} for _ in statements[len(row["want"]) :])]
    assert [shown(row["text"], statement, want) for statement, want in zip(statements, wanted, strict=False)] == row[
        "want"
    ], row["why"]


@settings(deadline=None, max_examples=200)
@given(st.lists(PIECES, max_size=40))
def test_spans_are_ordered_disjoint_and_inside_the_text(annotated, pieces):
    text = " ".join(pieces)
    taken = []
    for statement in find_statements(text, *annotated({"text": text, "persons": {"Budi Hartawan": ["Budi"]}})):
        assert statement.spans
        assert 0 <= statement.confidence <= 1
        for start, end in statement.spans:
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
            taken.append((start, end))
    assert all(left[1] <= right[0] for left, right in pairwise(taken))


def test_a_text_without_words_says_nothing():
    assert find_statements("", (), ()) == ()
    assert find_statements(" \n\n ", (), ()) == ()


def test_every_statement_survives_the_json_lines_form(annotated):
    row = CASES[0]
    entities, mentions = annotated(row)
    statements = find_statements(row["text"], entities, mentions)
    record = Record(id="a", entities=tuple(entities), mentions=tuple(mentions), statements=statements)
    assert Record.from_json(json.loads(json.dumps(record.to_json()))) == record


def test_a_named_speaker_is_surer_than_an_unseen_pattern(annotated):
    row = next(row for row in CASES if row["id"] == "post-posed")
    (statement,) = find_statements(row["text"], *annotated(row))
    assert statement.confidence == confidence("post-posed named") > 0.9 > confidence("unseen guessed")


def test_time_grows_with_the_length_of_the_text_and_no_faster(annotated):
    row = next(row for row in CASES if row["id"] == "second-quote-own-cue")

    def seconds(copies):
        long = {**row, "text": (row["text"] + "\n") * copies}
        entities, mentions = annotated(long)
        start = process_time()
        find_statements(long["text"], entities, mentions)
        return process_time() - start

    seconds(20)
    assert min(seconds(1600), seconds(1600)) < 8 * 4 * max(seconds(200), 0.01)


@pytest.mark.parametrize("sign", [".", "…", "“", "“a ", '" ', "(", "?!", "‘a b” "])
def test_time_grows_with_a_run_of_signs_and_no_faster(sign):
    def seconds(copies):
        start = process_time()
        find_statements(f"Wali Kota berkata. {sign * copies}", [], [])
        return process_time() - start

    seconds(20)
    assert min(seconds(10_000), seconds(10_000)) < 8 * 4 * max(seconds(1_250), 0.01)
