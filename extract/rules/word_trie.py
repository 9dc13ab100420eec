"""Patterns for long lists of phrases that read each character of the text once."""

import re

_GAP = r"[\s\-–—\u00ad]{0,4}"


def spaced(phrase: str) -> str:
    """``phrase`` in lower case with a single space for every gap and hyphen, as ``trie`` reads it."""
    return " ".join(re.split(r"[\s-]+", phrase.lower()))


def trie(words: set[str]) -> str:
    """A pattern for all ``words`` that reads a character once, longest first; a space is any gap or none."""
    rests: dict[str, set[str]] = {}
    for word in words - {""}:
        rests.setdefault(word[0], set()).add(word[1:])
    branches = [(_GAP if c == " " else re.escape(c)) + trie(rest) for c, rest in sorted(rests.items())]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)})" + ("?" if "" in words else "")
