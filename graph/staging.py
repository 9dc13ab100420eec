"""Rows on their way into a graph: collected on disk, merged, one Parquet file a table. Memory stays bounded.

Rows that belong to one article go straight to their file. Rows that several articles share are merged in a
SQLite file, by rules that give the same result in any order.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from corpus.article import Article
from graph.errors import LoadError
from graph.layout import TableSpec, tables
from graph.repeats import Repeats
from graph.rows import Row
from graph.schema import Merge, Property, Type

_BUFFER = 20_000  # rows held before they go to disk
_LARGEST = 2**63 - 1

_SQLITE = {Type.STRING: "TEXT", Type.INTEGER: "INTEGER", Type.FLOAT: "REAL", Type.BOOLEAN: "INTEGER"}
_REPEATS = "REPEATS:{label}:{label}"


class Staging:
    """Collects the rows of many articles in ``folder``; ``finish`` leaves one Parquet file a table there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with self._told():
            folder.mkdir(parents=True)
            self._begin(folder)

    def _begin(self, folder: Path) -> None:
        from graph.parquet import ParquetFile  # noqa: PLC0415 - pyarrow takes a quarter of a second, questions do without

        self._database = sqlite3.connect(folder / "staging.sqlite", isolation_level=None)
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-65536", "temp_store=FILE"):
            self._database.execute(f"PRAGMA {pragma}")
        self._database.execute("CREATE TABLE seen(article TEXT PRIMARY KEY) WITHOUT ROWID")
        self._database.execute("BEGIN")
        self._repeats = Repeats(self._database)
        self._files = {spec.name: ParquetFile(spec, folder) for spec in tables()}
        self._merged = {spec.name: _Merged(spec, self._database) for spec in tables() if not spec.of.owned}

    def add(self, article: Article, rows: Iterable[Row], *, counts: bool = True) -> bool:
        """Take in the rows of ``article``; False where its id has been taken in before.

        An article that does not count, as another took its place, repeats none and is repeated by none.

        Raises:
            LoadError: They cannot be written.
        """
        found = _all_sound([_storable(row) for row in rows])
        with self._told():
            seen = self._database.execute("INSERT OR IGNORE INTO seen VALUES (?)", (_sound(article.id),))
            if not seen.rowcount:
                return False
            for table, values in found:
                (self._merged.get(table) or self._files[table]).add(values)
            if counts:
                self._repeats.add(_sound(article.id), article.date, article.text, _statements(found))
        return True

    def rules(self) -> frozenset[str]:
        """The ids of all rules that have been taken in."""
        with self._told():
            return frozenset(str(values[0]) for values in self._merged["Regulation"].rows())

    def add_shared(self, rows: Iterable[Row]) -> None:
        """Take in rows of tables that articles share, which come from no article.

        Raises:
            LoadError: They cannot be written.
        """
        with self._told():
            for table, values in rows:
                self._merged[table].add(values)

    def finish(self) -> Iterator[tuple[TableSpec, Path, int]]:
        """Write what is left, and give every table with its file and its number of rows; nodes first.

        Raises:
            LoadError: They cannot be written.
        """
        with self._told():
            for name, merged in self._merged.items():
                for values in merged.rows():
                    self._files[name].add(values)
            for label, links in (("Article", self._repeats.articles()), ("Statement", self._repeats.statements())):
                for link in links:
                    self._files[_REPEATS.format(label=label)].add(link)
            for file in self._files.values():
                file.close()
        yield from ((file.spec, file.path, file.count) for file in self._files.values())

    def close(self) -> None:
        """Let go of the files."""
        with self._told():
            for file in self._files.values():
                file.close()
            self._database.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What fails in here is told as what it is: no place to write."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            raise LoadError(
                f"{self._folder}: cannot write there ({error}); make room or choose another folder"
            ) from error


class _Merged:
    """One table of shared rows: rows with the same key become one, property by property."""

    def __init__(self, spec: TableSpec, database: sqlite3.Connection) -> None:
        self._database = database
        self._select = f'SELECT * FROM "{spec.name}"'  # noqa: S608 - names come from the schema
        self._insert = _upsert(spec)
        self._rows: list[Sequence[Any]] = []
        self._truths = frozenset(n for n, p in enumerate(spec.columns) if p.type is Type.BOOLEAN)
        columns = ", ".join(f'"{p.name}" {_SQLITE[p.type]}' for p in spec.columns)
        key = ", ".join(spec.key)
        database.execute(f'CREATE TABLE "{spec.name}"({columns}, PRIMARY KEY({key})) WITHOUT ROWID')

    def add(self, values: Sequence[Any]) -> None:
        self._rows.append(values)
        if len(self._rows) >= _BUFFER:
            self._flush()

    def rows(self) -> Iterator[Sequence[Any]]:
        self._flush()
        for values in self._database.execute(self._select):
            yield self._with_truths(values) if self._truths else values

    def _with_truths(self, values: Sequence[Any]) -> Sequence[Any]:
        """``values`` with truth values for the numbers that SQLite keeps of them."""
        return [bool(v) if n in self._truths and v is not None else v for n, v in enumerate(values)]

    def _flush(self) -> None:
        self._database.executemany(self._insert, self._rows)
        self._rows = []


def _statements(rows: Iterable[Row]) -> list[tuple[str, str]]:
    """The statements among ``rows``: their ids and words."""
    return [(str(values[0]), str(values[1])) for table, values in rows if table == "Statement"]


def _upsert(spec: TableSpec) -> str:
    marks = ", ".join("?" * len(spec.columns))
    changes = ", ".join(f'"{p.name}" = {_merging(p)}' for p in spec.columns if p.name not in spec.key)
    action = f"UPDATE SET {changes}" if changes else "NOTHING"
    return f'INSERT INTO "{spec.name}" VALUES ({marks}) ON CONFLICT({", ".join(spec.key)}) DO {action}'  # noqa: S608


def _merging(column: Property) -> str:
    """The SQL that makes one value of two; "" and NULL are no values."""
    old, new = f'"{column.name}"', f'excluded."{column.name}"'
    match column.merge:
        case Merge.SUM:
            return f"{old} + {new}"
        case Merge.MIN:
            return f"coalesce(min(nullif({old}, ''), nullif({new}, '')), nullif({old}, ''), {new})"
        case Merge.MAX:
            return f"max({old}, {new})"
        case Merge.LONGEST:
            return f"CASE WHEN (length({new}), {new}) > (length({old}), {old}) THEN {new} ELSE {old} END"


def _storable(row: Row) -> Row:
    """``row`` without whole numbers that no column holds: what is too large to be true is not known."""
    large = [type(value) is int and not -_LARGEST <= value <= _LARGEST for value in row.values]
    if not any(large):
        return row
    return Row(row.table, tuple(None if lost else value for lost, value in zip(large, row.values, strict=True)))


def _all_sound(rows: list[Row]) -> list[Row]:
    """The rows, with half characters (lone surrogates, which no database stores) made question marks."""
    words = "".join(value for row in rows for value in row.values if isinstance(value, str))
    if _sound(words) == words:
        return rows
    return [Row(r.table, tuple(_sound(v) if isinstance(v, str) else v for v in r.values)) for r in rows]


def _sound(text: str) -> str:
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
