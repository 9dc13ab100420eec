"""What small words do around a cue: nouns for speakers, pronouns, connectives; read from the lexicon."""

import re
from functools import cache

from extract.lexicon import read_tsv, read_words


def noun_kind(word: str) -> str | None:
    """What a noun in lower case may call a speaker by: post, person, group or document; None for other words.

    >>> noun_kind("ketua"), noun_kind("meja")
    ('post', None)
    """
    return _nouns().get(word)


@cache
def phrase_words(role: str) -> frozenset[str]:
    """The small words of one role: stop, adverb, barrier, … as ``lexicon/phrase_words.tsv`` explains them."""
    rows = read_tsv("phrase_words.tsv", "word", "role")
    return frozenset(row["word"] for row in rows if row["role"] == role)


def pronoun_at(text: str, start: int, end: int) -> int | None:
    """Where a pronoun that begins at ``start`` ends."""
    match = _pronouns().match(text, start, end)
    return match.end() if match else None


def pronoun_before(text: str, start: int, end: int) -> int | None:
    """Where a pronoun that ends at ``end`` begins."""
    for match in _pronouns().finditer(text, max(start, end - 24), end):
        if match.end() == end:
            return match.start()
    return None


def is_plural(pronoun: str) -> bool:
    """Whether a pronoun stands for several: "mereka", "keduanya"."""
    return pronoun.lower() in _plurals()


def is_party(pronoun: str) -> bool:
    """Whether a pronoun stands for those somebody speaks for: "pihaknya"."""
    return pronoun.lower() in _parties()


def after_connective(text: str, start: int, end: int) -> int | None:
    """Where a connective at ``start`` ("Sementara itu, ") ends, a comma behind it included."""
    match = openings("connectives.txt").match(text, start, end)
    if match is None:
        return None
    comma = re.compile(r"\s*,?").match(text, match.end(), end)
    return comma.end() if comma else match.end()


@cache
def openings(name: str) -> re.Pattern[str]:
    """A pattern for the entries of a word list at a place where a sentence or line begins."""
    return re.compile(rf"(?i:(?:{_alternatives(read_words(name))})(?!\w))")


@cache
def _pronouns() -> re.Pattern[str]:
    words = frozenset(row["word"] for row in read_tsv("pronouns.tsv", "word", "number", "kind"))
    return re.compile(rf"(?i:\b(?:{_alternatives(words)})\b)")


@cache
def _plurals() -> frozenset[str]:
    rows = read_tsv("pronouns.tsv", "word", "number", "kind")
    return frozenset(row["word"] for row in rows if row["number"] == "many")


@cache
def _parties() -> frozenset[str]:
    rows = read_tsv("pronouns.tsv", "word", "number", "kind")
    return frozenset(row["word"] for row in rows if row["kind"] == "party")


@cache
def _nouns() -> dict[str, str]:
    return {row["noun"]: row["kind"] for row in read_tsv("speaker_nouns.tsv", "noun", "kind")}


def _alternatives(words: frozenset[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
