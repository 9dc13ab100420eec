"""FollowTheMoney entities, one a line, for Aleph, OpenSanctions and their tools.

People, bodies, places, articles and rules are entities. A post is a Position; who holds it is an Occupancy with the
days on which dated articles say so (``date``, as it is not the term). A statement is a Note on its speaker and
rules, proven by its article; a Documentation stands between a speaker and each rule that the statement speaks of.
"""

import json
from collections.abc import Iterator
from typing import NamedTuple, TextIO

from corpus.article import content_id
from graph.exports.characters import without_controls
from graph.exports.ftm_model import FtmModel, ftm_model
from graph.exports.options import Options
from graph.exports.reading import GraphTables
from graph.exports.report import Report
from graph.exports.statements import Spoken, statements
from graph.layout import TableSpec
from graph.speakers import source_words

_TITLE = 80  # characters of the words that name a Note
_ENDED = {"former": "ended"}  # status of a post in their words; others as they are


class Entity(NamedTuple):
    """An entity: what it is made from, its schema, and values by property; empty ones are not written."""

    key: tuple[str, ...]
    schema: str
    values: dict[str, list[str]]


def write_ftm(tables: GraphTables, out: TextIO, options: Options, report: Report) -> None:
    """Write nodes, posts, mentions, links and statements."""
    model = ftm_model()
    for spec in tables.specs():
        for entity in _of_table(tables, spec, model, options):
            _write(entity, out, report)
        _tell_left(tables, spec, model, options, report)
    for spoken in statements(tables):
        for entity in _of_statement(spoken):
            _write(entity, out, report)


def _of_table(tables: GraphTables, spec: TableSpec, model: FtmModel, options: Options) -> Iterator[Entity]:
    kind = spec.name.split(":", 1)[0]
    if spec.name in model.schemata:
        yield from _nodes(tables, spec, model, options)
    elif spec.name in model.links:
        yield from _links(tables, spec, model.links[spec.name])
    elif kind == "HOLDS":
        yield from _posts(tables, spec)
    elif spec.name in model.told and kind == "MENTIONS":
        yield from _mentions(tables, spec)


def _nodes(tables: GraphTables, spec: TableSpec, model: FtmModel, options: Options) -> Iterator[Entity]:
    places = [(at, model.properties.get(f"{spec.name}.{p.name}", "")) for at, p in enumerate(spec.columns)]
    kind = next((at for at, p in enumerate(spec.columns) if p.name == "kind"), None)
    for *row, publisher in tables.rows(_with_publisher(tables, spec)):
        values: dict[str, list[str]] = {"publisher": publisher or []}
        for at, name in places:
            if name and (name != "bodyText" or options.texts):
                values.setdefault(name, []).extend(_texts(row[at]))
        if values.get("territoryCode"):
            values["country"] = ["id"]  # the code is the ministry's
        schema = model.schemata[spec.name]
        yield Entity((spec.name, row[0]), schema if kind is None else model.kinds.get(row[kind], schema), values)


def _with_publisher(tables: GraphTables, spec: TableSpec) -> str:
    if spec.name != "Article":
        return f"SELECT *, NULL FROM {tables[spec.name]} ORDER BY id"
    return f"""
        SELECT a.*, p.names FROM {tables["Article"]} a LEFT JOIN (
            SELECT e.source_id, list(o.name) AS names FROM {tables["PUBLISHED_BY:Article:Outlet"]} e
            JOIN {tables["Outlet"]} o ON o.id = e.target_id GROUP BY e.source_id
        ) p ON p.source_id = a.id ORDER BY a.id
    """


def _links(tables: GraphTables, spec: TableSpec, role: str) -> Iterator[Entity]:
    source, target = spec.pair or ("", "")
    for start, end, *_ in tables.rows(tables.sorted(spec)):
        ends = {"subject": [_id(source, start)], "object": [_id(target, end)]}
        yield Entity((spec.name, start, end), "UnknownLink", {**ends, "role": [role]})


def _mentions(tables: GraphTables, spec: TableSpec) -> Iterator[Entity]:
    label = spec.pair[1] if spec.pair else ""
    for start, end, name in tables.rows(
        f"SELECT e.source_id, n.id, n.name FROM {tables[spec.name]} e JOIN {tables[label]} n ON n.id = e.target_id "
        "ORDER BY ALL"
    ):
        values = {"document": [_id("Article", start)], "resolved": [_id(label, end)], "name": [name]}
        yield Entity((spec.name, start, end), "Mention", values)


def _posts(tables: GraphTables, spec: TableSpec) -> Iterator[Entity]:
    """A Position at each post of a body or place, then an Occupancy for each holder."""
    label = spec.pair[1] if spec.pair else ""
    joined = f"{tables[spec.name]} e JOIN {tables[label]} n ON n.id = e.target_id"
    for place, post, position, name in tables.rows(
        f"SELECT n.id, e.post, min(e.position), n.name FROM {joined} GROUP BY ALL ORDER BY ALL"
    ):
        values = {"name": [f"{position}, {name}"]}
        values |= {"organization": [_id(label, place)]} if label == "Institution" else {"subnationalArea": [name]}
        yield Entity((spec.name, place, post), "Position", values)
    for holder, place, post, status, *days, articles in tables.rows(
        "SELECT e.source_id, e.target_id, e.post, e.status, e.first_seen, e.last_seen, e.articles "
        f"FROM {tables[spec.name]} e ORDER BY ALL"
    ):
        values = {"holder": [_id("Person", holder)], "post": [_id(spec.name, place, post)], "date": days}
        values |= {"status": [_ENDED.get(status) or status], "description": [f"in {articles} articles"]}
        yield Entity((spec.name, holder, place, post, status), "Occupancy", values)


def _of_statement(spoken: Spoken) -> Iterator[Entity]:
    """A Note, and a Documentation for each rule if the speaker is known."""
    speaker = [_id(*spoken.speaker)] if spoken.speaker else []
    rules = [_id("Regulation", rule) for rule in spoken.rules]
    proof = {"proof": [_id("Article", spoken.article)], "sourceUrl": [spoken.url or ""]}
    words = spoken.text if len(spoken.text) <= _TITLE else spoken.text[: _TITLE - 1] + "…"
    values = {
        "name": [f"{source_words(spoken.speaker_name)}: {words}"],
        "description": [spoken.text],
        "summary": [f"{spoken.found}, {spoken.date or 'no date'}"],
        "keywords": [*spoken.rules, *spoken.sanctions],
        "entity": speaker + rules,
    }
    yield Entity(("Statement", spoken.id), "Note", values | proof)
    for rule in rules if speaker else ():
        ends = {"document": [rule], "entity": speaker, "role": [f"{spoken.act} on the rule"]}
        more = {"summary": [spoken.text], "date": [spoken.date]}
        yield Entity(("Statement", spoken.id, rule), "Documentation", ends | more | proof)


def _write(entity: Entity, out: TextIO, report: Report) -> None:
    told = {name: dict.fromkeys(filter(None, values)) for name, values in entity.values.items()}
    properties = {
        name: [without_controls(value, report) for value in values] for name, values in told.items() if values
    }
    line = {"id": _id(*entity.key), "schema": entity.schema, "properties": properties}
    out.write(json.dumps(line, ensure_ascii=False) + "\n")
    report.count(entity.schema)


def _tell_left(tables: GraphTables, spec: TableSpec, model: FtmModel, options: Options, report: Report) -> None:
    """Count what has no place: whole tables, and properties that some row has."""
    if spec.name not in model.schemata:
        if spec.name not in model.told and spec.name not in model.links:
            report.left[f"{spec.name}: FollowTheMoney has no place for it"] += tables.count(spec.name)
        return
    for p in spec.columns[1:]:
        name = model.properties.get(f"{spec.name}.{p.name}", "")
        if not name or (name == "bodyText" and not options.texts):
            why = "which --texts writes" if name else "FollowTheMoney has no place for it"
            report.left[f"{spec.name}.{p.name}: {why}"] += tables.count(spec.name)


def _id(*key: str) -> str:
    """An id of letters and digits, as theirs must be."""
    return f"wg-{content_id(*(part.encode() for part in key))}"


def _texts(value: object) -> list[str]:
    if isinstance(value, list):
        return [str(part) for part in value]
    return [] if value is None else [str(value)]
