"""Turtle, for triple stores and rdflib: a block a resource, no blank nodes."""

import re
from typing import TextIO

from graph.exports.options import Options
from graph.exports.reading import GraphTables
from graph.exports.report import Report
from graph.exports.resources import resources
from graph.exports.saying import Day, Iri, Resource, Term, Value
from graph.exports.vocabulary import vocabulary

_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_SIGN = re.compile(r'[\\"\x00-\x1f\x7f]')


def write_turtle(tables: GraphTables, out: TextIO, options: Options, report: Report) -> None:
    """Write prefixes, then every resource."""
    out.writelines(f"@prefix {name}: <{iri}> .\n" for name, iri in vocabulary().prefixes.items())
    out.writelines(map(_block, resources(tables, options, report)))


def _block(resource: Resource) -> str:
    lines = [f"a {', '.join(resource.classes)}"]
    lines += [f"{term} {', '.join(map(_value, values))}" for term, values in resource.said.items()]
    return f"\n<{resource.iri}> " + " ;\n    ".join(lines) + " .\n"


def _value(value: Value) -> str:
    if isinstance(value, str):
        return f'"{_SIGN.sub(_escape, value)}"'
    match value:
        case Iri(iri):
            return f"<{iri}>"
        case Day(text):
            return f'"{text}"^^xsd:date'
        case Term(term):
            return term
        case bool():
            return "true" if value else "false"
    return f'"{value!r}"^^xsd:double' if isinstance(value, float) else str(value)


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    return _ESCAPED.get(sign) or f"\\u{ord(sign):04X}"
