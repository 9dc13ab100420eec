"""The graph as linked data: a stream of resources, each with its classes and what is said of it.

A node is a resource. An edge is a triple between its nodes and, where it carries properties, a resource of its own that
speaks of this triple (``rdf:subject``, ``rdf:predicate``, ``rdf:object``) with the properties. What is empty or null
is not said; a list of strings is so many values, without their order; places of words are one string of offsets.
"""

from collections.abc import Iterator
from importlib.metadata import version

from graph.exports.links import Links
from graph.exports.names import Names, end_with_address, make_addresses
from graph.exports.options import Options
from graph.exports.reading import GraphTables, columns, key_columns, quoted
from graph.exports.report import Report
from graph.exports.saying import Iri, Resource, Said, Saying, Term, both
from graph.exports.vocabulary import vocabulary
from graph.layout import TableSpec

PROGRAM = "wartagraf"


def resources(tables: GraphTables, options: Options, report: Report) -> Iterator[Resource]:
    """The program that tells it, then nodes, then edges with properties."""
    names = Names(options.base)
    make_addresses(tables)
    number = version(PROGRAM)
    program = Iri(f"{names.base}{PROGRAM}/{number}")
    said: Said = {"schema:name": ["Wartagraf"], "schema:softwareVersion": [number]}
    yield Resource(program.iri, ("prov:SoftwareAgent", "schema:SoftwareApplication"), said)
    for spec in tables.specs():
        if not spec.pair:
            found: Said = {"prov:wasAttributedTo": [program]} if spec.name == "Statement" else {}
            for resource in _nodes(tables, spec, names, left_out(tables, spec, options, report)):
                yield resource._replace(said=both(resource.said, found))
                report.count(spec.name)
    for spec in tables.specs():
        if spec.pair and spec.of.properties:
            for resource in _edges(tables, spec, names):
                yield resource
                report.count(spec.name)


def left_out(tables: GraphTables, spec: TableSpec, options: Options, report: Report) -> str:
    """Name of the property of a table that is not wanted, which is reported, or ""."""
    if options.texts or spec.name != "Article":
        return ""
    report.left["texts of articles, which --texts writes"] += tables.count(spec.name)
    return "text"


def _nodes(tables: GraphTables, spec: TableSpec, names: Names, without: str) -> Iterator[Resource]:
    classes = vocabulary().of_class(spec)
    own = [p for p in spec.columns if p.name != without]
    saying = Saying(spec, own)
    links = Links(tables, spec, names)
    address, joined = end_with_address(spec.name, "n", "id")
    picked = ", ".join(f"n.{quoted(p.name)}" for p in own)
    sql = f"SELECT {address}, {picked} FROM {tables[spec.name]} n {joined} ORDER BY n.id"
    for url, *values in tables.rows(sql):
        said = both(saying.of(values), links.of(values[0]))
        yield Resource(names.node(spec.name, values[0], url), classes, said)


def _edges(tables: GraphTables, spec: TableSpec, names: Names) -> Iterator[Resource]:
    source, target = spec.pair or ("", "")
    (predicate, *_), backwards = vocabulary().of_edge(spec)
    classes = ("rdf:Statement", *vocabulary().of_class(spec))
    saying = Saying(spec, spec.of.properties)
    keys = [columns(spec).index(name) for name in key_columns(spec)]
    for source_url, target_url, *row in tables.rows(_with_addresses(tables, spec)):
        ends = [Iri(names.node(source, row[0], source_url)), Iri(names.node(target, row[1], target_url))]
        subject, object_ = reversed(ends) if backwards else ends
        about: Said = {"rdf:subject": [subject], "rdf:predicate": [Term(predicate)], "rdf:object": [object_]}
        yield Resource(names.edge(spec.name, *(row[at] for at in keys)), classes, both(about, saying.of(row[2:])))


def _with_addresses(tables: GraphTables, spec: TableSpec) -> str:
    """SQL for a table with the addresses of both ends before its columns."""
    source, target = spec.pair or ("", "")
    start, start_joined = end_with_address(source, "t", "source_id")
    end, end_joined = end_with_address(target, "t", "target_id")
    order = ", ".join(f"t.{quoted(name)}" for name in key_columns(spec))
    return f"SELECT {start}, {end}, t.* FROM {tables[spec.name]} t {start_joined} {end_joined} ORDER BY {order}"
