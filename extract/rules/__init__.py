"""Which rules are cited and which sanctions are named, with the registry of national rules behind them."""

from extract.rules.addresses import akn_address
from extract.rules.marking import find_html_citations, mark_html, mark_text, text_as_html
from extract.rules.registry import title_of
from extract.rules.regulations import Citation, find_citations
from extract.rules.sanctions import SanctionMention, find_sanctions

__all__ = [
    "Citation",
    "SanctionMention",
    "akn_address",
    "find_citations",
    "find_html_citations",
    "find_sanctions",
    "mark_html",
    "mark_text",
    "text_as_html",
    "title_of",
]
