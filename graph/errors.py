"""What can go wrong with a graph, each error with the value that was wrong and the next step."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path


class GraphError(Exception):
    """Anything the graph refuses or cannot do; the message is one line for a person."""


class GraphMissingError(GraphError):
    """There is no graph file yet."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: no graph there yet; run `wartagraf build SOURCE... --into DIR` first")


class IndexMissingError(GraphError):
    """The index that was made with a graph is not there."""

    def __init__(self, path: Path | None) -> None:
        where = (
            f"{path}: the index of this graph is not beside it" if path else "the index of this graph is not at hand"
        )
        super().__init__(f"{where}; run `wartagraf load`, or copy it together with the graph")


class GraphFileError(GraphError):
    """A file that is no graph of ours, or one of another version of it or of LadybugDB."""


class GraphOutdatedError(GraphFileError):
    """A graph file that an earlier version built: it lacks what this one reads."""

    def __init__(self, path: Path, lacking: Sequence[str]) -> None:
        more = f" and {len(lacking) - 1} more" if lacking[1:] else ""
        super().__init__(
            f"{path}: built by an earlier version of Wartagraf (without {lacking[0]}{more}); "
            f"build it anew with `wartagraf load --into {path.parent}`"
        )


class BuildError(GraphError):
    """A build that cannot start."""


class LoadError(GraphError):
    """A build whose graph is not what was staged; the old graph stays in place."""


# A full disk, a quota, a limit to the size of files; a write cut short, or a page read back that found no room.
_FULL = re.compile(r"No space left|quota exceeded|File too large|numBytesWritten: \d|numBytesRead: 0\b")


def no_room(folder: Path, error: Exception | str) -> LoadError | None:
    """The error to tell where ``error`` says that the disk of ``folder`` is full; None where it says something else."""
    if _FULL.search(str(error)):
        return LoadError(f"no room on the disk of {folder}; the old graph is kept, make room and run again")
    return None


class QueryError(GraphError):
    """A query the engine cannot run; the message is the engine's own, in one line."""


class QueryMemoryError(QueryError):
    """A query that ran into a bound of memory."""

    def __init__(self) -> None:
        super().__init__("query stopped: out of memory; ask for less (a LIMIT, a label, a property)")


class QueryTimeoutError(QueryError):
    """A query that ran into its time limit."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"query stopped after {seconds:g} s; ask for less (a LIMIT, a label, a property) or allow more time"
        )


class QueryRefusedError(QueryError):
    """A query that is not a single read-only statement."""


class ParameterError(QueryError):
    """A parameter that is missing, unknown, or of the wrong type."""


class QueryNameError(QueryError):
    """A named query that does not exist."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        names = sorted(known)
        near = get_close_matches(name, names, n=1, cutoff=0.5)
        hint = f"did you mean {near[0]!r}?" if near else "there are: " + ", ".join(names)
        super().__init__(f"no query named {name!r}; {hint}")


class QueryFileError(GraphError):
    """A query file whose comment cannot be read; the message names file and line."""


class ServerMissingError(GraphError):
    """A Neo4j server to try things with cannot be had: Java, Maven or the network are missing."""


class ServerError(GraphError):
    """A Neo4j server that does not start, does not answer, or refuses."""


class NetworkError(GraphError):
    """A network, measure, picture or file of one that cannot be made here; the message says what would help."""


class JudgementError(GraphError):
    """A log of judgements that cannot be read or written; the message names file and line."""


def first_line(words: object) -> str:
    r"""The first line of what an engine says, its blanks made single.

    >>> first_line("Parser  error:\n  at 3")
    'Parser error:'
    """
    return " ".join(str(words).split("\n", 1)[0].split())
