"""Phrases compiled part by part are found where the pattern of all of them finds them."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.rules.word_trie import Phrases, openings, openings_of_parts, spaced, starts, trie

WORDS = st.sampled_from(["a", "ab", "abc", "abcd", "abcde", "abcdef", "b", "bc", "di", "di-ab", "dia", "x,ab"])
PHRASES = st.sets(st.lists(WORDS, min_size=1, max_size=4).map(" ".join).map(spaced), min_size=1, max_size=12)
TEXTS = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "i", "x", " ", "-", ",", "\u00ad"]), max_size=20).map(
    "".join
)
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
    parted = {opening for opening in parts.openings if " " in opening}
    begun = starts((*openings({*parts.openings} - parted), *openings_of_parts(parted)), text)
    assert {at for at in range(len(text)) if parts.match(text, at)} <= begun


def test_the_longest_phrase_is_taken_whatever_is_compiled_before() -> None:
    phrases = Phrases({"di phk", "dibekukan", "dibekukan sementara"}, r"(?!\w)")
    for text in ("di-phk", "dibekukan", "dibekukan  sementara", "di\u00adphk"):
        found = phrases.match(text, 0)
        assert found is not None
        assert found["form"] == text
    assert phrases.match("dibekukannya", 0) is None


def test_a_phrase_that_begins_within_the_letters_of_another_is_found() -> None:
    assert starts((*openings({"dend"}), *openings_of_parts({"di den"})), "menjadi denda") == {5, 8}
