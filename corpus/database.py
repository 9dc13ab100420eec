"""The SQLite file under the store: opened, versioned, and its failures told in words a person can act on."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from corpus.errors import StoreError

SCHEMA = 1

# The next step by the name of SQLite's error; names of extended codes begin with these.
_NEXT_STEPS = {
    "SQLITE_FULL": "the disk is full; free space there and run again, nothing committed is lost",
    "SQLITE_READONLY": "it may not be written; change its permissions or choose another folder",
    "SQLITE_CANTOPEN": "it cannot be opened; check that the folder exists and that you may write in it",
    "SQLITE_PERM": "access is denied; change its permissions or choose another folder",
    "SQLITE_NOTADB": "it is no Wartagraf store; move this file away or choose another folder",
    "SQLITE_CORRUPT": "it is damaged; restore a copy, or move it away and build again",
    "SQLITE_BUSY": "another program is writing to it; wait until that has finished",
    "SQLITE_LOCKED": "another program is writing to it; wait until that has finished",
    "SQLITE_IOERR": "the disk failed; check its space and its health, then run again",
}


class Database:
    """One connection to a store file of this schema version; every failure is a ``StoreError``."""

    def __init__(self, path: Path, *, create: bool) -> None:
        self.path = path
        if not create and not path.exists():
            raise StoreError(f"{path}: no store here; run `wartagraf build SOURCE... --into DIR` first")
        with self._told():
            self._connection = sqlite3.connect(path, timeout=10)
        try:
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def _prepare(self) -> None:
        version = int(self.rows("PRAGMA user_version")[0][0])
        if version > SCHEMA:
            raise StoreError(
                f"{self.path}: made by a newer Wartagraf (store version {version}, this one reads {SCHEMA}); "
                "upgrade Wartagraf or choose another folder"
            )
        self.rows("PRAGMA foreign_keys = ON")
        self.rows("PRAGMA synchronous = NORMAL")
        if version == 0:
            self._found()

    def _found(self) -> None:
        if self.rows("SELECT 1 FROM sqlite_master LIMIT 1"):
            raise StoreError(f"{self.path}: a database of something else; choose another folder")
        schema = (files("corpus") / "schema.sql").read_text("utf-8")
        with self._told():
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.executescript(f"BEGIN; {schema} PRAGMA user_version = {SCHEMA}; COMMIT;")

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[Any]:
        """All rows that ``statement`` gives."""
        with self._told():
            return self._connection.execute(statement, values).fetchall()

    def row(self, statement: str, values: Sequence[Any] = ()) -> Any:
        """The first row that ``statement`` gives, or None."""
        return next(iter(self.rows(statement, values)), None)

    def commit(self) -> None:
        """Make everything since the last commit safe."""
        with self._told():
            self._connection.commit()

    def close(self) -> None:
        """Close the file; what was not committed is lost."""
        with self._told():
            self._connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            name = getattr(error, "sqlite_errorname", "") or ""
            step = next((step for known, step in _NEXT_STEPS.items() if name.startswith(known)), str(error))
            raise StoreError(f"{self.path}: {step}") from error
