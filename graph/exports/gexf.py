"""GEXF 1.3, for Gephi and its timeline: statements, articles, their edges and posts have dates.

A statement stands from and to the day of its article, a post (HOLDS) from the first to the last day that a dated
article tells of it, which is not the term of the post. What has no date is always there.
"""

from itertools import chain
from typing import TextIO

from graph.exports.elements import CLASS, Element, attributes, elements, too_many, xml
from graph.exports.options import Options
from graph.exports.reading import GraphTables
from graph.exports.report import Report

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>Wartagraf</creator></meta>
<graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval">
"""


def write_gexf(tables: GraphTables, out: TextIO, options: Options, report: Report) -> None:
    """Write nodes, then edges; the kind of an edge is its type, so that several may join the same two nodes."""
    nodes = [spec for spec in tables.specs() if not spec.pair]
    edges = [spec for spec in tables.specs() if spec.pair]
    too_many(tables, report)
    out.write(_HEAD)
    for of, specs in (("node", nodes), ("edge", edges)):
        types = attributes(specs)
        out.write(f'<attributes class="{of}">\n')
        out.writelines(f'<attribute id="{n}" title="{n}" type="{type_}"/>\n' for n, type_ in types.items())
        out.write("</attributes>\n")
    for of, specs in (("node", nodes), ("edge", edges)):
        out.write(f"<{of}s>\n")
        found = chain.from_iterable(elements(tables, spec, options, report) for spec in specs)
        out.writelines(_drawn(element, number, report) for number, element in enumerate(found))
        out.write(f"</{of}s>\n")
    out.write("</graph>\n</gexf>\n")


def _drawn(element: Element, number: int, report: Report) -> str:
    days = {"start": element.since, "end": element.until}
    told = {name: value for name, value in days.items() if value}
    if len(element.ends) == 1:
        of, told = "node", {"id": element.ends[0], "label": element.caption, **told}
    else:
        source, target = element.ends
        ends = {"source": source, "target": target}
        of, told = "edge", {"id": str(number), **ends, "kind": element.kind, "label": element.kind, **told}
    head = " ".join(f'{name}="{xml(value, report)}"' for name, value in told.items())
    data = {CLASS: element.kind, **element.values}
    values = "".join(f'<attvalue for="{name}" value="{xml(value, report)}"/>' for name, value in data.items())
    return f"<{of} {head}><attvalues>{values}</attvalues></{of}>\n"
