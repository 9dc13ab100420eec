"""Text that stands between the paragraphs of a page without being one, put into paragraphs of its own.

Portals print ``<div><b>KOTA</b> - Lead.<br><br>Second.<p>Third.</p>…</div>``; trafilatura then takes the
marked paragraphs alone and loses the lead.
"""

from lxml import etree
from lxml.html import HtmlElement

_INLINE = frozenset({"a", "abbr", "b", "cite", "em", "font", "i", "small", "span", "strong", "sub", "sup", "u"})
# A box of marked paragraphs is a body; one paragraph among other things may be anything.
_LEAST_PARAGRAPHS = 2


def wrap_loose_text(tree: HtmlElement) -> None:
    """Make paragraphs of the loose text in every element that holds two or more paragraphs already."""
    for box in list(tree.iter("div", "article", "section", "td")):
        marked = sum(1 for child in box.iterchildren("p") if "".join(child.itertext()).strip())
        if marked >= _LEAST_PARAGRAPHS:
            _wrap(box)


def _wrap(box: HtmlElement) -> None:
    """Rebuild ``box`` with each run of text and inline elements in a paragraph where the run stood."""
    children, opening = list(box), box.text
    box.text = None
    del box[:]
    run = _paragraph(opening)
    for child in children:
        tail, child.tail = child.tail, None
        if child.tag in _INLINE:
            child.tail = tail
            run.append(child)
            continue
        _close(box, run)
        if child.tag != "br":
            box.append(child)
        run = _paragraph(tail)
    _close(box, run)


def _paragraph(text: str | None) -> etree._Element:
    run = etree.Element("p")
    run.text = text
    return run


def _close(box: HtmlElement, run: etree._Element) -> None:
    if str(run.xpath("normalize-space()")):
        box.append(run)
