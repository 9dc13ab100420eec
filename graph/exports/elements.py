"""The graph as programs that draw networks take it: nodes and edges with a caption, a class, dates and plain values."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from graph.drawing import shown
from graph.exports.characters import without_controls
from graph.exports.options import Options
from graph.exports.reading import GraphTables, Row, columns, key_columns, quoted
from graph.exports.report import Report
from graph.layout import TableSpec
from graph.schema import Property, Type

# What Gephi lays out within minutes on a laptop; beyond it a selection tells more than the whole.
MANY = 100_000

CLASS = "class"  # the attribute that tells the label of a node, the type of an edge
_CAPTIONS = ("name", "title", "text")
_CAPTION_LENGTH = 80

XML_TYPES = {Type.INTEGER: "long", Type.FLOAT: "double", Type.BOOLEAN: "boolean"}  # all else is text


class Element(NamedTuple):
    """A node, or an edge.

    Attributes:
        ends: "Person:slug" of a node, of both ends of an edge.
        caption: What is drawn beside it.
        kind: Its label or type.
        since: First day, YYYY-MM-DD, or "".
        until: Last day, or "".
        values: Its properties that are not empty, by name, as text.
    """

    ends: tuple[str, ...]
    caption: str
    kind: str
    since: str
    until: str
    values: dict[str, str]


def attributes(specs: Sequence[TableSpec]) -> dict[str, str]:
    """Type in XML of each property of the tables, by name; text where two tables differ."""
    found: dict[str, str] = {CLASS: "string"}
    for spec in specs:
        for p in _own(spec):
            type_ = XML_TYPES.get(p.type, "string")
            found[p.name] = type_ if found.get(p.name, type_) == type_ else "string"
    return found


def elements(tables: GraphTables, spec: TableSpec, options: Options, report: Report) -> Iterator[Element]:
    """The rows of a table, in the order of its key."""
    own = _own(spec)
    if spec.name == "Article" and not options.texts:
        own = tuple(p for p in own if p.name != "text")
        report.left["texts of articles, which --texts writes"] += tables.count("Article")
    names = columns(spec)
    places = [(p.name, names.index(p.name, 2 if spec.pair else 0)) for p in own]
    for row in tables.rows(_dated(tables, spec)):
        values = {name: _told(row[place]) for name, place in places if row[place] is not None}
        yield _element(spec, row, {name: value for name, value in values.items() if value})
        report.count(spec.name)


def xml(text: str, report: Report) -> str:
    """Text as it stands in an element or attribute of XML."""
    return escape(without_controls(text, report)).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")


def too_many(tables: GraphTables, report: Report) -> None:
    """Say so where there are more nodes than a picture shows."""
    nodes = sum(tables.count(spec.name) for spec in tables.specs() if not spec.pair)
    if nodes > MANY:
        report.left[f"nodes: Gephi is slow past {MANY:,}; choose with --rule, --since, --until, --labels"] = nodes


def _own(spec: TableSpec) -> tuple[Property, ...]:
    return spec.columns[2:] if spec.pair else spec.columns[1:]


def _dated(tables: GraphTables, spec: TableSpec) -> str:
    """SQL for a table and, behind its columns, the day of the statement or article that an edge starts or ends at."""
    order = ", ".join(f"t.{quoted(name)}" for name in key_columns(spec))
    for label, end in zip(spec.pair or (), ("source_id", "target_id"), strict=False):
        if label in {"Statement", "Article"}:
            joined = f"{tables[spec.name]} t JOIN {tables[label]} n ON n.id = t.{end}"
            return f"SELECT t.*, n.date FROM {joined} ORDER BY {order}"
    return f"SELECT t.*, NULL FROM {tables[spec.name]} t ORDER BY {order}"


def _element(spec: TableSpec, row: Row, values: dict[str, str]) -> Element:
    day = values.get("date", "") if not spec.pair else row[-1] or ""
    since, until = values.get("first_seen", day), values.get("last_seen", day)
    if not spec.pair:
        caption = next((values[name] for name in _CAPTIONS if name in values), str(row[0]))
        return Element((f"{spec.name}:{row[0]}",), _short(caption), spec.name, since, until, values)
    kind = spec.name.split(":", 1)[0]
    ends = tuple(f"{label}:{id_}" for label, id_ in zip(spec.pair, row, strict=False))
    return Element(ends, kind, kind, since, until, values)


def _told(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else shown(value)


def _short(caption: str) -> str:
    return caption if len(caption) <= _CAPTION_LENGTH else caption[: _CAPTION_LENGTH - 1] + "…"
