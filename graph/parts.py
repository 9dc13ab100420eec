"""The parts of a graph in the making: rows as articles give them, in a folder a share of them, one file a table."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from corpus.article import Article
from graph.layout import tables
from graph.parquet import ParquetFile
from graph.rows import Row
from graph.sketches import SKETCHES, sketches_of

_BATCH = 100  # articles whose rows go on together; more takes no less time, by measurement


class Parts:
    """Writes the rows of a share of the articles to files in ``folder``, which it makes."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self._folder = folder
        self._specs = {spec.name: spec for spec in (*tables(), SKETCHES)}
        self._files: dict[str, ParquetFile] = {}
        self._rows: defaultdict[str, list[Sequence[Any]]] = defaultdict(list)
        self._compared: list[Article] = []
        self._held = 0

    def add(self, rows: Iterable[Row], compared: Article | None = None) -> None:
        """Take in rows of any tables, and the article they come from where it may repeat others."""
        for table, values in rows:
            self._rows[table].append(values)
        if compared:
            self._compared.append(compared)
        self._held += 1
        if self._held >= _BATCH:
            self._hand_on()

    def close(self) -> None:
        """Write what is left; nothing the second time."""
        self._hand_on()
        for file in self._files.values():
            file.close()

    def _hand_on(self) -> None:
        texts = [article.text for article in self._compared]
        sketches = zip(self._compared, sketches_of(texts), strict=True)
        self._rows[SKETCHES.name] += [(article.id, own) for article, own in sketches if own]
        for table, rows in self._rows.items():
            if rows:
                self._file(table).add(rows)
        self._rows.clear()
        self._compared = []
        self._held = 0

    def _file(self, table: str) -> ParquetFile:
        if table not in self._files:
            self._files[table] = ParquetFile(self._specs[table], self._folder / _plain(table))
        return self._files[table]


def part_files(folders: Iterable[Path], table: str) -> list[Path]:
    """The files with the rows of this table, in the order of the folders."""
    return [file for folder in folders if (file := folder / _plain(table)).exists()]


def _plain(table: str) -> str:
    return f"{table.replace(':', '-')}.parquet"
