"""Answers as tables: for the terminal, for a program (JSON), for a spreadsheet (CSV)."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rich.console import Console

from graph.drawing import draw, shown

# A spreadsheet takes a cell that starts so for a formula, or strips it to one.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


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
        """Draw the rows for people."""
        draw(self.columns, self.rows, console)


def _safe(value: Any) -> Any:
    """A cell for a spreadsheet; numbers stay numbers."""
    if value is None or isinstance(value, bool | int | float):
        return value
    text = shown(value)
    safe = f"'{text}" if text.startswith(_FORMULA) else text
    return safe.replace("\r\n", "\n").replace("\r", "\n")  # a lone return would end the row
