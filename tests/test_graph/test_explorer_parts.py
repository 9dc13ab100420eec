"""The pure parts of the explorer: marking, wording, and reading a search."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.explorer.highlight import Mark, Piece, marked, marks_at
from graph.explorer.marks import marks_of_forms
from graph.explorer.searching import Paging, Search, limits, page_number, read_search
from graph.explorer.wording import (
    address,
    citation,
    confidence,
    deed,
    doubt,
    duration,
    in_force,
    in_words,
    penalty,
    quotation,
    standing,
    web_address,
)

LETTERS = "ab é🏛️👩‍⚖️ \n"  # letters of one and of two units of UTF-16, joined ones, and ends of lines
KINDS = st.sampled_from(["said", "rule", "sanction", "cue"])
MARKS = st.lists(st.builds(Mark, st.integers(-5, 40), st.integers(-5, 40), KINDS), max_size=6)


def pieces(text: str, marks: list[Mark]) -> list[list[Piece]]:
    return [[piece for run in paragraph for piece in run.pieces] for paragraph in marked(text, marks)]


@given(st.text(LETTERS, max_size=30), MARKS)
def test_marking_changes_no_character(text: str, marks: list[Mark]) -> None:
    paragraphs = ["".join(piece.text for piece in paragraph) for paragraph in pieces(text, marks)]
    assert paragraphs == [line for line in text.split("\n") if line.strip()]


@given(st.text(LETTERS, max_size=30), MARKS)
def test_a_character_has_all_the_marks_that_lie_over_it_and_no_other(text: str, marks: list[Mark]) -> None:
    found = [set(piece.marks) for paragraph in pieces(text, marks) for piece in paragraph for _ in piece.text]
    lines, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.extend(range(start, start + len(line)))
        start += len(line) + 1
    assert found == [{mark for mark in marks if mark.start <= at < mark.end} for at in lines]


@given(st.text(LETTERS, max_size=30), MARKS)
def test_neighbouring_pieces_differ_in_their_marks_and_no_piece_is_empty(text: str, marks: list[Mark]) -> None:
    for paragraph in pieces(text, marks):
        assert all(piece.text for piece in paragraph)
        assert all(one.marks != other.marks for one, other in pairwise(paragraph))


@given(st.text(LETTERS, max_size=30), MARKS)
def test_a_run_is_part_of_the_same_statements_and_the_next_of_others(text: str, marks: list[Mark]) -> None:
    for paragraph in marked(text, marks):
        assert all(piece.said == run.said for run in paragraph for piece in run.pieces)
        assert all(one.said != other.said for one, other in pairwise(paragraph))


def test_what_lies_within_another_mark_leads_where_it_says_itself() -> None:
    said, rule = Mark(0, 20, "said", "/statement"), Mark(5, 12, "rule", "/rule", title="the rule")
    ((run, rest),) = marked("kata Perda 7/2019 ini.", [rule, said])
    assert [(piece.text, piece.kinds, piece.target) for piece in run.pieces] == [
        ("kata ", "", said),
        ("Perda 7", "rule starts", rule),
        ("/2019 in", "", said),
    ]
    assert [piece.text for piece in rest.pieces] == ["i."]


def test_where_two_statements_overlap_both_are_told_and_the_shorter_is_led_to() -> None:
    long, short = Mark(0, 9, "said", "/long", number=1), Mark(6, 12, "said", "/short", number=2)
    (runs,) = marked("abcdefghijklmno", [short, long])
    assert [(run.said, [piece.text for piece in run.pieces]) for run in runs] == [
        ((long,), ["abcdef"]),
        ((long, short), ["ghi"]),
        ((short,), ["jkl"]),
        ((), ["mno"]),
    ]
    assert runs[1].pieces[0].target == short
    assert runs[1].pieces[0].begins == (short,)


def test_a_name_is_marked_in_each_of_its_forms_as_whole_words_in_any_case() -> None:
    text = "Wali Kota Budi Hartawan dan Budiman; BUDI, kata Budi-budi 🏛️Budi."
    forms = [text[mark.start : mark.end] for mark in marks_of_forms(text, ["Budi", "Budi Hartawan", "wali kota"], "x")]
    assert forms == ["Wali Kota", "Budi Hartawan", "BUDI", "Budi", "budi", "Budi"]
    assert marks_of_forms(text, ["", ""], "x") == []
    assert [mark[:2] for mark in marks_of_forms("a (b) c", ["(b)"], "x")] == [(2, 5)]


def test_offsets_become_marks() -> None:
    assert list(marks_at([1, 2, 5, 9], "rule")) == [Mark(1, 2, "rule"), Mark(5, 9, "rule")]
    assert list(marks_at([], "rule")) == []


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://kabar.example/a?b=1&c=2", "https://kabar.example/a?b=1&c=2"),
        ("HTTP://kabar.example/", "HTTP://kabar.example/"),
        ("javascript:alert(1)", ""),
        (" javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//kabar.example/a", ""),
        ("https:", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str, link: str) -> None:
    assert web_address(url) == link


def test_any_id_fits_an_address() -> None:
    assert address("rule", "~perda/2019/7") == "/rule?id=~perda/2019/7"
    assert address("article", 'a&b=c#d e"<é') == "/article?id=a%26b%3Dc%23d%20e%22%3C%C3%A9"


def test_values_become_words() -> None:
    assert in_words("2024-12-31") == "31 December 2024"
    assert in_words("") == "undated"
    assert in_words("2024") == "2024"
    assert [confidence(value).partition(",")[0] for value in (1.0, 0.9, 0.89, 0.7, 0.2, 0.0)] == [
        "high",
        "high",
        "medium",
        "medium",
        "low",
        "low",
    ]
    assert citation("", "", "", "") == "“Untitled”, undated"


def test_words_and_quoted_phrases_are_terms() -> None:
    assert Search(words=' denda  "tempat   umum" “di sungai” "offen').terms == [
        "denda",
        "tempat umum",
        "di sungai",
        "offen",
    ]
    assert Search(words='""').terms == []


def test_what_a_search_cannot_follow_is_told() -> None:
    search = read_search({"words": "satu dua tiga empat", "since": "kemarin", "until": "2024-02-30"})
    assert (search.since, search.until) == ("", "")
    assert [notice.partition(" ")[0] for notice in search.notices] == ["“kemarin”", "“2024-02-30”", "Only"]
    assert [search.parameters()[name] for name in ("words", "also", "and_also")] == ["satu", "tiga", "empat"]
    assert "Only 3 words or phrases were searched for: satu, tiga, empat." in search.notices
    backwards = read_search({"since": "2024-03-02", "until": "2024-03-01"})
    assert backwards.notices == ("No day is from 2024-03-02 on and not after 2024-03-01.",)
    assert read_search({"since": "2024-03-01", "until": "2024-03-01", "words": "a b c a"}).notices == ()


def test_what_is_copied_tells_who_said_it_and_how() -> None:
    said = {"words": "Bayar", "speaker": "Ani Sari", "post": "", "mode": "mixed", "speaker_by": "post"}
    assert quotation(said) == "Ani Sari (the article names only the post), partly quoted, partly reported: Bayar"
    assert quotation(said | {"speaker": "?", "speaker_by": "", "mode": "direct"}) == "“Bayar” — unnamed source"


def test_doubt_is_told_from_a_bound_downwards() -> None:
    assert [doubt(value) for value in (1.0, 0.9, 0.89, 0.7, 0.69)] == [
        "",
        "",
        "medium confidence, 89%",
        "medium confidence, 70%",
        "low confidence, 69%",
    ]


def test_pages_of_a_list_keep_the_search() -> None:
    paging = Paging(number=2, total=41, base="/search", fields={"words": "a&b", "rule": "uu/2014/5"})
    assert paging.last == 3
    assert paging.next == "/search?words=a%26b&rule=uu/2014/5&page=3"
    assert Paging(number=99, total=41, base="/x", fields={}).previous == "/x?page=3"
    assert limits(3) == {"skip": 40, "limit": 20}


@pytest.mark.parametrize(
    ("asked", "number"),
    [("", 1), ("0", 1), ("-1", 1), ("x", 1), ("²", 1), ("12", 12), ("9" * 30, 1), ("9" * 9, 10**6)],
)
def test_any_page_number_is_one(asked: str, number: int) -> None:
    assert page_number({"page": asked}) == number


@pytest.mark.parametrize(
    ("was", "until", "day", "want"),
    [
        (True, "2023-10-31", "2024-01-01", ""),
        (None, "2023-10-31", "2024-01-01", ""),
        (False, "2023-10-31", "2023-10-31", "no longer in force on that day"),
        (False, "2021", "2024-01-01", "no longer in force on that day"),
        (False, "", "2024-01-01", "not yet in force on that day"),
        (False, "2023-10-31", "2014-01-01", "not yet in force on that day"),
    ],
)
def test_a_rule_that_was_not_in_force_is_warned_of(was: bool | None, until: str, day: str, want: str) -> None:
    assert standing(was, until, day) == want


@pytest.mark.parametrize(
    ("since", "until", "want"),
    [
        ("2014-01-15", "2023-10-31", "from 15 January 2014, no longer since 31 October 2023"),
        ("2014", "", "from 2014"),
        ("", "2023", "no longer since 2023"),
        ("", "", ""),
    ],
)
def test_the_days_of_a_rule_as_far_as_they_are_known(since: str, until: str, want: str) -> None:
    assert in_force(since, until) == want


@pytest.mark.parametrize(
    ("said", "want"),
    [
        ({}, ""),
        ({"amount_from": 250_000, "amount_to": 250_000}, "Rp250,000"),
        ({"amount_from": 5_000_000, "amount_to": 9_000_000}, "Rp5,000,000 to Rp9,000,000"),
        ({"amount_from": 5_000_000, "status": "imposed"}, "at least Rp5,000,000, imposed"),
        ({"duration_to": "P5Y"}, "up to 5 years"),
        ({"duration_from": "lifelong", "duration_to": "lifelong"}, "for life"),
        ({"degree": "berat", "status": "denied"}, "berat, not imposed"),
    ],
)
def test_a_penalty_is_told_as_far_as_the_words_say_it(said: dict[str, object], want: str) -> None:
    nothing = {
        "amount_from": None,
        "amount_to": None,
        "duration_from": "",
        "duration_to": "",
        "degree": "",
        "status": "",
    }
    assert penalty(nothing | said) == want


@pytest.mark.parametrize(("value", "want"), [("P1D", "1 day"), ("P2W", "2 weeks"), ("PT24H", "24 hours"), ("P", "P")])
def test_a_duration_is_told_in_words(value: str, want: str) -> None:
    assert duration(value) == want


def test_what_a_rule_does_is_told_from_both_sides() -> None:
    assert [deed(does, done_to=True) for does in ("amends", "revokes", "enacts")] == [
        "Amended by",
        "Revoked by",
        "Made law by",
    ]
