"""What networks tell about their nodes: who is central, which groups there are, who stands between them.

The same network gives the same answer, in the same order, whatever order its nodes were added in. Between backends
answers differ by rounding at most: beyond the ninth digit, of the eigenvector beyond the sixth.
"""

from collections import Counter
from collections.abc import Mapping
from typing import TypeAlias

import networkx as nx

from graph.errors import NetworkError
from graph.networks.backends import fast
from graph.networks.kinds import Centrality

Network: TypeAlias = "nx.Graph[str]"

SEED = 4  # of whatever is drawn by lot
_STEPS = 5_000_000  # ties walked for betweenness: some ten seconds in NetworkX itself
_SAMPLE = 100  # nodes that betweenness starts from at least
_ROUNDS = 1_000  # of the power method
_DIGITS = 9  # backends add up in another order; what differs by that alone is equal


def centrality(network: Network, kind: Centrality) -> dict[str, float]:
    """The centrality of each node, the highest first.

    - degree: the number of ties.
    - strength: the sum of their weights.
    - betweenness: the share of the shortest paths between any two others that lead over it, each tie counted as one
      step; estimated from `sample_size` nodes where the network is large.
    - eigenvector: high where the ties are to nodes that are high; of the best connected part, all else is near 0.

    Raises:
        NetworkError: It cannot be told: the eigenvector of a network of several parts alike.
    """
    values = _values(_numbered(network), Centrality(kind)) if network else {}
    nodes = sorted(network)
    named = {nodes[i]: round(value, _DIGITS) for i, value in values.items()}
    return dict(sorted(named.items(), key=lambda pair: (-pair[1], pair[0])))


def sample_size(network: Network) -> int:
    """From how many nodes betweenness is computed: all, or as many as take no more than half a minute or so."""
    affordable = _STEPS // max(1, int(network.number_of_edges()))
    return min(len(network), max(_SAMPLE, affordable))


def communities(network: Network, *, resolution: float = 1.0, seed: int = SEED) -> list[tuple[str, ...]]:
    """Groups with more weight of ties within than chance would give (Louvain), the largest first; the untied have none.

    Always by NetworkX itself, unless ``nx.config`` says otherwise: backends draw other lots.

    Args:
        network: Any network.
        resolution: Above 1 for more and smaller groups.
        seed: Another one may give other groups; what they have in common is what holds.
    """
    nodes = sorted(network)
    tied = _numbered(network)
    tied.remove_nodes_from(list(nx.isolates(tied)))
    groups = nx.community.louvain_communities(tied, weight="weight", resolution=resolution, seed=seed) if tied else []
    named = [tuple(sorted(nodes[i] for i in group)) for group in groups]
    return sorted(named, key=lambda group: (-len(group), group))


def participation(network: Network, groups: list[tuple[str, ...]]) -> dict[str, float]:
    """How evenly the ties of each broker spread over ``groups``, the most even first; who has ties into one has none.

    It is 1 less the sum of the squared shares of a node's weight that go to each group (Guimerà and Amaral, "Functional
    cartography of complex metabolic networks", Nature 433, 2005): 0.5 for one half and the other, near 1 for many.
    """
    group_of = {node: number for number, group in enumerate(groups) for node in group}
    found: dict[str, float] = {}
    for node in sorted(group_of):
        into: Counter[int] = Counter()
        for other, tie in network[node].items():
            into[group_of[other]] += tie.get("weight", 1.0)
        if len(into) > 1:
            found[node] = round(1 - sum((weight / into.total()) ** 2 for weight in into.values()), _DIGITS)
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def cut_nodes(network: Network) -> dict[str, int]:
    """Nodes without which their part of the network falls apart, each with the number of pieces; the most first."""
    nodes = sorted(network)
    blocks = Counter(i for block in nx.biconnected_components(_numbered(network)) for i in block)
    found = {nodes[i]: pieces for i, pieces in blocks.items() if pieces > 1}
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def bridges(network: Network) -> list[tuple[str, str]]:
    """Ties without which their part of the network falls apart, each with its ends sorted."""
    nodes = sorted(network)
    return sorted((nodes[min(ends)], nodes[max(ends)]) for ends in nx.bridges(_numbered(network)))


def _values(network: "nx.Graph[int]", kind: Centrality) -> Mapping[int, float]:
    match kind:
        case Centrality.DEGREE:
            return dict(network.degree())
        case Centrality.STRENGTH:
            return dict(network.degree(weight="weight"))
        case Centrality.BETWEENNESS:
            with fast():
                return dict(nx.betweenness_centrality(network, k=sample_size(network), seed=SEED))
        case Centrality.EIGENVECTOR:
            return _eigenvector(network)


def _eigenvector(network: "nx.Graph[int]") -> Mapping[int, float]:
    try:
        with fast():
            return dict(nx.eigenvector_centrality(network, max_iter=_ROUNDS, weight="weight"))
    except nx.PowerIterationFailedConvergence:
        raise NetworkError("eigenvector centrality does not settle on this network; ask for strength instead") from None


def _numbered(network: Network) -> "nx.Graph[int]":
    """The same network with its nodes numbered by name and nothing on its ties but weights, all in order."""
    number = {node: i for i, node in enumerate(sorted(network))}
    ties = ((*sorted((number[a], number[b])), weight) for a, b, weight in network.edges(data="weight", default=1.0))
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(range(len(number)))
    plain.add_weighted_edges_from(sorted(ties))
    return plain
