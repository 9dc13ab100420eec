"""The pieces of a Cypher query, as far as both engines agree on where each begins and ends."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.errors import QueryRefusedError


class Token(NamedTuple):
    """A piece of a query.

    Its kind is word, mark, text, number, parameter, name (a word in backticks), or part: a word that can only be a
    label, a type or a property, for it stands behind a dot or a colon.
    """

    kind: str
    text: str


EDGE = Token("mark", "")  # stands before the first piece and after the last

_TOKEN = re.compile(
    r"""(?P<space>[ \t\r\n]+|//[^\r\n]*|/\*(?:[^*]|\*(?!/))*\*/)
    |(?P<text>'(?:[^'\\]|\\[\\'"bfnrt])*'|"(?:[^"\\]|\\[\\'"bfnrt])*")
    |(?P<name>`[^`\\]+`)
    |(?P<parameter>\$[A-Za-z_][A-Za-z0-9_]*)
    |(?P<number>[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)
    |(?P<word>[A-Za-z_][A-Za-z0-9_]*)
    |(?P<mark>=~|[][(){}<>=+\-*%^|:.,;!&]|/(?![*/]))""",
    re.VERBOSE,
)
_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")
_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def tokens(query: str) -> Iterator[Token]:
    """The pieces of ``query`` without blanks and comments.

    Raises:
        QueryRefusedError: A character that Cypher does not need, or a string, name or comment that never ends.
    """
    brackets = [""]
    before = ""
    for kind, text in pieces(query):
        if kind == "mark" and text in _OPEN:
            brackets.append(text)
        elif kind == "mark" and text in _CLOSE and len(brackets) > 1:
            brackets.pop()
        if kind != "space":
            part = kind == "word" and (before == "." or (before == ":" and brackets[-1] != "{"))
            yield Token("part" if part else kind, text)
            before = text


def without_comments(query: str) -> str:
    r"""``query`` with a blank for each character of a comment, so that all else stays in its place.

    An engine must not read comments in its own way: for Neo4j, ``\\u000a`` ends one.

    Raises:
        QueryRefusedError: As ``tokens``.
    """
    return "".join(_blank(text) if kind == "space" else text for kind, text in pieces(query))


def unquoted(text: str) -> str:
    """What a token of kind text stands for."""
    return re.sub(r"\\(.)", lambda found: _ESCAPES.get(found[1], found[1]), text[1:-1])


def pieces(query: str) -> Iterator[tuple[str, str]]:
    """Kind and text of each piece of ``query``, with its blanks and comments (kind space).

    Raises:
        QueryRefusedError: As ``tokens``.
    """
    place = 0
    while place < len(query):
        found = _TOKEN.match(query, place)
        if not found or not found.lastgroup:
            near = query[place : place + 12].encode("unicode_escape").decode()
            raise QueryRefusedError(
                f"query refused at character {place + 1}, {near!r}: not allowed outside quotes, or never closed"
            )
        yield found.lastgroup, found.group()
        place = found.end()


def _blank(space: str) -> str:
    return "".join(sign if sign in "\r\n\t" else " " for sign in space)
