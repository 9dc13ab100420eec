"""How often one value may stand in another by the end of a query, at worst.

``WITH s + s AS s`` twenty times makes a text of megabytes out of a letter, ``WITH [s, s, s] AS s`` a list that nobody
sees the end of. Counted is how many times the values that a query starts from (a node, a parameter, a row of UNWIND)
are put into what it makes: 1 where each is taken as it is.
"""

from dataclasses import dataclass

from graph.allowed import words
from graph.lexing import EDGE, Token

LIST = 100  # parts a list is taken to have, where a value is put into each of them

_JOINING = frozenset({"+", "[", "{"})


def growth(found: list[Token]) -> int:
    """The count for a query, told by its tokens."""
    count = _Count()
    for before, token, after in zip([EDGE, *found], found, [*found[1:], EDGE], strict=False):
        count.take(before, token, after)
    count.end_clause()
    return count.heaviest


@dataclass(slots=True)
class _Bracket:
    """An open bracket: the name that runs over a list in it, and whether what is made of each part has begun."""

    pattern: bool
    runner: str = ""
    body: bool = False


class _Count:
    def __init__(self) -> None:
        self.heaviest = 1
        self._weights: dict[str, int] = {}
        self._coming: dict[str, int] = {}  # names that the next clause will see
        self._used = [1]  # weights of the values that the item at hand uses
        self._joins = False
        self._open: list[_Bracket] = []

    def take(self, before: Token, token: Token, after: Token) -> None:
        small = token.text.lower()
        self._joins |= small in _JOINING or small in words("joiners")
        if token.kind == "mark":
            self._mark(before, token.text)
        elif token.kind == "word" and small in words("clauses") and not self._open:
            self.end_clause()
        elif before.kind == "word" and before.text.lower() == "as":
            self._call(_name(token))
        elif self._open and after.text.lower() == "in" and before.text in {"[", "("}:
            self._open[-1].runner = _name(token)
        elif self._is_value(token) and after.text not in {"(", ":"}:
            self._used.append(self._weight(_name(token)))

    def end_clause(self) -> None:
        """What the clause names is seen by the next one."""
        self._item()
        self._weights |= self._coming
        self._coming = {}

    def _call(self, name: str) -> None:
        """``name`` is what the item makes; within brackets, a part of an item that goes on."""
        if self._open:
            self._weights[name] = sum(self._used)
        else:
            self._coming[name] = self._item()

    def _mark(self, before: Token, mark: str) -> None:
        if mark in {"(", "[", "{"}:
            self._open.append(_Bracket(pattern=mark != "[" or before.text == "-"))
        elif mark in {")", "]", "}"} and self._open:
            self._open.pop()
        elif mark == "|" and self._open and not self._open[-1].pattern:
            self._open[-1].body = True
        elif mark == "," and not self._open:
            self._item()

    def _is_value(self, token: Token) -> bool:
        """Whether it is a name; words of the language may be names too (``count(*) AS count``)."""
        known = token.text in self._weights or any(bracket.runner == token.text for bracket in self._open)
        return token.kind == "name" or (token.kind == "word" and (known or token.text.lower() not in words("keywords")))

    def _weight(self, name: str) -> int:
        """How often the value ``name`` is put in here; one that runs over a list, as often as what was heaviest."""
        times = 1
        for bracket in reversed(self._open):
            if bracket.runner == name:
                return self.heaviest * times
            times *= LIST if bracket.body else 1
        return self._weights.get(name, 1) * times

    def _item(self) -> int:
        """The weight of the expression that ends here."""
        weight = sum(self._used[1:]) if self._joins else max(self._used)
        self.heaviest = max(self.heaviest, weight)
        self._used, self._joins = [1], False
        return max(1, weight)


def _name(token: Token) -> str:
    return token.text.strip("`")
