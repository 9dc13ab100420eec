"""One CSV file a table, safe to open in a spreadsheet: no cell is run as a formula.

A cell reads as ``wartagraf ask --csv`` would write it: an apostrophe goes before what a spreadsheet would run, the
parts of a list are joined by a comma and a blank. UTF-8, with the mark by which Excel knows it.
"""

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow.csv import CSVWriter

from graph.exports.options import Options
from graph.exports.reading import GraphTables
from graph.exports.report import Report
from graph.layout import TableSpec

_MARK = b"\xef\xbb\xbf"
_FORMULA = r"^[=+\-@\t\r]"
_LONGEST = 32_767  # characters that a cell of Excel takes
_TOO_LONG = f"cells longer than the {_LONGEST:,} characters that Excel shows"


def write_csv(tables: GraphTables, spec: TableSpec, path: Path, options: Options, report: Report) -> None:
    """Write a table, its rows in the order of its key."""
    batches = tables.batches(tables.sorted(spec, texts=options.texts))
    cells = pa.schema([(field.name, _cell_type(field.type)) for field in batches.schema])
    report.written[spec.name] += 0
    with path.open("wb") as out:
        out.write(_MARK)
        with CSVWriter(out, cells) as writer:
            for batch in batches:
                columns = [spreadsheet_cells(column) for column in batch.columns]
                writer.write_batch(pa.record_batch(columns, schema=cells))
                report.left[_TOO_LONG] += sum(map(_long, columns))
                report.written[spec.name] += len(batch)
                report.tell()


def spreadsheet_cells(column: pa.Array) -> pa.Array:
    """Values as cells of a spreadsheet; numbers and truth values stay what they are."""
    if pa.types.is_list(column.type):
        column = pc.binary_join(column.cast(pa.list_(pa.string())), ", ")
    if not pa.types.is_string(column.type):
        return column
    runs = pc.match_substring_regex(column, _FORMULA)
    safe = pc.if_else(runs, pc.binary_join_element_wise("'", column, ""), column)
    return pc.replace_substring(pc.replace_substring(safe, "\r\n", "\n"), "\r", "\n")


def _cell_type(type_: pa.DataType) -> pa.DataType:
    return pa.string() if pa.types.is_list(type_) else type_


def _long(column: pa.Array) -> int:
    if not pa.types.is_string(column.type):
        return 0
    return int(pc.sum(pc.greater(pc.utf8_length(column), _LONGEST)).as_py() or 0)
