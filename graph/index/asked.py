"""What the SQL of named queries may use beside their parameters: expressions for FTS5, made from what was typed."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from graph.index.words import all_of, any_of, beginnings, begun, marked, said, sound, within


def asked(values: Mapping[str, Any], sql: str) -> dict[str, Any]:
    """The values of a query's parameters, and beside them the expressions that its SQL uses.

    ``:NAME_match``, ``:NAME_mark`` and ``:NAME_near`` are what things of the name or id ``NAME`` match, of the id
    alone, and of a name that begins like it; the others, such as ``:match``, are made of several parameters
    (`COMPOSED`).
    """
    values = {name: sound(value) if isinstance(value, str) else value for name, value in values.items()}
    texts = {name: value for name, value in values.items() if isinstance(value, str)}
    matches = {f"{name}_match": named(value) for name, value in texts.items()}
    marks = {f"{name}_mark": marked(value) for name, value in texts.items()}
    near = {f"{name}_near": beginning_alike(value) for name, value in texts.items()}
    used = COMPOSED.keys() & re.findall(r":(\w+)", sql)
    return {**values, **matches, **marks, **near, **{name: COMPOSED[name][0](values) for name in used}}


def parameters_behind(name: str) -> tuple[str, ...]:
    """The parameters of a named query that the SQL parameter ``name`` is made of.

    >>> parameters_behind("person_match")
    ('person',)
    """
    if name in COMPOSED:
        return COMPOSED[name][1]
    return (re.sub(r"_(?:match|mark|near)$", "", name),)


def statements(values: Mapping[str, Any]) -> str:
    """Matches the statements that the fields of a search ask for; nothing where all are empty."""
    parts = [within("text", said(values[name])) for name in ("words", "also", "and_also") if values.get(name)]
    if speaker := values.get("speaker"):
        parts.append(within("speaker", begun(speaker)))
    if place := values.get("place"):
        parts.append(within("places", begun(place)))
    if rule := values.get("rule"):
        parts.append(rules(rule))
    parts += [marked(values[name]) for name in ("act", "modality") if values.get(name)]
    if values.get("once"):
        parts.append(marked("first"))
    return all_of(parts)


def rest(values: Mapping[str, Any]) -> str:
    """The same without what is counted by day and act."""
    return statements({**values, "act": "", "once": 0})


def rules_named(values: Mapping[str, Any]) -> str:
    """Matches the rules of a name."""
    return rules(values.get("name", ""))


def named(typed: str) -> str:
    """Matches what has this id, or a name with these words."""
    return any_of([within("names", begun(typed)), marked(typed)])


def rules(typed: str) -> str:
    """Matches rules by their id, or its beginning; by a part of it that has no slash; by words of title or citation.

    Citations and names are found however they are written: "Undang-Undang No. 5 Tahun 2014", "uu 5/2014", "UU ASN".
    """
    from graph.index.rule_words import as_indexed  # noqa: PLC0415 - the forms of rules take their time, others do without

    ids = marked(typed) if "/" in typed else within("ids", begun(typed))
    return any_of([within("names", begun(typed)), within("names", begun(as_indexed(typed))), ids])


def beginning_alike(typed: str) -> str:
    """Matches names in which a word has the first letters of a word of this one."""
    return within("names", any_of(beginnings(typed)))


def posts(values: Mapping[str, Any]) -> str:
    """Matches posts by words of the post and by name or id of place and person; nothing where all are empty."""
    parts = []
    if post := values.get("post"):
        parts.append(within("post", begun(post)))
    for name, column in (("place", "places"), ("person", "names")):
        if typed := values.get(name):
            parts.append(any_of([within(column, begun(typed)), marked(typed)]))
    return all_of(parts)


COMPOSED: Mapping[str, tuple[Callable[[Mapping[str, Any]], str], tuple[str, ...]]] = {
    "match": (statements, ("words", "also", "and_also", "speaker", "place", "rule", "act", "modality", "once")),
    "rest_match": (rest, ("words", "also", "and_also", "speaker", "place", "rule", "modality")),
    "rule_match": (rules_named, ("name",)),
    "held_match": (posts, ("post", "place", "person")),
}
