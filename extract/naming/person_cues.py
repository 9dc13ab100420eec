"""The words that tell a person: cues beside a name, links between a post and its holder, parts of names."""

from functools import cache

from extract.lexicon import read_tsv
from extract.naming.phrases import Phrases


@cache
def cue_words(side: str) -> frozenset[str]:
    """The words and phrases of one side of ``person_cues.tsv``."""
    rows = read_tsv("person_cues.tsv", "word", "side")
    return frozenset(row["word"] for row in rows if row["side"] == side)


@cache
def cue_phrases(side: str) -> Phrases[str]:
    """The same, to be looked for in a text."""
    return Phrases((word, side) for word in sorted(cue_words(side)))


@cache
def words_before_speaker() -> frozenset[str]:
    """Reporting words with their speaker behind them: ``kata``, ``dikatakan``, ``menurut``."""
    return frozenset({"menurut"} | _forms("bare") | _forms("passive"))


@cache
def words_behind_speaker() -> frozenset[str]:
    """Reporting words with their speaker before them: ``mengatakan``."""
    return frozenset(_forms("active"))


@cache
def popular_names() -> tuple[frozenset[str], ...]:
    """Two names in lower case that are one person's of national life, pair by pair."""
    rows = read_tsv("person_known.tsv", "name", "also")
    return tuple(frozenset({row["name"].lower(), row["also"].lower()}) for row in rows)


@cache
def famous_names() -> frozenset[str]:
    """The names of people of national life, in lower case."""
    return frozenset().union(*popular_names())


def _forms(column: str) -> set[str]:
    rows = read_tsv("reporting_verbs.tsv", "bare", "active", "passive", "content")
    return {word for row in rows for word in row[column].split()} - {"-"}
