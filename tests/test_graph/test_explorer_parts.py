"""The pure parts of the explorer: marking, wording, and reading a search."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.explorer.highlight import Segment, Span, marked, spans_of
from graph.explorer.searching import Paging, Search, limits, page_number, read_search
from graph.explorer.wording import (
    address,
    citation,
    confidence,
    deed,
    duration,
    in_force,
    in_words,
    penalty,
    standing,
    web_address,
)

SPANS = st.lists(
    st.builds(Span, st.integers(-5, 40), st.integers(-5, 40), st.sampled_from(["words", "cue"])), max_size=4
)


@given(st.text("ab \n", max_size=30), SPANS)
def test_marking_changes_no_character(text: str, spans: list[Span]) -> None:
    paragraphs = ["".join(segment.text for segment in segments) for segments in marked(text, spans)]
    assert paragraphs == [line for line in text.split("\n") if line.strip()]


@given(st.text("ab \n", max_size=30), SPANS)
def test_a_character_is_marked_as_the_first_span_over_it_says(text: str, spans: list[Span]) -> None:
    labels = [label for line in marked(text, spans) for piece, label in line for _ in piece]
    lines, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.extend(range(start, start + len(line)))
        start += len(line) + 1
    covering = [next((s.label for s in spans if s.start <= at < s.end), "") for at in lines]
    assert labels == covering


def test_neighbours_with_one_label_are_one_segment() -> None:
    assert marked("abcd", [Span(0, 2, "x"), Span(2, 3, "x")]) == [[Segment("abc", "x"), Segment("d", "")]]


def test_offsets_become_spans() -> None:
    assert spans_of([1, 2, 5, 9], "words") == [Span(1, 2, "words"), Span(5, 9, "words")]
    assert spans_of([], "words") == []


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
    assert search.parameters()["and_also"] == "tiga"


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
