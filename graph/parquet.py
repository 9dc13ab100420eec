"""Staged rows as Parquet files, which LadybugDB copies in bulk."""

from collections.abc import Sequence
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


class ParquetFile:
    """The Parquet file of one table in a folder, written in groups of rows; ``count`` is how many it has."""

    def __init__(self, spec: TableSpec, folder: Path) -> None:
        self.spec = spec
        self.path = folder / f"{spec.name.replace(':', '-')}.parquet"
        self.count = 0
        self._schema = pa.schema([(p.name, _ARROW[p.type]) for p in spec.columns])
        self._rows: list[Sequence[Any]] = []
        self._limit = _FEW if spec.name == "Article" else _BUFFER
        self._writer = pq.ParquetWriter(self.path, self._schema, compression="lz4")

    def add(self, values: Sequence[Any]) -> None:
        """Take in one row, in the order of the table's columns."""
        self._rows.append(values)
        if len(self._rows) >= self._limit:
            self._flush()

    def close(self) -> None:
        """Write what is left; nothing the second time."""
        if self._writer.is_open:
            self._flush()
            self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            columns = zip(*self._rows, strict=True)
            arrays = [pa.array(c, type=f.type) for c, f in zip(columns, self._schema, strict=True)]
            self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
            self.count += len(self._rows)
            self._rows = []
