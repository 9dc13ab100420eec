"""The pure parts of the explorer: marking, wording, and reading a search."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.explorer.highlight import Segment, Span, marked, spans_of
from graph.explorer.searching import Paging, Search, limits, page_number, read_search
from graph.explorer.wording import address, citation, confidence, in_words, web_address

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
