"""A new graph file beside the old one, in whose place it is put at once when it is whole."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import GraphFileError, LoadError, QueryError, no_room
from graph.index.finding import remove_index

# What follows the name of the graph in those of its logs and locks: .wal, .wal.checkpoint, .checkpoint.apply.lock
_LOGS = frozenset({"wal", "shadow", "tmp", "checkpoint"})

_COMFORT = re.compile(r".*(?:recovered on restart|Original error): ")


@contextmanager
def new_file(path: Path, mark: str) -> Iterator[Path]:
    """Where the new graph grows, beside ``path``; nothing of it is there before, nor afterwards.

    Where the build ``mark`` fails, its index goes as well.
    """
    new = path.with_name(path.name + ".new")
    try:
        new.parent.mkdir(parents=True, exist_ok=True)
        _clear(new)
    except OSError as error:
        raise LoadError(f"{new}: cannot write there ({error}); choose another folder") from error
    try:
        yield new
    except BaseException:
        remove_index(path, mark)
        raise
    finally:
        _clear(new)


@contextmanager
def told(new: Path) -> Iterator[None]:
    """What fails in here is told as what it is, without the engine's comfort about data that is not kept."""
    try:
        yield
    except (QueryError, GraphFileError, OSError) as error:
        reason = _COMFORT.sub("", str(error))
        raise no_room(new.parent, error) or LoadError(
            f"{new}: cannot be written ({reason}); the old graph is kept"
        ) from error


def swap(new: Path, path: Path) -> None:
    """Put ``new`` in the place of ``path``, on the disk itself, before anything else happens."""
    settle(new)
    for log in _logs(path):
        log.unlink(missing_ok=True)
    os.replace(new, path)  # noqa: PTH105 - said as what it is: atomic
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def settle(file: Path) -> None:
    """Have it on the disk itself."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def _clear(new: Path) -> None:
    """Take away a half-made graph with all that LadybugDB keeps beside it: any name that goes on after a dot."""
    for file in list(new.parent.iterdir()):
        if file.name == new.name or file.name.startswith(new.name + "."):
            file.unlink()


def _logs(path: Path) -> list[Path]:
    """What LadybugDB writes beside a graph while it is open for writing; no copy that a person put there."""
    beside = (file for file in path.parent.iterdir() if file.name.startswith(path.name + "."))
    return [file for file in beside if file.name.removeprefix(path.name + ".").split(".")[0] in _LOGS]
