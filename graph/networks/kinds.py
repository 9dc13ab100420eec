"""What may be asked of a network; apart from the measures, which take a quarter of a second to import."""

from enum import StrEnum


class Centrality(StrEnum):
    """How much a node matters: by its ties, their weights, the shortest paths over it, or who it is tied to."""

    DEGREE = "degree"
    STRENGTH = "strength"
    BETWEENNESS = "betweenness"
    EIGENVECTOR = "eigenvector"


class Measure(StrEnum):
    """What can be asked of a network."""

    TIES = "ties"
    DEGREE = "degree"
    STRENGTH = "strength"
    BETWEENNESS = "betweenness"
    EIGENVECTOR = "eigenvector"
    COMMUNITIES = "communities"
    BROKERS = "brokers"
    CUT_NODES = "cut-nodes"
    BRIDGES = "bridges"
