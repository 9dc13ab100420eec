"""The graph for NetworkX: as it is, or folded to who is tied to whom; measures, pictures and files of networks.

>>> from graph.networks import Scope, speakers_by_rule
>>> from graph.networks.answers import measure
"""

from graph.networks.projections import (
    NETWORKS,
    Network,
    institutions_by_sanction,
    project,
    rules_by_article,
    rules_by_statement,
    speakers_and_rules,
    speakers_by_article,
    speakers_by_rule,
)
from graph.networks.scope import EVERYTHING, Scope
from graph.networks.whole import to_networkx

__all__ = [
    "EVERYTHING",
    "NETWORKS",
    "Network",
    "Scope",
    "institutions_by_sanction",
    "project",
    "rules_by_article",
    "rules_by_statement",
    "speakers_and_rules",
    "speakers_by_article",
    "speakers_by_rule",
    "to_networkx",
]
