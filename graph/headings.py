"""What the columns of an answer are called: as the query writes them, whatever the engine makes of that."""

import re

from graph.lexing import pieces

_END = frozenset({"order", "skip", "limit", "union"})
_ALIAS = re.compile(r"\sAS\s+(`[^`]+`|\w+)$", re.IGNORECASE)
_DISTINCT = re.compile(r"DISTINCT\s", re.IGNORECASE)


def headings(query: str, of_engine: tuple[str, ...]) -> tuple[str, ...]:
    """The names of the columns: the alias, else the expression as it is written; those of the engine for ``RETURN *``.

    >>> headings("MATCH (n) RETURN count(*), toLower(n.name) AS name", ("COUNT_STAR()", "name"))
    ('count(*)', 'name')
    """
    if all(name.isidentifier() for name in of_engine):
        return of_engine
    names = tuple(map(_heading, _returned(query)))
    return names if len(names) == len(of_engine) and "*" not in names else of_engine


def _heading(item: str) -> str:
    alias = _ALIAS.search(item)
    return alias[1].strip("`") if alias else item


def _returned(query: str) -> list[str]:
    """The items of the first RETURN that is not part of a subquery."""
    items, depth, found = [""], 0, False
    for kind, text in pieces(query):
        word = text.lower() if kind == "word" else ""
        depth += (text in {"(", "[", "{"}) - (text in {")", "]", "}"}) if kind == "mark" else 0
        if found and not depth and word in _END:
            break
        if found and not depth and text == ",":
            items.append("")
        elif found:
            items[-1] += text
        else:
            found = word == "return" and not depth
    items = [item.strip().rstrip(";").strip() for item in items]
    return [_DISTINCT.sub("", items[0], count=1) if _DISTINCT.match(items[0]) else items[0], *items[1:]]
