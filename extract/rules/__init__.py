"""Which rules are cited and which sanctions are named, with the registry of national rules behind them."""

from extract.rules.registry import title_of
from extract.rules.regulations import Citation, find_citations
from extract.rules.sanctions import SanctionMention, find_sanctions

__all__ = ["Citation", "SanctionMention", "find_citations", "find_sanctions", "title_of"]
