"""Which rules are cited and which sanctions are named, with the registry of national rules behind them."""

from typing import TYPE_CHECKING

from corpus.lazily import lazily
from extract.rules.addresses import akn_address
from extract.rules.registry import title_of
from extract.rules.regulations import Citation, find_citations
from extract.rules.sanctions import SanctionMention, find_sanctions

if TYPE_CHECKING:
    from extract.rules.marking import find_html_citations, mark_html, mark_text, text_as_html
else:
    marking = ["find_html_citations", "mark_html", "mark_text", "text_as_html"]
    __getattr__ = lazily(__name__, {"extract.rules.marking": marking})

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
