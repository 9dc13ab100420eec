"""The words in which the graph is told as linked data, read from ``vocabulary.toml``."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.exports.errors import ExportError
from graph.layout import TableSpec, tables

OWN = "wg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Classes and predicates, each a prefix, a colon and a name.

    Attributes:
        prefixes: The namespace of each prefix.
        classes: By label.
        properties: By label or type of edge, a dot and the property.
        edges: By type of edge, or by table.
        backwards: The same for predicates that lead from target to source.
    """

    prefixes: Mapping[str, str]
    classes: Mapping[str, tuple[str, ...]]
    properties: Mapping[str, str]
    edges: Mapping[str, tuple[str, ...]]
    backwards: Mapping[str, tuple[str, ...]]

    def of_class(self, spec: TableSpec) -> tuple[str, ...]:
        """The classes of what stands in a table; ours comes last."""
        name = _name(spec)
        return (*self.classes.get(name, ()), f"{OWN}:{name}")

    def of_property(self, spec: TableSpec, name: str) -> str:
        """The predicate of a property."""
        return self.properties.get(f"{_name(spec)}.{name}", f"{OWN}:{name}")

    def of_edge(self, spec: TableSpec) -> tuple[tuple[str, ...], bool]:
        """The predicates of an edge, and whether they lead from target to source."""
        for name in (spec.name, _name(spec)):
            if name in self.edges:
                return self.edges[name], False
            if name in self.backwards:
                return self.backwards[name], True
        return (f"{OWN}:{_name(spec).lower()}",), False


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary.

    Raises:
        ExportError: The file names what the schema does not have, or a prefix that is not declared.
    """
    raw = tomllib.loads(files(__package__).joinpath("vocabulary.toml").read_text("utf-8"))
    lists = {part: {name: tuple(terms) for name, terms in raw[part].items()} for part in _LISTS}
    read = Vocabulary(prefixes=raw["prefixes"], properties=raw["properties"], **lists)
    names = set(_declared())
    for part in (*_LISTS, "properties"):
        for name, terms in raw[part].items():
            if name not in names:
                raise ExportError(f"vocabulary.toml: [{part}] names {name!r}, which the schema does not have")
            for term in [terms] if isinstance(terms, str) else terms:
                if term.split(":", 1)[0] not in read.prefixes:
                    raise ExportError(f"vocabulary.toml: {term!r} of {name!r} has no prefix of [prefixes]")
    return read


_LISTS = ("classes", "edges", "backwards")


def _declared() -> Iterator[str]:
    for spec in tables():
        yield spec.name
        yield _name(spec)
        yield from (f"{_name(spec)}.{p.name}" for p in spec.of.properties)


def _name(spec: TableSpec) -> str:
    """The label, or the type of the edge."""
    return spec.name.split(":", 1)[0]
