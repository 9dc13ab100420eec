"""What a query may have meant by a name that the graph has not."""

import re
from difflib import get_close_matches

from graph.schema import EDGES, NODES

_UNKNOWN = re.compile(r"Table (?P<table>\w+) does not exist|Cannot find property (?P<property>\w+) for")


def hint(complaint: str) -> str:
    """What the engine's complaint about an unknown label, edge or property leaves to say; "" for any other.

    >>> hint("Binder exception: Table Regulatio does not exist.")
    "did you mean 'Regulation'?"
    >>> hint("Binder exception: Cannot find property judul for r.")
    'the README lists the properties, under "The graph"'
    """
    found = _UNKNOWN.search(complaint)
    if not found:
        return ""
    tables = [*(node.label for node in NODES), *(edge.type for edge in EDGES)]
    properties = {p.name for node in NODES for p in node.properties} | {
        p.name for edge in EDGES for p in edge.properties
    }
    known = sorted(properties) if found["property"] else tables
    near = get_close_matches(found["table"] or found["property"], known, n=1, cutoff=0.6)
    if near:
        return f"did you mean {near[0]!r}?"
    return (
        'the README lists the properties, under "The graph"' if found["property"] else f"there are {', '.join(tables)}"
    )
