"""Answers as tables: for the terminal, for a program (JSON), for a spreadsheet (CSV)."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import rich.box
import rich.table
from rich.console import Console
from rich.measure import Measurement
from rich.text import Text

# A spreadsheet takes a cell that starts so for a formula, or strips it to one.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDE = 1_000_000  # characters a line, where no terminal sets a limit
_FEW = 4  # columns that are drawn as a table however narrow the terminal


@dataclass(frozen=True, slots=True)
class Table:
    """What a query answered.

    Attributes:
        columns: Names of the columns.
        rows: One tuple a row; strings, numbers, truth values, None, lists and dicts of them.
        cut: Whether there were more rows than the limit allowed.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    cut: bool = False

    def __len__(self) -> int:
        return len(self.rows)

    def __bool__(self) -> bool:
        return bool(self.rows)

    def dicts(self) -> Iterator[dict[str, Any]]:
        """Each row as a dict by column."""
        for row in self.rows:
            yield dict(zip(self.columns, row, strict=True))

    def to_json(self) -> str:
        """A JSON list of objects, one a row; what JSON has no type for (a day) is written as text."""
        return json.dumps(list(self.dicts()), ensure_ascii=False, indent=2, default=str)

    def to_csv(self) -> str:
        """CSV with a header line; a cell that a spreadsheet would run as a formula starts with an apostrophe."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([_safe(name) for name in self.columns])
        writer.writerows([_safe(value) for value in row] for row in self.rows)
        return out.getvalue()

    def print_to(self, console: Console) -> None:
        """Draw the table; a row too wide for the terminal becomes a block of lines, and no word is cut off."""
        drawn = self._drawn()
        needed = Measurement.get(console, console.options.update(width=_WIDE), drawn).maximum
        if not console.is_terminal:
            Console(file=console.file, width=needed).print(drawn)
        elif needed <= console.width or len(self.columns) <= _FEW:
            console.print(drawn)
        else:
            for row in self.rows:
                console.print(_block(self.columns, row))

    def _drawn(self) -> rich.table.Table:
        drawn = rich.table.Table(box=rich.box.SIMPLE, pad_edge=False)
        for name in self.columns:
            drawn.add_column(name, overflow="fold")
        for row in self.rows:
            drawn.add_row(*(Text(_shown(value)) for value in row))
        return drawn


def _block(columns: tuple[str, ...], row: tuple[Any, ...]) -> rich.table.Table:
    """One row as lines of name and value; what is empty is left out."""
    block = rich.table.Table.grid(padding=(0, 2))
    for name, value in zip(columns, row, strict=True):
        if _shown(value):
            block.add_row(Text(name, style="dim"), Text(_shown(value), overflow="fold"))
    block.add_row()
    return block


def _safe(value: Any) -> Any:
    """A cell for a spreadsheet; numbers stay numbers."""
    if value is None or isinstance(value, bool | int | float):
        return value
    text = _shown(value)
    safe = f"'{text}" if text.startswith(_FORMULA) else text
    return safe.replace("\r\n", "\n").replace("\r", "\n")  # a lone return would end the row


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list) and not any(isinstance(item, list | dict) for item in value):
        return ", ".join(map(str, value))
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)
