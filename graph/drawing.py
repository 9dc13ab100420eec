"""Answers drawn for people: a table where it fits, a block a row where not; statements always as blocks."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import rich.box
import rich.table
from rich.console import Console
from rich.measure import Measurement
from rich.padding import Padding
from rich.text import Text

from graph.speakers import speaker_words

_WIDE = 1_000_000  # characters a line, where no terminal sets a limit
_READABLE = 100  # characters a line of running text, however wide the terminal
_FEW = 5  # columns that are drawn as a table however narrow the terminal
_LONG = 120  # characters from which a value has a line of its own

# A statement is told in this order; its ids serve programs, and only its own leads on: `wartagraf ask statement --id`.
_SAID = {"speaker", "post", "words", "title", "outlet", "date", "url"}
_UNTOLD = {"article", "speaker_id", "speaker_kind", "institution_id", "spans", "cue", "source"}


def draw(columns: Sequence[str], rows: Iterable[Sequence[Any]], console: Console) -> None:
    """Print ``rows``; no word is cut off, and where no terminal sets a limit no line is folded."""
    if {"speaker", "words"} <= set(columns):
        for row in rows:
            _draw_statement(dict(zip(columns, row, strict=True)), console)
        return
    rows = list(rows)
    drawn = _table(columns, rows)
    needed = Measurement.get(console, console.options.update(width=_WIDE), drawn).maximum
    if not console.is_terminal:
        Console(file=console.file, width=needed).print(drawn)
    elif needed <= console.width or len(columns) <= _FEW:
        console.print(drawn)
    else:
        for row in rows:
            console.print(_block(columns, row))


def shown(value: Any) -> str:
    """A value as text: a list by its parts, what is nested as JSON, nothing as nothing."""
    if value is None:
        return ""
    if isinstance(value, list | tuple) and not any(isinstance(item, list | dict) for item in value):
        return ", ".join(map(str, value))
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def _drawn(value: Any) -> Text:
    """A value for people: of a share four digits tell enough."""
    return Text(f"{value:.4g}" if isinstance(value, float) else shown(value))


def _draw_statement(row: dict[str, Any], console: Console) -> None:
    """Who, the words, where they stand, and what else the answer has, a line each."""
    told = {name: shown(value) for name, value in row.items() if name not in _UNTOLD and shown(value)}
    words = told.get("words", "")
    if direct := told.get("mode") == "direct":
        del told["mode"]  # the quotation marks tell it
    lead = Text(speaker_words(told.get("speaker", "")), style="bold")
    lead.append(f", {told['post']}" if "post" in told else "", style="not bold")
    console.print(lead, soft_wrap=not console.is_terminal)
    _draw_line(f"“{words}”" if direct else words, console)
    _draw_line(" · ".join(told[name] for name in ("title", "outlet", "date") if name in told), console, style="dim")
    if "url" in told:
        console.print(Text(f"  {told['url']}", style="dim"), soft_wrap=True)  # whole, to be copied or clicked
    for line in _rest(told):
        _draw_line(line, console, style="dim")
    console.print()


def _rest(told: dict[str, str]) -> Iterator[str]:
    """The remaining values with their names: the short ones in one line, then the long ones, then the id."""
    rest = {name: value for name, value in told.items() if name not in _SAID and name != "statement"}
    parts = {name: f"{name.replace('_', ' ')}: {value}" for name, value in rest.items()}
    yield " · ".join(part for part in parts.values() if len(part) < _LONG)
    yield from (part for part in parts.values() if len(part) >= _LONG)
    yield f"statement: {told['statement']}" if "statement" in told else ""


def _draw_line(line: str, console: Console, *, style: str = "") -> None:
    if not line:
        return
    if console.is_terminal:
        console.print(Padding(Text(line, style=style, overflow="fold"), (0, 0, 0, 2)), width=_width(console))
    else:
        console.print(Text(f"  {line}"), soft_wrap=True)


def _width(console: Console) -> int:
    return min(console.width, _READABLE)


def _table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> rich.table.Table:
    drawn = rich.table.Table(box=rich.box.SIMPLE, pad_edge=False)
    for name in columns:
        drawn.add_column(name, overflow="fold", style=_style(name))
    for row in rows:
        drawn.add_row(*map(_drawn, row))
    return drawn


def _block(columns: Sequence[str], row: Sequence[Any]) -> rich.table.Table:
    """One row as lines of name and value; what is empty is left out."""
    block = rich.table.Table.grid(padding=(0, 2))
    for name, value in zip(columns, row, strict=True):
        if shown(value):
            block.add_row(Text(name, style="dim"), Text(shown(value), style=_style(name), overflow="fold"))
    block.add_row()
    return block


def _style(column: str) -> str:
    return "dim" if column == "id" or column.endswith("_id") else ""
