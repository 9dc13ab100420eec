"""Cues: the forms of reporting words, slips of the pen, and words that only look like them."""

import pytest

from extract.lexicon import read_tsv, read_words
from extract.speech.cues import Form, find_cues, slip_of_clitic


def cues(text):
    return [(text[cue.start : cue.end], cue.form) for cue in find_cues(text)]


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("kata", Form.BARE),
        ("Katanya", Form.CLITIC),
        ("mengatakan", Form.ACTIVE),
        ("dikatakan", Form.PASSIVE),
        ("Dijelaskannya", Form.PASSIVE_CLITIC),
        ("Menurut", Form.ACCORDING),
        ("menurutnya", Form.ACCORDING_CLITIC),
        ("bebernya", Form.CLITIC),
        ("tuntasnya", Form.CLITIC),
        ("pungkasnya", Form.CLITIC),
        ("tak memungkiri", Form.ACTIVE),
        ("tidak setuju", Form.ACTIVE),
        ("menurut penuturan", Form.ACCORDING),
        ("mewanti-wanti", Form.ACTIVE),
    ],
)
def test_a_word_is_read_in_its_form(word, form):
    assert cues(f"Budi {word} pasar") == [(word, form)]


@pytest.mark.parametrize("word", ["memyampaikan", "mengintruksikan", "mengungkapan", "mengapreasiasi", "menjelakan"])
def test_a_slip_of_one_letter_in_a_long_verb_is_forgiven(word):
    assert cues(word) == [(word, Form.ACTIVE)]


@pytest.mark.parametrize("word", ["menugaskan", "mengajarkan", "menandakan", "mengerjakan", "pasar", "berkaca"])
def test_other_words_are_no_cues(word):
    assert cues(word) == []


def test_words_of_their_own_are_no_slips_of_others():
    assert [word for word in read_words("not_misspelt.txt") if cues(word)] == []


def test_every_form_of_the_lexicon_is_found():
    rows = read_tsv("reporting_verbs.tsv", "bare", "active", "passive", "content")
    for row in rows:
        for column in ("bare", "active", "passive"):
            for word in row[column].split():
                assert word == "-" or cues(word), f"{word} of {row}"


def test_no_word_of_the_lexicon_stands_in_two_rows_with_different_content():
    seen = {}
    for row in read_tsv("reporting_verbs.tsv", "bare", "active", "passive", "content"):
        for word in f"{row['bare']} {row['active']} {row['passive']}".split():
            if word != "-":
                assert seen.setdefault(word, row["content"]) == row["content"], word


def test_cues_are_looked_for_between_the_offsets_only():
    text = "kata Budi, ujar Sari, tutur Amir"
    assert [text[cue.start : cue.end] for cue in find_cues(text, 5, 20)] == ["ujar"]


@pytest.mark.parametrize("word", ["ujarrnya", "tegasya", "jelsnya", "ungkpanya"])
def test_a_slip_in_a_clitic_that_ends_its_clause_is_forgiven(word):
    cue = slip_of_clitic(f"{word}, Senin.", 0, len(word) + 8)
    assert cue is not None
    assert (cue.start, cue.end, cue.form) == (0, len(word), Form.CLITIC)


@pytest.mark.parametrize("text", ["supaya.", "rupanya.", "akhirnya,", "ujarrnya sambil"])
def test_another_word_behind_a_quotation_is_no_slip(text):
    assert slip_of_clitic(text, 0, len(text)) is None
