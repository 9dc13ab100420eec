"""The words of ``lexicon/link_words.toml``, as parts of patterns."""

from functools import cache

from extract.lexicon import LexiconError, read_toml
from extract.rules.word_trie import spaced, trie

_LISTS = {
    "openings",
    "leads",
    "quoting",
    "parts",
    "wordings",
    "introducing",
    "reciting",
    "measures",
    "bare",
    "owned",
    "saying",
    "opening_says",
}


@cache
def link_words(name: str) -> str:
    """A pattern for the words of one list."""
    lists = read_toml("link_words.toml")
    if set(lists) != _LISTS or not all(isinstance(word, str) for words in lists.values() for word in words):
        raise LexiconError(f"link_words.toml: expected lists of words with the names {sorted(_LISTS)}")
    return trie({spaced(word) for word in lists[name]})
