"""Tokenised sentences put back together, so that a model sees text as news has it."""

from collections.abc import Sequence

NO_BLANK_BEFORE = (",", ".", ";", ":", "!", "?", ")", "]", "%", "…", "”", "''")
NO_BLANK_BEHIND = frozenset({"(", "[", "Rp", "“", "``"})
QUOTES = frozenset({'"', "“", "”", "``", "''", "'"})
SHARED_LETTERS = 3  # of both words around the hyphen of a reduplication


def join(tokens: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """The sentence that ``tokens`` were cut from, and where each of them stands in it.

    Quotation marks open and close in turn; a hyphen is glued inside reduplications, a slash between words.

    >>> join(["“", "Ya", ",", "”", "kata", "anak", "-", "anak", "itu", "."])[0]
    '"Ya," kata anak-anak itu.'
    """
    text, places = "", list[tuple[int, int]]()
    quoted, glue = False, True
    for at, token in enumerate(tokens):
        quote = token in QUOTES
        inner = _inside_word(tokens, at)
        if not (glue or inner or token.startswith(NO_BLANK_BEFORE) or (quote and quoted)):
            text += " "
        shown = '"' if quote and token not in {"'"} else token
        places.append((len(text), len(text) + len(shown)))
        text += shown
        glue = token in NO_BLANK_BEHIND or (quote and not quoted) or inner
        quoted ^= quote
    return text, places


def _inside_word(tokens: Sequence[str], at: int) -> bool:
    """Whether the hyphen or slash at ``at`` joins the words around it."""
    if tokens[at] not in {"-", "/"} or not 0 < at < len(tokens) - 1:
        return False
    left, right = tokens[at - 1].lower(), tokens[at + 1].lower()
    if tokens[at] == "/" or (left.isdigit() and right.isdigit()):
        return left[-1].isalnum() and right[0].isalnum()
    return any(left[i : i + SHARED_LETTERS] in right for i in range(len(left) - SHARED_LETTERS + 1))
