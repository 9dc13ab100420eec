"""The SQLite file under the store: opened, versioned, and its failures told in words a person can act on."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from corpus.errors import StoreError

SCHEMA = 3

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

    def __init__(self, path: Path, *, create: bool, read_only: bool = False) -> None:
        self.path = path
        if not create and not path.exists():
            raise self._missing()
        with self._told():
            self._connection = _connect_to_read(path) if read_only else sqlite3.connect(path, timeout=10)
        try:
            self._prepare(read_only)
        except BaseException:
            self._connection.close()
            raise

    def _missing(self) -> StoreError:
        return StoreError(f"{self.path}: no store here; run `wartagraf build SOURCE... --into DIR` first")

    def _prepare(self, read_only: bool) -> None:
        version = int(self.rows("PRAGMA user_version")[0][0])
        if version > SCHEMA:
            raise StoreError(
                f"{self.path}: made by a newer Wartagraf (store version {version}, this one reads {SCHEMA}); "
                "upgrade Wartagraf or choose another folder"
            )
        self.rows("PRAGMA foreign_keys = ON")
        self.rows("PRAGMA synchronous = NORMAL")
        if version == 0:
            self._found(read_only)
        elif version < SCHEMA:
            self._upgrade(version, read_only)

    def _found(self, read_only: bool) -> None:
        if self.rows("SELECT 1 FROM sqlite_master LIMIT 1"):
            raise StoreError(f"{self.path}: a database of something else; choose another folder")
        if read_only:
            raise self._missing()
        schema = (files("corpus") / "schema.sql").read_text("utf-8")
        with self._told():
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.executescript(f"BEGIN; {schema} PRAGMA user_version = {SCHEMA}; COMMIT;")

    def _upgrade(self, version: int, read_only: bool) -> None:
        """Bring an older store to this version, a step a file ``upgrade_to_N.sql``."""
        if read_only:
            raise StoreError(f"{self.path}: made by an older Wartagraf; run `wartagraf build` with its folder once")
        for step in range(version + 1, SCHEMA + 1):
            statements = (files("corpus") / f"upgrade_to_{step}.sql").read_text("utf-8")
            with self._told():
                self._connection.executescript(f"BEGIN; {statements} PRAGMA user_version = {step}; COMMIT;")

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


def _connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection that cannot write, also on a disk where SQLite cannot make the files it keeps beside ``path``.

    Without those files nobody can be writing there, unless a log of what was written last is left behind:
    then the failure stands, for the file alone would tell less than was committed.
    """
    address = f"{path.absolute().as_uri()}?mode=ro"
    connection = sqlite3.connect(address, uri=True, timeout=10)
    try:
        connection.execute("PRAGMA user_version")
    except sqlite3.Error as error:
        connection.close()
        if error.sqlite_errorname != "SQLITE_CANTOPEN" or path.with_name(f"{path.name}-wal").exists():
            raise
        return sqlite3.connect(f"{address}&immutable=1", uri=True)
    return connection
