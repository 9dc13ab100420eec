"""The lines of an article's body: trafilatura is asked about the part of the page where the body stands."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace

from lxml import etree
from lxml.html import HtmlElement

from corpus.cards import drop_cards
from corpus.loose_text import wrap_loose_text
from corpus.outlets import body_names
from corpus.page_tree import named_elements, strip_noise
from corpus.paragraphs import lines_of
from corpus.prose import LONGER_THAN_LABELS, Place, ProseMap
from corpus.read_also import drop_read_also
from corpus.trafilatura_door import trafilatura
from corpus.webpage_rules import most_of_its_prose

_SPACE = re.compile(r"\s+")
# Tags of trafilatura's body, and of the algorithms it falls back on, that stand inside a line.
_INLINE = frozenset({"hi", "ref", "del", "a", "b", "strong", "i", "em", "u", "span", "font", "sup", "sub", "small"})
# What holds no paragraph of the body, once the metadata is read.
_BESIDE = ("nav", "footer", "aside", "figcaption")
# Elements that are dropped by their name, and never a whole article or a word in a sentence.
_BOXES = frozenset({"div", "section", "ul", "ol", "dl", "p", "h2", "h3", "h4", "header", "table"})
_TABLE = ("table", "thead", "tbody", "tr", "td", "th")

# Of the prose in the core of the page, what a reading must take to be the last. Measured: of 231 pages 34 need a
# second reading, one a third. Rerun score_pages.py and tests/bench/general.py after a change.
_LEAST_TAKEN = 0.9
_LEAST_TAKEN_OF_CORE = 0.6
# Of the prose in the core, what a box known to hold bodies must have to be asked alone.
_LEAST_KNOWN = 0.95
# By how much the second reading must surpass the first: it knows no names of boxes and takes what the first left out.
_SURPASSING = 1.2


def body_lines(tree: HtmlElement) -> list[str]:
    """The lines trafilatura takes for the body, boilerplate between them included.

    It is asked with ``favor_precision`` and without its fallbacks about the outer box of the body; where it takes
    too little of the prose there, about the core alone without the names of its boxes ("paging-content"), at last
    with its fallbacks and tables. Deduplication stays off: it remembers earlier pages.

    Args:
        tree: A page; it is taken apart.
    """
    place = _place(tree)
    drop_read_also(place.outer)
    outer = _page_of(place.outer)
    lines = _read(outer)
    if _prose(lines) >= _LEAST_TAKEN * place.prose > 0:
        return lines
    lines = _better(lines, _read(_nameless(place.core)), by=_SURPASSING)
    if _prose(lines) >= _LEAST_TAKEN_OF_CORE * place.prose > 0:
        return lines
    return _better(lines, _read(outer, slowly=True))


def _place(tree: HtmlElement) -> Place:
    strip_noise(tree)
    etree.strip_elements(tree, *_BESIDE, with_tail=False)
    root = tree if (body := tree.find("body")) is None else body
    drop_cards(root)
    prose = ProseMap(root)
    known = []
    for element in named_elements(prose.root):
        most = most_of_its_prose(element.get("class", ""), element.get("id", ""))
        if most and prose.of(element) <= most * prose.of(prose.root) and _is_box(element, prose):
            prose.drop(element)
        elif prose.of(element) and not body_names().isdisjoint(_names(element)):
            known.append(element)
    place = prose.place()
    sure = [box for box in known if prose.of(box) >= _LEAST_KNOWN * place.prose and place.outer in box.iterancestors()]
    return replace(place, outer=sure[0]) if sure else place


def _names(element: HtmlElement) -> list[str]:
    return [*element.get("class", "").split(), element.get("id", "")]


def _is_box(element: HtmlElement, prose: ProseMap) -> bool:
    return element.tag in _BOXES and prose.has(element)


def _page_of(box: HtmlElement) -> HtmlElement:
    """A page with ``box`` alone in it, its text in paragraphs, tables that lay it out as plain boxes."""
    page, body = box.makeelement("html"), box.makeelement("body")  # of its parser, whose elements are plain
    page.append(body)
    body.append(box)
    box.tail = None
    if box.tag in ("body", "html", "span", *_TABLE):
        box.tag = "div"
    _unlay(page)
    wrap_loose_text(page)
    return page


def _nameless(box: HtmlElement) -> HtmlElement:
    """A page with a copy of ``box`` in it, whose boxes have neither names nor other attributes."""
    article = box.makeelement("article")
    article.append(deepcopy(box))
    for element in article.iter("div", "section", "article", "p"):
        element.attrib.clear()
    return _page_of(article)


def _unlay(page: HtmlElement) -> None:
    """Make plain boxes of the cells of tables that hold half of the page's text."""
    whole = len(page.text_content())
    for table in list(page.iter("table")):
        if 2 * len(table.text_content()) >= whole:
            for cell in [cell for cell in table.iter(*_TABLE) if next(cell.iterancestors("table"), table) is table]:
                cell.tag = "div"


def _better(lines: list[str], others: list[str], *, by: float = 1.0) -> list[str]:
    return others if _prose(others) > by * _prose(lines) else lines


def _prose(lines: list[str]) -> int:
    """Characters in those of ``lines`` that are longer than labels."""
    return sum(len(line) for line in lines if len(line) > LONGER_THAN_LABELS)


def _read(page: HtmlElement, *, slowly: bool = False) -> list[str]:
    document = trafilatura().bare_extraction(
        page,
        favor_precision=True,
        include_comments=False,
        include_tables=slowly,
        deduplicate=False,
        fast=not slowly,
    )
    return lines_of("".join(_flow(document.body))) if document else []


def _flow(body: etree._Element) -> Iterator[str]:
    """The text of ``body`` with a line break wherever a block begins or ends."""
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag not in _INLINE:
            yield "\n"
        text = element.text if event == "start" else element.tail
        yield _SPACE.sub(" ", text or "")
