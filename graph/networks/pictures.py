"""Networks as pictures: those tied most, with names, in the colours of their communities."""

from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx

from graph.errors import NetworkError
from graph.networks.answers import caption
from graph.networks.kinds import Centrality
from graph.networks.measures import SEED, Network, centrality, communities

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MOST = 40  # nodes; the names of more lie over one another
FORMATS = (".png", ".svg", ".pdf")
_CAPTION = 28  # characters
_COLOURS = ("#2e6fb5", "#b5442e", "#3d8b4f", "#8a5aa8", "#c98a1b", "#2b9aa0", "#b0568a", "#7a6a58")
_OTHERS = "#9a9a9a"
_WIDEST = 4.0  # points
_BEHIND = {"facecolor": "white", "edgecolor": "none", "alpha": 0.6, "pad": 0.6}  # the names

Places = dict[str, tuple[float, float]]


def write_picture(network: Network, path: Path, *, title: str = "") -> None:
    """Draw ``network`` into ``path``, whose name ends with .png, .svg or .pdf; the same network gives the same picture.

    Raises:
        NetworkError: The name ends otherwise, or matplotlib is not installed.
    """
    if path.suffix.lower() not in FORMATS:
        raise NetworkError(f"{path}: pictures are written as {', '.join(FORMATS)}")
    drawn = draw_network(network, title=title)
    import matplotlib as mpl  # noqa: PLC0415 - there, as something was drawn

    undated = {"CreationDate" if path.suffix.lower() == ".pdf" else "Date": None}
    with mpl.rc_context({"svg.hashsalt": "wartagraf", "svg.fonttype": "none"}):
        drawn.savefig(path, dpi=150, metadata=None if path.suffix.lower() == ".png" else undated)


def draw_network(network: Network, *, title: str = "", most: int = MOST) -> "Figure":
    """A picture of the ``most`` nodes of ``network`` with the strongest ties, and the ties among them.

    A node is the larger, and a tie the wider, the stronger; a colour is a community (of the whole network).

    Raises:
        NetworkError: matplotlib is not installed.
    """
    try:
        from matplotlib.figure import Figure  # noqa: PLC0415 - an extra, and half a second
    except ModuleNotFoundError:
        raise NetworkError("pictures need matplotlib; install it with: pip install 'wartagraf[notebooks]'") from None
    figure = Figure(figsize=(13, 9), layout="constrained")
    axes = figure.add_subplot()
    axes.set_axis_off()
    strength = centrality(network, Centrality.STRENGTH)
    shown = network.subgraph([node for node, value in list(strength.items())[:most] if value])
    axes.set_title(f"{title or network.graph.get('name', '')}\n{_count(len(shown), len(network))}", fontsize=11)
    if shown:
        _draw(axes, shown, strength, communities(network))
    return figure


def _draw(axes: "Axes", network: Network, strength: dict[str, float], groups: list[tuple[str, ...]]) -> None:
    colour = {node: _COLOURS[i] for i, group in enumerate(groups[: len(_COLOURS)]) for node in group}
    places = _places(network)
    heaviest = max(weight for _, _, weight in network.edges(data="weight", default=1.0))
    for a, b, weight in network.edges(data="weight", default=1.0):
        line = zip(places[a], places[b], strict=True)
        axes.plot(*line, color="#888888", linewidth=0.4 + _WIDEST * weight / heaviest, alpha=0.35, zorder=1)
    nodes = sorted(network)
    strongest = max(strength[node] for node in nodes)
    axes.scatter(
        [places[node][0] for node in nodes],
        [places[node][1] for node in nodes],
        s=[50 + 450 * strength[node] / strongest for node in nodes],
        c=[colour.get(node, _OTHERS) for node in nodes],
        edgecolors="white",
        zorder=2,
    )
    for node in nodes:
        text = _short(caption(network, node))
        axes.annotate(text, places[node], (0, 9), textcoords="offset points", ha="center", fontsize=8, bbox=_BEHIND)


def _places(network: Network) -> Places:
    """Where each node is drawn: its part of the network in a square of its own, the squares in rows, largest first."""
    parts = sorted(map(sorted, nx.connected_components(network)), key=lambda part: (-len(part), part))
    width = 1.4 * sum(_side(part) ** 2 for part in parts) ** 0.5
    places: Places = {}
    left = top = height = 0.0
    for part in parts:
        side = _side(part)
        if left and left + side > width:
            left, top, height = 0.0, top - height, 0.0
        height = max(height, side)
        for node, (x, y) in _spring(network, part).items():
            places[node] = (left + side * (0.5 + 0.36 * x), top - side * (0.5 + 0.36 * y))
        left += side
    return places


def _side(part: list[str]) -> float:
    return float(len(part) ** 0.65)  # larger parts need more room than their number says, for their ties


def _spring(network: Network, part: list[str]) -> Places:
    """Connected nodes, each near those it is tied to and away from the others, between -1 and 1."""
    ordered: Network = nx.Graph()
    ordered.add_nodes_from(part)
    ordered.add_edges_from(sorted((min(ends), max(ends)) for ends in network.edges(part)))
    found = nx.spring_layout(ordered, k=2.5 / len(part) ** 0.5, iterations=300, seed=SEED)
    xs, ys = (_spread({node: float(place[axis]) for node, place in found.items()}) for axis in (0, 1))
    return {node: (xs[node], ys[node]) for node in part}


def _spread(along: dict[str, float]) -> dict[str, float]:
    """Places on one axis, drawn halfway to even distances: a crowd becomes readable, who is beside whom stays."""
    even = 2 / max(1, len(along) - 1)
    ranked = enumerate(sorted(along, key=lambda node: (along[node], node)))
    return {node: (along[node] + even * rank - 1) / 2 for rank, node in ranked}


def _count(shown: int, there: int) -> str:
    return f"{there} nodes" if shown == there else f"the {shown} with the strongest ties, of {there} nodes"


def _short(text: str) -> str:
    """``text`` with a gap where it is long; the end stays, as there rules differ."""
    return text if len(text) <= _CAPTION else f"{text[: _CAPTION - 10]}…{text[-9:]}"
