"""The graph for other programs: tables, networks, linked data, entities, annotations.

>>> from graph.exports import FORMATS, Selection, export_graph
>>> sorted(FORMATS)[:3]
['annotations', 'csv', 'ftm']
"""

from graph.exports.errors import ExportError
from graph.exports.exporting import export_graph
from graph.exports.formats import FORMATS
from graph.exports.options import BASE, Options
from graph.exports.report import Report
from graph.exports.selecting import Selection

__all__ = ["BASE", "FORMATS", "ExportError", "Options", "Report", "Selection", "export_graph"]
