"""NetworkX's fast backends: used where they are installed, work, and know how; else NetworkX itself."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import networkx as nx

FASTEST = ("cugraph", "graphblas", "parallel")
"""Backends by the name NetworkX gives them, the fastest first: nx-cugraph, graphblas-algorithms, nx-parallel."""

_log = logging.getLogger(__name__)


@cache
def working_backends() -> tuple[str, ...]:
    """The installed backends that work with this NetworkX, the fastest first.

    One that was made for another version often fails where it is loaded; it is left out, and a warning logged.
    """
    return tuple(name for name in FASTEST if name in nx.config.backends and _works(name))


@contextmanager
def fast() -> Iterator[None]:
    """Within it, NetworkX hands to a fast backend what one can do; the caller's own choice of backends goes first."""
    chosen = nx.config.backend_priority.algos or list(working_backends())
    with nx.config(backend_priority=chosen):
        yield


def _works(name: str) -> bool:
    try:
        with nx.config(backend_priority=[name]):
            return int(nx.number_of_isolates(nx.Graph([(0, 1)]))) == 0  # each of them has it; loads the backend
    except (ImportError, AttributeError, OSError) as error:
        _log.warning("NetworkX backend %s is installed but does not load (%s); left aside", name, error)
        return False
