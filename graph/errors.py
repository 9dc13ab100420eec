"""What can go wrong with a graph, each error with the value that was wrong and the next step."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path


class GraphError(Exception):
    """Anything the graph refuses or cannot do; the message is one line for a person."""


class GraphMissingError(GraphError):
    """There is no graph file yet."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: no graph there yet; run `wartagraf build SOURCE... --into DIR` first")


class GraphFileError(GraphError):
    """A file that is no graph of ours, or one of another version of LadybugDB."""


class BuildError(GraphError):
    """A build that cannot start."""


class LoadError(GraphError):
    """A build whose graph is not what was staged; the old graph stays in place."""


class QueryError(GraphError):
    """A query the engine cannot run; the message is the engine's own, in one line."""


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
