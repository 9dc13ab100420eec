"""Measures of a network as tables: names for people, ids for programs."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from graph.networks.kinds import Centrality, Measure
from graph.networks.measures import (
    Network,
    bridges,
    centrality,
    communities,
    cut_nodes,
    participation,
    sample_size,
)
from graph.tables import Table

_TIE = (
    *("one", "other", "weight", "first", "last", "shared"),
    *("one_said", "other_said", "evidence", "one_id", "other_id"),
)


def measure(network: Network, what: Measure = Measure.TIES) -> Table:
    """What ``what`` tells about ``network``, the most telling first.

    - ties: every tie, the strongest first, with days, what is shared, counts and evidence.
    - degree, strength, betweenness, eigenvector: every node with its centrality; beside betweenness, ``starts`` tells
      from how many nodes it was computed, which is fewer than all in a large network.
    - communities: every tied node with the number of its community, 1 for the largest.
    - brokers: the nodes with ties into several communities, and how evenly these spread.
    - cut-nodes: the nodes that hold the network together, and into how many pieces their part falls without them.
    - bridges: the ties that do so.
    """
    answers: Mapping[Measure, Callable[[Network], Table]] = {
        Measure.TIES: lambda network: _ties(network, network.edges),
        Measure.BRIDGES: lambda network: _ties(network, bridges(network)),
        Measure.COMMUNITIES: _communities,
        Measure.BROKERS: _brokers,
        Measure.CUT_NODES: lambda network: _nodes(network, ("pieces",), cut_nodes(network).items()),
        Measure.BETWEENNESS: _betweenness,
    }
    if what in answers:
        return answers[what](network)
    return _nodes(network, (what,), centrality(network, Centrality(what)).items())


def caption(network: Network, node: str) -> str:
    """What people call a node: its name, else its id, as of a rule."""
    properties = network.nodes[node]
    return str(properties.get("name") or properties.get("id") or node)


def _nodes(network: Network, columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> Table:
    """``rows`` of nodes and values with names; ``detail`` is the region of a speaker, the title of a rule."""
    told = ((caption(network, node), *values, _detail(network, node), node) for node, *values in rows)
    return Table(columns=("name", *map(str, columns), "detail", "id"), rows=tuple(told))


def _detail(network: Network, node: str) -> str:
    properties = network.nodes[node]
    return str(properties.get("region") or properties.get("title") or "")


def _communities(network: Network) -> Table:
    strength = centrality(network, Centrality.STRENGTH)
    rows = (
        (node, number, len(group), strength[node])
        for number, group in enumerate(communities(network), start=1)
        for node in sorted(group, key=lambda node: (-strength[node], node))
    )
    return _nodes(network, ("community", "members", "strength"), rows)


def _brokers(network: Network) -> Table:
    groups = communities(network)
    community = {node: number for number, group in enumerate(groups, start=1) for node in group}
    found = participation(network, groups)
    return _nodes(network, ("participation", "community"), ((node, found[node], community[node]) for node in found))


def _betweenness(network: Network) -> Table:
    starts = sample_size(network)
    found = centrality(network, Centrality.BETWEENNESS)
    return _nodes(network, ("betweenness", "starts"), ((node, found[node], starts) for node in found))


def _ties(network: Network, ties: Iterable[tuple[str, str]]) -> Table:
    """The strongest first; what the edges of a network do not carry is null."""
    ends = sorted(((min(pair), max(pair)) for pair in ties), key=lambda pair: (-network.edges[pair]["weight"], pair))
    return Table(columns=_TIE, rows=tuple(_tie(network, *pair) for pair in ends))


def _tie(network: Network, one: str, other: str) -> tuple[Any, ...]:
    carried = network.edges[one, other]
    said = carried.get("statements", {})
    told = (carried.get(name) for name in ("weight", "first", "last", "shared"))
    names = (caption(network, one), caption(network, other))
    return (*names, *told, said.get(one), said.get(other), carried.get("evidence"), one, other)
