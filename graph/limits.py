"""Bounds on what a query may ask for, where an engine would neither count nor stop.

Both engines stop between rows when the time is up; neither does within its parser or within one expression, and a
server does not count the memory of expressions. So what makes these long is bounded before an engine sees it. The
bounds stand in ``read_only.toml``.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NoReturn

from graph.allowed import limit
from graph.errors import QueryRefusedError
from graph.growth import growth
from graph.lexing import EDGE, Token, unquoted

_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")
_SUBQUERIES = frozenset({"exists", "count", "collect"})

# Matched in time linear in the text by any engine: plain characters, one group of alternatives, .* at the ends only.
_PIECE = r"(?:[^\\()\[\]{}*+?|^$]|\\[^\w\s]|\\[bdsw]|\[[^\[\]\\&]+\])"
_END = re.compile(r"-?\d{1,9}|size\(\w+(?:\.\w+)?\)(?:[+-]\d{1,4})?")
_PATTERN = re.compile(rf"(?:\(\?i\))?(?:\.\*)?{_PIECE}*?(?:\({_PIECE}+(?:\|{_PIECE}+)*\){_PIECE}*?)?(?:\.\*)?")


def check_length(query: str) -> None:
    """Pass over a query short enough to be looked at.

    Raises:
        QueryRefusedError: It is longer; long lists of values belong in parameters.
    """
    if len(query) > limit("characters"):
        _refuse(f"longer than {limit('characters'):,} characters; give long lists as parameters")


def check_limits(found: list[Token]) -> None:
    """Pass over a query that is within all bounds.

    Raises:
        QueryRefusedError: It is not; the message names the bound.
    """
    if len(found) > limit("tokens"):
        _refuse(f"more than {limit('tokens'):,} words and signs; give long lists as parameters")
    _check_depth(found)
    _check_runs(found)
    _check_calls(found)
    if growth(found) > limit("growth"):
        _refuse("a value is joined to itself again and again; it could grow past any memory")


def _check_depth(found: list[Token]) -> None:
    brackets: list[bool] = []
    cases = 0
    for before, token in pairwise([EDGE, *found]):
        small = token.text.lower()
        if token.kind == "mark" and small in _OPEN:
            brackets.append(small == "{" and before.text.lower() in _SUBQUERIES)
        elif token.kind == "mark" and small in _CLOSE and brackets:
            brackets.pop()
        elif token.kind == "word":
            cases += (small == "case") - (small == "end" and cases > 0)
        if len(brackets) > limit("brackets"):
            _refuse(f"brackets {limit('brackets') + 1} deep")
        if sum(brackets) > limit("subqueries"):
            _refuse(f"EXISTS, COUNT or COLLECT {limit('subqueries') + 1} deep")
        if cases > limit("cases"):
            _refuse(f"CASE {limit('cases') + 1} deep")


def _check_runs(found: list[Token]) -> None:
    signs = negations = hops = 0
    for before, token in pairwise([EDGE, *found]):
        negations = negations + 1 if token.text.lower() == "not" and token.kind == "word" else 0
        signs = signs + 1 if token.text in {"-", "+"} else 0
        hops += before.text == "-" and token.text in {"[", "-"}
        if max(negations, signs - 1) > limit("signs"):
            _refuse(f"{token.text} more than {limit('signs')} times in a row")
    if hops > limit("hops"):
        _refuse(f"patterns of more than {limit('hops')} edges in all")


def _check_calls(found: list[Token]) -> None:
    for i, token in enumerate(found):
        small = token.text.lower()
        if token.text == "=~":
            _check_pattern(found[i + 1 : i + 3])
        elif token.kind == "word" and found[i + 1 : i + 2] == [Token("mark", "(")]:
            if small == "range":
                _check_range(list(_arguments(found, i + 1)))
            elif small == "replace":
                _check_replace(list(_arguments(found, i + 1)))


def _check_pattern(after: list[Token]) -> None:
    pattern, follows = [*after, EDGE, EDGE][:2]
    joined = follows.kind == "mark" and follows.text not in {"", ")", "]", "}", ",", "|"}
    if pattern.kind != "text" or joined or not _PATTERN.fullmatch(unquoted(pattern.text)):
        _refuse("=~ takes a plain text of its own, with .* at its ends only; or use CONTAINS, regexp_matches")


def _check_range(arguments: list[list[Token]]) -> None:
    ends = ["".join(token.text for token in part) for part in arguments[:2]]
    if len(ends) < 2 or not all(map(_END.fullmatch, ends)):
        _refuse("range takes numbers as they are, or the size of a list: range(2019, 2025), range(0, size(xs) - 1)")
    numbers = [0 if end.startswith("size") else int(end) for end in ends]
    if max(numbers) - min(numbers) > limit("range"):
        _refuse(f"range of more than {limit('range'):,} numbers")


def _check_replace(arguments: list[list[Token]]) -> None:
    sizes = [len(unquoted(part[0].text)) for part in arguments[1:] if len(part) == 1 and part[0].kind == "text"]
    if len(sizes) != 2 or sizes[1] > max(sizes[0], 1) or not sizes[0]:
        _refuse("replace takes two texts as they are, the second no longer than the first")


def _arguments(found: list[Token], opening: int) -> Iterator[list[Token]]:
    """The arguments of the call whose bracket is the ``opening`` token."""
    depth, part = 0, list[Token]()
    for token in found[opening:]:
        mark = token.text if token.kind == "mark" else ""
        depth += (mark in _OPEN) - (mark in _CLOSE) if mark else 0
        if depth == 0:
            break
        if mark == "," and depth == 1:
            yield part
            part = []
        elif not (mark == "(" and depth == 1 and not part):
            part.append(token)
    yield part


def _refuse(reason: str) -> NoReturn:
    raise QueryRefusedError(f"query refused: {reason}")
