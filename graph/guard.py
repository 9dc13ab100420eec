"""Keeps queries from outside to a single reading statement that an engine can be trusted with.

Neither engine's read-only mode is enough: LadybugDB still reads and writes other files, Neo4j still fetches them. So
a query passes only if every word of it is known to read, by the lists of ``read_only.toml``, and if nothing in it
can keep an engine busy past its limits (``graph.limits``).
"""

from itertools import pairwise

from graph.allowed import words
from graph.errors import QueryRefusedError
from graph.lexing import EDGE, Token, tokens, without_comments
from graph.limits import check_length, check_limits

_ENDS = frozenset({")", "]", "}"})


def parameters_of(query: str) -> frozenset[str]:
    """The names of the parameters that ``query`` uses, without the dollar sign."""
    return frozenset(token.text[1:] for token in tokens(query) if token.kind == "parameter")


def reading(query: str) -> str:
    """``query`` as an engine may run it: a single reading statement within the limits, without comments.

    Raises:
        QueryRefusedError: It is anything else; the message names the word and what to do.
    """
    check_length(query)
    found = list(tokens(query))
    if found and found[-1].text == ";":
        del found[-1]
    if not found:
        raise QueryRefusedError("query refused: it is empty")
    if Token("mark", ";") in found:
        raise QueryRefusedError("query refused: one statement at a time, without ';' between")
    _check_opener(found[0])
    for before, token, after in zip([EDGE, *found], found, [*found[1:], EDGE], strict=False):
        _check_call(before, token, after)
        if token.kind == "word":
            _check_word(token.text)
            _check_name(before, token.text, after)
    _check_clauses(found)
    check_limits(found)
    return without_comments(query)


def _check_opener(token: Token) -> None:
    if token.kind != "word" or token.text.lower() not in words("openers"):
        raise QueryRefusedError(
            f"query refused at {token.text!r}: it must start with MATCH, OPTIONAL MATCH, UNWIND, WITH, RETURN or CALL"
        )


def _check_call(before: Token, token: Token, after: Token) -> None:
    """Functions by the list only: neither ``apoc.load.json(`` nor a name in backticks hides one."""
    small = token.text.lower()
    if after.text == "(" and token.kind in {"name", "part"}:
        raise QueryRefusedError(f"query refused at {token.text!r}: only plain functions may be called")
    if after.text == "(" and token.kind == "word" and small not in _callable():
        raise QueryRefusedError(f"query refused at {token.text!r}: no function of that name may be called")
    called = before.kind == "word" and before.text.lower() == "call"
    if called and (small not in words("procedures") or after.text != "("):
        known = ", ".join(sorted(words("procedures")))
        raise QueryRefusedError(f"query refused at CALL {token.text}: CALL may only call {known}")


def _callable() -> frozenset[str]:
    return words("functions") | words("keywords") | words("procedures")


def _check_word(word: str) -> None:
    if word.lower() in words("forbidden"):
        raise QueryRefusedError(
            f"query refused at {word!r}: queries may only read; a name of that spelling goes in backticks"
        )


def _check_name(before: Token, word: str, after: Token) -> None:
    """No name given here may look like the beginning of a clause."""
    given = before.kind == "word" and before.text.lower() == "as"
    runs = before.text in {"[", "("} and after.text.lower() == "in"
    if (given or runs) and word.lower() in words("clauses"):
        raise QueryRefusedError(f"query refused at {word!r}: a name of that spelling goes in backticks")


def _check_clauses(found: list[Token]) -> None:
    """A clause keyword stands where an expression has ended: a word there must be one that reads."""
    ended = False
    for before, token in pairwise([EDGE, *found]):
        small = token.text.lower() if token.kind == "word" else ""
        keyword = small in words("keywords")
        if small and not keyword and ended:
            raise QueryRefusedError(f"query refused at {token.text!r}: no clause of a reading query")
        if keyword:
            ended = small in words("enders")
        elif token.text == "*":
            ended = before.text.lower() in {"with", "return", "distinct"}
        else:
            ended = token.kind != "mark" or token.text in _ENDS
    _check_parts(found)


def _check_parts(found: list[Token]) -> None:
    """What follows UNION, with or without ALL, opens a query of its own."""
    small = [token.text.lower() if token.kind == "word" else "" for token in found]
    for place, word in enumerate(small):
        if word == "union":
            after = [*small[place + 1 : place + 3], "", ""]
            opener = after[1] if after[0] in {"all", "distinct"} else after[0]
            if opener not in words("openers"):
                raise QueryRefusedError(f"query refused at {opener!r}: UNION needs MATCH, WITH or RETURN")
