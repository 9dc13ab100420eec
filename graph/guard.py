"""Keeps queries from outside to a single reading statement.

Neither engine's read-only mode is enough: LadybugDB still reads and writes other files, Neo4j's access mode is
for routing. So a query passes only if every word of it is known to read, by the lists of ``read_only.toml``.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from graph.errors import QueryRefusedError


class Token(NamedTuple):
    """A piece of a query: kind is name (in backticks), text, number, parameter, word or mark."""

    kind: str
    text: str


_TOKEN = re.compile(
    r"""(?P<space>[ \t\r\n]+|//[^\r\n]*|/\*(?:[^*]|\*(?!/))*\*/)
    |(?P<text>'(?:[^'\\]|\\[\\'"bfnrt])*'|"(?:[^"\\]|\\[\\'"bfnrt])*")
    |(?P<name>`[^`\\]+`)
    |(?P<parameter>\$[A-Za-z_][A-Za-z0-9_]*)
    |(?P<number>[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)
    |(?P<word>[A-Za-z_][A-Za-z0-9_]*)
    |(?P<mark>[][(){}<>=+\-*%^|:.,;!&]|/(?![*/]))""",
    re.VERBOSE,
)


@cache
def _allowed(name: str) -> frozenset[str]:
    raw = tomllib.loads(files(__package__).joinpath("read_only.toml").read_text("utf-8"))
    return frozenset(raw[name])


def tokens(query: str) -> Iterator[Token]:
    """The pieces of ``query`` without blanks and comments.

    Raises:
        QueryRefusedError: A character that Cypher does not need, or a string, name or comment that never ends.
    """
    place = 0
    while place < len(query):
        found = _TOKEN.match(query, place)
        if not found or not found.lastgroup:
            near = query[place : place + 12].encode("unicode_escape").decode()
            raise QueryRefusedError(
                f"query refused at character {place + 1}, {near!r}: not allowed outside quotes, or never closed"
            )
        if found.lastgroup != "space":
            yield Token(found.lastgroup, found.group())
        place = found.end()


def parameters_of(query: str) -> frozenset[str]:
    """The names of the parameters that ``query`` uses, without the dollar sign."""
    return frozenset(token.text[1:] for token in tokens(query) if token.kind == "parameter")


def check_read_only(query: str) -> None:
    """Pass silently over a single reading statement.

    Raises:
        QueryRefusedError: It is anything else; the message names the word and what to do.
    """
    found = list(tokens(query))
    if found and found[-1].text == ";":
        del found[-1]
    if not found:
        raise QueryRefusedError("query refused: it is empty")
    if any(token == Token("mark", ";") for token in found):
        raise QueryRefusedError("query refused: one statement at a time, without ';' between")
    _check_opener(found[0])
    edge = Token("mark", "")
    triples = zip([edge, *found], found, [*found[1:], edge], strict=False)
    for before, token, after in triples:
        _check_call(before, token, after)
        if token.kind == "word" and before.text not in {":", "."}:
            _check_word(token.text, after.text)
    _check_clauses(found)


def _check_opener(token: Token) -> None:
    if token.kind != "word" or token.text.lower() not in _allowed("openers"):
        raise QueryRefusedError(
            f"query refused at {token.text!r}: it must start with MATCH, OPTIONAL MATCH, UNWIND, WITH, RETURN or CALL"
        )


def _check_call(before: Token, token: Token, after: Token) -> None:
    """Functions by the list only: neither ``apoc.load.json(`` nor a name in backticks hides one."""
    if after.text == "(" and (token.kind == "name" or (token.kind == "word" and before.text == ".")):
        raise QueryRefusedError(f"query refused at {token.text!r}: only plain functions may be called")
    called = before.kind == "word" and before.text.lower() == "call"
    if called and (token.text.lower() not in _allowed("procedures") or after.text != "("):
        known = ", ".join(sorted(_allowed("procedures")))
        raise QueryRefusedError(f"query refused at CALL {token.text}: CALL may only call {known}")


def _check_word(word: str, after: str) -> None:
    small = word.lower()
    if small in _allowed("forbidden"):
        raise QueryRefusedError(
            f"query refused at {word!r}: queries may only read; a name of that spelling goes in backticks"
        )
    known = _allowed("functions") | _allowed("keywords") | _allowed("procedures")
    if after == "(" and small not in known:
        raise QueryRefusedError(f"query refused at {word!r}: no function of that name may be called")


def _check_clauses(found: list[Token]) -> None:
    """A clause keyword stands where an expression has ended: a word there must be one that reads."""
    ended = False
    for before, token in pairwise([Token("mark", ""), *found]):
        small = token.text.lower() if token.kind == "word" else ""
        keyword = small in _allowed("keywords") and before.text not in {":", "."}
        if small and not keyword and ended:
            raise QueryRefusedError(f"query refused at {token.text!r}: no clause of a reading query")
        if _starts_part(before, small) and small not in _allowed("openers"):
            raise QueryRefusedError(f"query refused at {token.text!r}: UNION needs MATCH, WITH or RETURN")
        if keyword:
            ended = small in _allowed("enders")
        elif token.text == "*":
            ended = before.text.lower() in {"with", "return", "distinct"}
        else:
            ended = token.kind != "mark" or token.text in {")", "]", "}"}


def _starts_part(before: Token, small: str) -> bool:
    return before.kind == "word" and before.text.lower() == "union" and small != "all"
