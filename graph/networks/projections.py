"""The ready networks: who is tied to whom, by what, since when, and by which statements.

Each is a plain ``networkx.Graph``. Its nodes are called "Label:id" and carry ``label`` and the properties of the
graph; its edges carry

- ``weight``: how strong the tie is;
- ``distance``: 1/weight, for paths;
- ``shared``: ids of what both share, sorted;
- ``first``, ``last``: days of the earliest and the latest statement behind the tie, or empty where none is dated;
- ``statements``: how many statements of each end stand behind it, by node; one about two shared rules counts twice;
- ``evidence``: ids of some of these statements, at most ten.

``network.graph`` tells ``name`` and ``shares`` of the network and ``left_out``: the hubs that were too large to be
folded, each with the number of its members.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.engine import Graph
from graph.errors import NetworkError
from graph.networks.folding import PAIRS, Tie, each_once, fold, newman
from graph.networks.incidences import read_incidences
from graph.networks.nodes import described_by_name, node_name
from graph.networks.scope import EVERYTHING, Scope

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A ready network.

    Attributes:
        name: Its name.
        help: What it shows.
        shares: The label of the hubs at which members meet.
        weigh: What a hub of so many members adds to a tie; None where the hubs stay nodes of their own.
    """

    name: str
    help: str
    shares: str
    weigh: Callable[[int], float] | None


_ALL = (
    Network(
        name="speakers-by-rule",
        help="Speakers who speak about the same rules. Each rule adds 1/(its speakers - 1) to a tie.",
        shares="Regulation",
        weigh=newman,
    ),
    Network(
        name="speakers-by-article",
        help="Speakers quoted in the same articles. Each article adds 1/(its speakers - 1) to a tie.",
        shares="Article",
        weigh=newman,
    ),
    Network(
        name="rules-by-statement",
        help="Rules cited together. The weight is the number of statements.",
        shares="Statement",
        weigh=each_once,
    ),
    Network(
        name="rules-by-article",
        help="Rules that statements of one article cite. The weight is the number of articles.",
        shares="Article",
        weigh=each_once,
    ),
    Network(
        name="institutions-by-sanction",
        help="Institutions that speak of the same sanctions, by themselves or by those who hold a post there. "
        "Each sanction adds 1/(its institutions - 1) to a tie.",
        shares="Sanction",
        weigh=newman,
    ),
    Network(
        name="speakers-and-rules",
        help="Speakers and the rules they speak about, as two kinds of nodes. The weight is the number of statements.",
        shares="Regulation",
        weigh=None,
    ),
)
NETWORKS: Mapping[str, Network] = {network.name: network for network in _ALL}


def speakers_by_rule(graph: Graph, scope: Scope = EVERYTHING, *, pairs: int = PAIRS) -> "nx.Graph[str]":
    """People and institutions, tied where they speak about the same rules."""
    return project(graph, "speakers-by-rule", scope, pairs=pairs)


def speakers_by_article(graph: Graph, scope: Scope = EVERYTHING, *, pairs: int = PAIRS) -> "nx.Graph[str]":
    """People and institutions, tied where they are quoted in the same articles."""
    return project(graph, "speakers-by-article", scope, pairs=pairs)


def rules_by_statement(graph: Graph, scope: Scope = EVERYTHING, *, pairs: int = PAIRS) -> "nx.Graph[str]":
    """Rules, tied where one statement cites both."""
    return project(graph, "rules-by-statement", scope, pairs=pairs)


def rules_by_article(graph: Graph, scope: Scope = EVERYTHING, *, pairs: int = PAIRS) -> "nx.Graph[str]":
    """Rules, tied where statements in one article cite both."""
    return project(graph, "rules-by-article", scope, pairs=pairs)


def institutions_by_sanction(graph: Graph, scope: Scope = EVERYTHING, *, pairs: int = PAIRS) -> "nx.Graph[str]":
    """Institutions, tied where they speak of the same sanctions, by themselves or by those who hold a post there.

    A person speaks for an institution on a day on which articles give them a post there, held and not former.
    """
    return project(graph, "institutions-by-sanction", scope, pairs=pairs)


def speakers_and_rules(graph: Graph, scope: Scope = EVERYTHING) -> "nx.Graph[str]":
    """Speakers (``bipartite`` 0) tied to the rules they speak about (``bipartite`` 1).

    ``weight`` is the number of statements; an edge has no ``shared``, ``distance`` or ``statements``.
    """
    return project(graph, "speakers-and-rules", scope)


def project(graph: Graph, name: str, scope: Scope = EVERYTHING, *, pairs: int = PAIRS) -> "nx.Graph[str]":
    """The ready network called ``name``, of the statements in ``scope``.

    Args:
        graph: The graph, on any engine.
        name: One of ``NETWORKS``.
        scope: Which statements count.
        pairs: How many pairs may meet; beyond that the hubs with the most members, which tie least, are left out.

    Raises:
        NetworkError: There is no network of that name, or too much of it for one machine.
    """
    import networkx as nx  # noqa: PLC0415 - takes a quarter of a second, and few commands need it

    if name not in NETWORKS:
        raise NetworkError(f"no network named {name!r}; there are: {', '.join(NETWORKS)}")
    kind = NETWORKS[name]
    network: nx.Graph[str] = nx.Graph(name=name, shares=kind.shares)
    if kind.weigh is None:
        _connect(network, graph, scope)
        return network
    folded = fold(read_incidences(graph, name, scope), weigh=kind.weigh, pairs=pairs)
    network.graph["left_out"] = dict(folded.left_out)
    network.add_nodes_from(described_by_name(graph, folded.members))
    network.add_edges_from((*tie.ends, _attributes(tie)) for tie in folded.ties)
    return network


def _connect(network: "nx.Graph[str]", graph: Graph, scope: Scope) -> None:
    """Fill ``network`` with members and hubs, as they stand in the graph."""
    met = list(read_incidences(graph, "speakers-by-rule", scope))
    sides = {i.member: 0 for i in met} | {node_name("Regulation", i.hub): 1 for i in met}
    for name, properties in described_by_name(graph, sides):
        network.add_node(name, bipartite=sides[name], **properties)
    for i in met:
        days = {"first": i.first, "last": i.last}
        rule = node_name("Regulation", i.hub)
        network.add_edge(i.member, rule, weight=i.statements, **days, evidence=list(i.evidence))


def _attributes(tie: Tie) -> dict[str, object]:
    return {
        "weight": tie.weight,
        "distance": round(1 / tie.weight, 9),
        "shared": list(tie.shared),
        "first": tie.first,
        "last": tie.last,
        "statements": dict(zip(tie.ends, tie.statements, strict=True)),
        "evidence": list(tie.evidence),
    }
