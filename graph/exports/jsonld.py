"""JSON-LD, for the web and for programs that read JSON: one document, one resource a line.

The words of schema.org stand bare (``"text"``, ``"spokenByCharacter"``), others with their prefix. Every line between
the first and the last is a JSON object, with a comma behind it but for the last one: who reads lines need not hold the
whole.
"""

import json
from typing import Any, TextIO

from graph.exports.options import Options
from graph.exports.reading import GraphTables
from graph.exports.report import Report
from graph.exports.resources import resources
from graph.exports.saying import Day, Iri, Resource, Term, Value
from graph.exports.vocabulary import vocabulary

_BARE = "schema"  # the prefix whose words stand bare


def write_jsonld(tables: GraphTables, out: TextIO, options: Options, report: Report) -> None:
    """Write the context, then every resource as a line of ``@graph``."""
    prefixes = vocabulary().prefixes
    context = {"@vocab": prefixes[_BARE], **prefixes}
    out.write(f'{{"@context": {json.dumps(context)}, "@graph": [')
    separator = "\n"
    for resource in resources(tables, options, report):
        out.write(separator + json.dumps(_object(resource), ensure_ascii=False))
        separator = ",\n"
    out.write("\n]}\n")


def _object(resource: Resource) -> dict[str, Any]:
    told = {_bare(term): [_value(value) for value in values] for term, values in resource.said.items()}
    single = {term: values[0] if len(values) == 1 else values for term, values in told.items()}
    return {"@id": resource.iri, "@type": list(map(_bare, resource.classes)), **single}


def _bare(term: str) -> str:
    return term.removeprefix(f"{_BARE}:")


def _value(value: Value) -> Any:
    match value:
        case Iri(iri):
            return {"@id": iri}
        case Term(term):
            return {"@id": term}
        case Day(text):
            return {"@type": "xsd:date", "@value": text}
        case float():
            return {"@type": "xsd:double", "@value": repr(value)}
        case _:
            return value
