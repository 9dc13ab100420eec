"""Rows of the graph as Parquet files, which LadybugDB and DuckDB read in bulk."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from graph.layout import TableSpec
from graph.schema import Type

_BUFFER = 20_000  # rows held before they go to disk
_FEW = 1_000  # the same for articles, which carry their text

_ARROW: dict[Type, pa.DataType] = {
    Type.STRING: pa.string(),
    Type.INTEGER: pa.int64(),
    Type.FLOAT: pa.float64(),
    Type.BOOLEAN: pa.bool_(),
    Type.STRINGS: pa.list_(pa.string()),
    Type.INTEGERS: pa.list_(pa.int64()),
}


def is_plain(path: Path) -> bool:
    """Whether readers of many files take this path for what it is, and not for a pattern."""
    return not any(sign in str(path) for sign in "*?[\\'")


class ParquetFile:
    """A Parquet file of rows of one table, written in groups of rows; there is none as long as it has no rows.

    Half characters (lone surrogates, which no database stores) become question marks.
    """

    def __init__(self, spec: TableSpec, path: Path) -> None:
        self.path = path
        self._schema = pa.schema([(p.name, _ARROW[p.type]) for p in spec.columns])
        self._rows: list[Sequence[Any]] = []
        self._limit = _FEW if spec.name == "Article" else _BUFFER
        self._writer: pq.ParquetWriter | None = None

    def add(self, rows: Iterable[Sequence[Any]]) -> None:
        """Take in rows, each in the order of the table's columns."""
        self._rows.extend(rows)
        if len(self._rows) >= self._limit:
            self._flush()

    def close(self, *, empty: bool = False) -> None:
        """Write what is left; nothing the second time. With ``empty`` there is a file also where there are no rows."""
        self._flush()
        if empty:
            self._open()
        if self._writer and self._writer.is_open:
            self._writer.close()

    def _flush(self) -> None:
        if not self._rows:
            return
        columns = zip(*self._rows, strict=True)
        arrays = [_array(column, field.type) for column, field in zip(columns, self._schema, strict=True)]
        self._rows = []
        self._open().write_table(pa.Table.from_arrays(arrays, schema=self._schema))

    def _open(self) -> pq.ParquetWriter:
        if self._writer is None:
            told: dict[str, Any] = {"compression": "lz4", "use_dictionary": False, "write_statistics": False}
            self._writer = pq.ParquetWriter(self.path, self._schema, **told)
        return self._writer


def _array(column: Sequence[Any], type_: pa.DataType) -> pa.Array:
    try:
        return pa.array(column, type=type_)
    except UnicodeEncodeError:
        return pa.array([_sound(value) for value in column], type=type_)


def _sound(value: Any) -> Any:
    if isinstance(value, str):
        return sound(value)
    return [_sound(part) for part in value] if isinstance(value, list | tuple) else value


def sound(text: str) -> str:
    r"""``text`` with question marks for half characters.

    >>> sound("Ka\ud800ta")
    'Ka?ta'
    """
    return text.encode("utf-8", "replace").decode("utf-8")
