"""What a schema is made of: labels and types of edges, their properties, and how values of these are merged."""

from dataclasses import dataclass
from enum import StrEnum


class Type(StrEnum):
    """What a property holds; the value is the type's name in LadybugDB."""

    STRING = "STRING"
    INTEGER = "INT64"
    FLOAT = "DOUBLE"
    BOOLEAN = "BOOL"
    STRINGS = "STRING[]"
    INTEGERS = "INT64[]"


class Merge(StrEnum):
    """What becomes of a property when several articles give a value; each is free of the articles' order."""

    LONGEST = "longest"
    MIN = "min"
    MAX = "max"
    SUM = "sum"
    UNION = "union"  # all values of all lists, sorted


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a node or an edge."""

    name: str
    type: Type
    doc: str
    merge: Merge = Merge.LONGEST


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A label. ``properties[0]`` is ``id``, the key. ``owned``: each node belongs to exactly one article."""

    label: str
    doc: str
    properties: tuple[Property, ...]
    owned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A type of edge.

    Attributes:
        type: Its name.
        doc: What it says.
        pairs: The labels it leads from and to.
        properties: What it carries.
        key: Properties that, beside both ends, make an edge one of its own.
        owned: Each edge belongs to exactly one article.
    """

    type: str
    doc: str
    pairs: tuple[tuple[str, str], ...]
    properties: tuple[Property, ...] = ()
    key: tuple[str, ...] = ()
    owned: bool = False


def text(name: str, doc: str, merge: Merge = Merge.LONGEST) -> Property:
    """A property that holds a text, empty where nothing is known."""
    return Property(name, Type.STRING, doc, merge)
