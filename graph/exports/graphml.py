"""GraphML, for Gephi, yEd, Cytoscape and NetworkX: one graph, every value an attribute of its type."""

from typing import TextIO

from graph.exports.elements import CLASS, Element, attributes, elements, too_many, xml
from graph.exports.options import Options
from graph.exports.reading import GraphTables
from graph.exports.report import Report

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""


def write_graphml(tables: GraphTables, out: TextIO, options: Options, report: Report) -> None:
    """Write nodes, then edges; the attribute ``label`` is what Gephi writes beside a node."""
    nodes = [spec for spec in tables.specs() if not spec.pair]
    edges = [spec for spec in tables.specs() if spec.pair]
    too_many(tables, report)
    out.write(_HEAD)
    out.writelines(_keys("node", {"label": "string", **attributes(nodes)}))
    out.writelines(_keys("edge", attributes(edges)))
    out.write('<graph edgedefault="directed">\n')
    for spec in nodes + edges:
        for element in elements(tables, spec, options, report):
            out.write(_drawn(element, report))
    out.write("</graph>\n</graphml>\n")


def _keys(of: str, types: dict[str, str]) -> list[str]:
    return [
        f'<key id="{of[0]}.{name}" for="{of}" attr.name="{name}" attr.type="{type_}"/>\n'
        for name, type_ in types.items()
    ]


def _drawn(element: Element, report: Report) -> str:
    data = {CLASS: element.kind, **element.values}
    if len(element.ends) == 1:
        opening, of = f'<node id="{xml(element.ends[0], report)}">', "node"
        data = {"label": element.caption, **data}
    else:
        source, target = (xml(end, report) for end in element.ends)
        opening, of = f'<edge source="{source}" target="{target}">', "edge"
    values = "".join(f'<data key="{of[0]}.{name}">{xml(value, report)}</data>' for name, value in data.items())
    return f"{opening}{values}</{of}>\n"
