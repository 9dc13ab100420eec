"""Networks as files for Gephi, Cytoscape, yEd and the like."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import networkx as nx

from graph.drawing import shown
from graph.errors import NetworkError
from graph.networks.answers import caption
from graph.networks.measures import Network

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_network(network: Network, path: Path) -> None:
    """Write ``network`` to ``path``, whose name ends with .graphml or .gexf.

    ``label`` is what Gephi writes beside a node and ``class`` its label in the graph; lists are texts with commas. In
    GEXF a tie is there from the day of its first statement to that of its last.

    Raises:
        NetworkError: The name ends otherwise.
    """
    suffix = path.suffix.lower()
    if suffix == ".graphml":
        nx.write_graphml(_plain(network, dated=False), path)
    elif suffix == ".gexf":
        nx.write_gexf(_plain(network, dated=True), path)
    else:
        raise NetworkError(f"{path}: networks are written as .graphml or .gexf")


def _plain(network: Network, *, dated: bool) -> Network:
    """The same network with texts and numbers only."""
    plain: Network = nx.Graph()
    for node, properties in ((node, network.nodes[node]) for node in sorted(network)):
        own = {name: value for name, value in properties.items() if name not in {"id", "label"}}
        told = {"label": caption(network, node), "class": properties.get("label", "")}
        plain.add_node(_text(node), **_values({**own, **told}))
    for a, b in sorted((min(ends), max(ends)) for ends in network.edges):
        carried = network.edges[a, b]
        days = {"start": carried.get("first"), "end": carried.get("last")} if dated else {}
        plain.add_edge(_text(a), _text(b), **_values({**carried, **days}))
    return plain


def _values(carried: Mapping[str, Any]) -> dict[str, str | int | float]:
    """Without what is empty: in GEXF an empty day would be a day."""
    plain = {name: value if isinstance(value, int | float) else _text(value) for name, value in carried.items()}
    return {name: value for name, value in plain.items() if value != ""}


def _text(value: Any) -> str:
    return _NOT_XML.sub("�", shown(value))
