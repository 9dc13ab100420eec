"""A web page as the facts it states about an article and the lines of that article's body."""

import logging
import re
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import HtmlElement

from corpus.loose_text import wrap_loose_text
from corpus.metadata import Metadata
from corpus.paragraphs import lines_of
from corpus.webpage_rules import webpage_rules

_SPACE = re.compile(r"\s+")
# Tags of trafilatura's body, and of the algorithms it falls back on, that stand inside a line.
_INLINE = frozenset({"hi", "ref", "del", "a", "b", "strong", "i", "em", "u", "span", "font", "sup", "sub", "small"})


def parse(text: str) -> HtmlElement | None:
    """The tree of a web page, or None where ``text`` holds no markup."""
    tree: HtmlElement | None = _trafilatura().load_html(text)
    return tree


def body_lines(tree: HtmlElement, *, tables: bool = False) -> list[str]:
    """The lines trafilatura takes for the body, boilerplate between them included.

    ``favor_precision`` gives token F1 0.968 and 3 % leaked snippets on the page gold where the defaults give
    0.908 and 10 %. Deduplication stays off: it remembers earlier pages.

    Args:
        tree: A page; captions and boxes of links are taken out of it.
        tables: Whether the body may stand in a table, as on pages laid out by tables.
    """
    _prune(tree)
    wrap_loose_text(tree)
    document = _trafilatura().bare_extraction(
        tree, favor_precision=True, include_comments=False, include_tables=tables, deduplicate=False
    )
    return lines_of("".join(_flow(document.body))) if document else []


def _prune(tree: HtmlElement) -> None:
    known = webpage_rules()
    for path in known.prune:
        for element in tree.xpath(path):
            if element.getparent() is not None and len(element.text_content()) <= known.most_pruned:
                element.drop_tree()


def is_listing(tree: HtmlElement, facts: Metadata) -> bool:
    """Whether the page lists articles instead of being one: a front page, section, tag or search result."""
    known = webpage_rules()
    parts = [part for part in urlsplit(facts.url).path.split("/") if part]
    if facts.url and (not parts or parts[0] in known.listing_paths):
        return True
    links = tree.xpath("count(//h2[a] | //h3[a] | //h4[a] | //a[h2 or h3 or h4])")
    return not facts.declared and links >= known.listing_headings


def _flow(body: etree._Element) -> Iterator[str]:
    """The text of ``body`` with a line break wherever a block begins or ends."""
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag not in _INLINE:
            yield "\n"
        text = element.text if event == "start" else element.tail
        yield _SPACE.sub(" ", text or "")


@cache
def _trafilatura() -> ModuleType:
    """The package, imported at the first web page because that takes half a second.

    Its log lines about single pages are off: a ``Rejection`` tells better what a page lacks.
    """
    for name in ("trafilatura", "htmldate", "courlan", "justext", "readability"):
        logger = logging.getLogger(name)
        logger.addHandler(logging.NullHandler())
        logger.propagate = False
    import trafilatura  # noqa: PLC0415

    return trafilatura
