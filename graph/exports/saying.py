"""What is said of a resource: predicates and values, as each form of linked data writes them."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from graph.exports.vocabulary import vocabulary
from graph.layout import TableSpec
from graph.schema import Property, Type

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Iri(NamedTuple):
    """Another resource, by its IRI."""

    iri: str


class Day(NamedTuple):
    """A day, YYYY-MM-DD."""

    text: str


class Term(NamedTuple):
    """A predicate or class, with its prefix."""

    term: str


Value = str | int | float | bool | Iri | Day | Term
Said = dict[str, list[Value]]
"""Values by predicate."""


class Resource(NamedTuple):
    """Something with an IRI, its classes, and what is said of it."""

    iri: str
    classes: tuple[str, ...]
    said: Said


class Saying:
    """Makes what rows of a table say of properties of it."""

    def __init__(self, spec: TableSpec, own: Sequence[Property]) -> None:
        words = vocabulary()
        self._own = [(words.of_property(spec, p.name), p.type) for p in own]

    def of(self, values: Iterable[object]) -> Said:
        """What one row says; nothing of what is empty or null."""
        said: Said = {}
        for (term, type_), value in zip(self._own, values, strict=True):
            if told := _values(value, type_):
                said.setdefault(term, []).extend(told)
        return said


def both(one: Said, other: Said) -> Said:
    """All that either says."""
    if one.keys().isdisjoint(other):
        return one | other
    return {term: one.get(term, []) + other.get(term, []) for term in one | other}


def _values(value: object, type_: Type) -> list[Value]:
    if isinstance(value, bool | int | float):
        return [value]
    if isinstance(value, list):
        return [" ".join(map(str, value))] if value and type_ is Type.INTEGERS else list(dict.fromkeys(value))
    text = str(value or "")
    return [Day(text) if _DAY.fullmatch(text) else text] if text else []
