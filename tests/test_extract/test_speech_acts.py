"""Speech acts and modality: golden cases, what holds for any statement, and floors on labelled statements."""

import json
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import Article
from extract import Act, Record, extract_record
from extract.lexicon import read_toml, read_tsv
from extract.record import Modality
from extract.speech.clauses import find_clauses
from extract.speech.modality import find_marks
from extract.speech.statements import find_statements
from extract.training.act_labels import labelled_records, read_labels, score_labels

HERE = Path(__file__).parent
CASES = [json.loads(line) for line in (HERE / "speech_acts.jsonl").read_text("utf-8").splitlines()]
LABELS = HERE / "speech_act_labels.jsonl"
WORDS = "warga yang tidak hadir jika kalau agar untuk harus bisa dipidana kami akan , . ( ) ; maka tapi karena itu"
TURNS = [
    "“",
    "”",
    "?",
    "…",
    "\n",
    "kata Budi",
    "Budi mengatakan",
    "Budi berharap",
    "menuntut",
    "tambahnya",
    "mari",
    "(2)",
]


def case(row):
    marks = [pytest.mark.xfail(strict=True, reason=row["why"])] if row["tier"] == "gap" else []
    return pytest.param(row, id=row["id"], marks=marks)


def statement_of(text):
    (statement,) = extract_record(Article(id="a", text=text)).statements
    return statement


@pytest.mark.parametrize("row", [case(row) for row in CASES])
def test_golden_cases(row):
    text, found = row["text"], statement_of(row["text"])
    assert {
        "act": found.act,
        "by": text[slice(*found.act_at)] if found.act_at else None,
        "modality": {mark.kind: text[mark.start : mark.end] for mark in found.modality},
    } == row["want"], row["why"]


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=30))
def test_main_clauses_are_in_order_and_marks_are_words_of_the_sentence(words):
    low = " ".join(words)
    clauses = find_clauses(low, 0, len(low))
    edges = [edge for stretch in clauses.main for edge in stretch]
    assert edges == sorted(edges)
    assert all(clauses.holds(at) and low.startswith(word, at) for word, at in clauses.words)
    for mark in find_marks(low, clauses, len(low)):
        assert 0 <= mark.start < mark.end <= len(low)
        assert low[mark.start : mark.end] == low[mark.start : mark.end].strip(" ,")


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from([*WORDS.split(), *TURNS]), max_size=40))
def test_any_words_give_acts_and_marks_inside_the_text(annotated, pieces):
    text = " ".join(pieces)
    for statement in find_statements(text, *annotated({"text": text, "persons": {"Budi Hartawan": ["Budi"]}})):
        assert (statement.act_at is None) == (statement.act is Act.STATES)
        places = [(mark.start, mark.end) for mark in statement.modality]
        assert all(text[start:end].strip() for start, end in [*places, *filter(None, [statement.act_at])])
        assert len({mark.kind for mark in statement.modality}) == len(places)


def test_a_kind_of_modality_is_marked_once_at_its_first_words():
    text = "“Kami tidak tahu. Kami belum mendengar. Warga harus sabar,” kata Camat Selarong Budi Hartawan."
    found = statement_of(text).modality
    assert [(mark.kind, text[mark.start : mark.end]) for mark in found] == [
        (Modality.NEGATED, "tidak"),
        (Modality.OBLIGED, "harus"),
    ]


def test_the_time_grows_with_the_length_of_a_sentence():
    def seconds(times):
        low = "karena kami imbau warga yang tidak tahu kalau bisa , " * times
        begin = process_time()
        list(find_marks(low, find_clauses(low, 0, len(low)), len(low)))
        return process_time() - begin

    seconds(10)
    assert seconds(8000) < 64 * max(seconds(500), 0.02)  # 16 times as long; a square would be 256 times as slow


def test_records_without_acts_are_read_as_plain_statements():
    row = {"speaker": "", "speaker_name": "?warga", "mode": "direct", "cue": None, "source": None, "spans": [[0, 4]]}
    (statement,) = Record.from_json({"id": "a", "statements": [row]}).statements
    assert (statement.act, statement.act_at, statement.modality) == (Act.STATES, None, ())


def test_acts_and_marks_survive_json():
    text = "“Pedagang tidak boleh berjualan di trotoar,” kata Camat Selarong Budi Hartawan."
    record = extract_record(Article(id="a", text=text))
    (row,) = json.loads(json.dumps(record.to_json()))["statements"]
    start = text.index("tidak boleh")
    place = [start, start + len("tidak boleh")]
    assert (row["act"], row["act_at"]) == ("forbids", place)
    assert {mark["kind"]: [mark["start"], mark["end"]] for mark in row["modality"]} == {
        "negated": place,
        "obliged": place,
    }
    assert Record.from_json(record.to_json()) == record


def test_every_cue_of_an_act_is_a_reporting_word():
    verbs = read_tsv("reporting_verbs.tsv", "bare", "active", "passive", "content")
    phrases = read_tsv("reporting_phrases.tsv", "phrase", "form", "content")
    known = {word for row in verbs for form in ("bare", "active", "passive") for word in row[form].split()}
    known |= {word.removesuffix("nya") for row in phrases for word in row["phrase"].split()}
    rows = read_tsv("speech_acts.tsv", "act", "cue", "bare", "active", "passive")
    assert {cue for row in rows for cue in row["cue"].split()} - known == set()


def test_no_lexicon_of_acts_says_a_thing_twice():
    for name in ("act_words.toml", "modality.toml", "clause_words.toml"):
        for words in read_toml(name).values():
            assert len(words) == len(set(words)), name


def test_no_figure_on_labelled_statements_falls_below_its_floor(shared):
    """Floors stand 0.02 below what was measured, as better statements change which labels are matched.

    ``python -m extract.training.act_labels tests/test_extract/speech_act_labels.jsonl`` prints the figures.
    """
    labels = read_labels(LABELS)
    records = labelled_records(labels, shared)
    for part, floors in json.loads((HERE / "speech_act_floors.json").read_text("utf-8")).items():
        figures = score_labels([label for label in labels if label.kept == (part == "kept")], records).figures()
        assert {name: figures[name] for name, floor in floors.items() if figures[name] < floor} == {}, part
