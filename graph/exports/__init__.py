"""The graph for other programs: tables, networks, linked data, entities, annotations.

>>> from graph.exports import FORMATS, Selection, export_graph
>>> sorted(FORMATS)[:3]
['annotations', 'csv', 'ftm']
"""

from typing import TYPE_CHECKING

from corpus.lazily import lazily

if TYPE_CHECKING:
    from graph.exports.errors import ExportError
    from graph.exports.exporting import export_graph
    from graph.exports.formats import FORMATS
    from graph.exports.options import BASE, Options
    from graph.exports.report import Report
    from graph.exports.selecting import Selection
else:
    __getattr__ = lazily(
        __name__,
        {
            "graph.exports.errors": ["ExportError"],
            "graph.exports.exporting": ["export_graph"],
            "graph.exports.formats": ["FORMATS"],
            "graph.exports.options": ["BASE", "Options"],
            "graph.exports.report": ["Report"],
            "graph.exports.selecting": ["Selection"],
        },
    )

__all__ = ["BASE", "FORMATS", "ExportError", "Options", "Report", "Selection", "export_graph"]
