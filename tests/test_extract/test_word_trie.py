"""Phrases compiled part by part are found where the pattern of all of them finds them."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.rules.word_trie import Openings, Phrases, spaced, trie

WORDS = st.sampled_from(["a", "ab", "abc", "abcd", "abcde", "abcdef", "b", "bc", "di", "di-ab", "dia", "x,ab"])
PHRASES = st.sets(st.lists(WORDS, min_size=1, max_size=4).map(" ".join).map(spaced), min_size=1, max_size=12)
TEXTS = st.lists(
    st.sampled_from(["a", "b", "c", "d", "e", "f", "i", "x", " ", "-", "–", ",", "\u00ad", "é", "?"]), max_size=20
).map("".join)
ENDINGS = st.sampled_from(["", r"(?!\w)", r"(?:nya|f)?(?!\w)"])


@settings(deadline=None)
@given(PHRASES, TEXTS, ENDINGS)
def test_phrases_match_like_one_pattern_of_all(phrases: set[str], text: str, ending: str) -> None:
    whole, parts = re.compile(f"(?P<form>{trie(phrases)}){ending}"), Phrases(phrases, ending)
    for at in range(len(text) + 1):
        one, other = whole.match(text, at), parts.match(text, at)
        assert (one and (one.span(), one.span("form"))) == (other and (other.span(), other.span("form")))


@given(PHRASES, TEXTS)
def test_whatever_matches_begins_with_an_opening(phrases: set[str], text: str) -> None:
    parts = Phrases(phrases)
    begun = set(Openings(parts.openings).starts(text))
    beginnings = (at for at in range(len(text)) if not text[max(0, at - 1) : at].isalnum())
    assert {at for at in beginnings if parts.match(text, at)} <= begun


def test_the_longest_phrase_is_taken_whatever_is_compiled_before() -> None:
    phrases = Phrases({"di phk", "dibekukan", "dibekukan sementara"}, r"(?!\w)")
    for text in ("di-phk", "dibekukan", "dibekukan  sementara", "di\u00adphk"):
        found = phrases.match(text, 0)
        assert found is not None
        assert found["form"] == text
    assert phrases.match("dibekukannya", 0) is None


def test_openings_stand_where_words_begin_whatever_letters_come_before() -> None:
    openings = Openings({"dend", "di den"})
    assert openings.starts("“Kalau” – didenda di denda, di–\u00a0denda") == [10, 18, 21, 28, 32]
    assert openings.starts("pidenda") == []
