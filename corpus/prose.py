"""Where the prose of a page stands: the element that holds the body, and the one around which it gathers."""

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

from lxml import etree
from lxml.html import HtmlElement

# Text that is no link and longer than a label or a headline. What inline markup parts into shorter pieces does not
# count, which matters little: prose is measured here, not taken.
_PROSE = etree.XPath(
    "descendant::text()[string-length() > 60][string-length(normalize-space()) > 60][not(ancestor::a)]"
)
LONGER_THAN_LABELS = 60
# What stands inside a box of paragraphs; a cell of a table is one where the table lays out the page.
_INLINE = ("span", "font", "b", "strong", "i", "em", "u", "big", "small", "q", "center")
_BLOCKS = ("p", "blockquote", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tbody", "tr", "td", "th")
_WITHIN = frozenset(_INLINE + _BLOCKS)
_LISTED = frozenset({"li", "dd"})

# The outer box holds this share of the prose of the page; before it, in the box around it, stands at most that
# share (a caption): comments and teasers follow a body, and whoever narrows too far loses its last paragraphs.
# Measured with tests/bench/general.py and score_pages.py; rerun both after a change.
_LEAST_SHARE = 0.85
_MOST_BEFORE = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the body stands.

    Attributes:
        outer: The innermost element that surely holds it, and perhaps comments, teasers, captions.
        core: The element around which its paragraphs gather; in ``outer`` or the same.
        prose: Characters of prose in ``core``.
    """

    outer: HtmlElement
    core: HtmlElement
    prose: int


class ProseMap:
    """How many characters of prose each element of a page holds, and which box each paragraph belongs to."""

    def __init__(self, root: HtmlElement) -> None:
        self.root = root
        self._held: dict[HtmlElement, int] = defaultdict(int)
        self._gathered: dict[HtmlElement, int] = defaultdict(int)
        self._gone: set[HtmlElement] = set()
        for text in cast("list[Any]", _PROSE(root)):
            holder = text.getparent().getparent() if text.is_tail else text.getparent()
            size = len(" ".join(text.split()))
            self._add(holder, size)
            if (box := _box_of(holder)) is not None:
                self._gathered[box] += size

    def of(self, element: HtmlElement) -> int:
        """Characters of prose in ``element``."""
        return self._held.get(element, 0)

    def drop(self, element: HtmlElement) -> None:
        """Take ``element`` out of the page."""
        self._add(element, -self.of(element))
        self._gone.add(element)
        element.drop_tree()

    def has(self, element: HtmlElement) -> bool:
        """Whether ``element`` is still in the page."""
        return element not in self._gone and self._gone.isdisjoint(element.iterancestors())

    def place(self) -> Place:
        """Where the body stands."""
        outer = self._narrowed(self.root)
        core = self._core()
        if core is None or (core is not outer and outer not in core.iterancestors()):
            core = outer
        return Place(outer=outer, core=core, prose=self.of(core))

    def _add(self, element: HtmlElement, size: int) -> None:
        above: HtmlElement | None = element
        while above is not None and size:
            self._held[above] += size
            above = above.getparent()

    def _narrowed(self, box: HtmlElement) -> HtmlElement:
        """The innermost element in ``box`` with nearly all its prose and nothing much before it."""
        whole = self.of(box)
        while (inner := self._step(box, whole)) is not None:
            box = inner
        while box.tag in _WITHIN - {"td", "span"} and box is not self.root:
            box = box.getparent()
        return box

    def _step(self, box: HtmlElement, whole: int) -> HtmlElement | None:
        before = 0
        for child in box.iterchildren(etree.Element):
            if self.of(child) >= _LEAST_SHARE * whole > 0:
                return None if any(map(partial(self._goes_on, child), child.itersiblings())) else child
            before += self.of(child)
            if before > _MOST_BEFORE * whole:
                break
        return None

    def _goes_on(self, box: HtmlElement, behind: HtmlElement) -> bool:
        """Whether ``behind`` looks like more of the article that ``box`` holds: a paragraph, or a box of one class."""
        alike = bool(box.get("class")) and box.get("class") == behind.get("class")
        return self.of(behind) > 0 and (behind.tag == "p" or alike)

    def _core(self) -> HtmlElement | None:
        """The box with most prose in its paragraphs; where its like hold more of it, the box around them all.

        Papers cut bodies into boxes of one class, by advertisements or for turning pages.
        """
        boxes = [box for box in self._gathered if self.has(box)]
        if not boxes:
            return None
        core = max(boxes, key=self._gathered.__getitem__)
        alike = [box for box in boxes if _are_pieces(core, box)]
        return _around(alike) if len(alike) > 1 else core


def _are_pieces(one: HtmlElement, other: HtmlElement) -> bool:
    same = one.tag == other.tag and one.get("class") == other.get("class")
    return same and (bool(one.get("class")) or one.getparent() is other.getparent())


def _box_of(element: HtmlElement) -> HtmlElement | None:
    """The box whose paragraph ``element`` is or belongs to; None in a list, where teasers stand."""
    while element.tag in _WITHIN and element.getparent() is not None:
        if element.tag in _LISTED:
            return None
        element = element.getparent()
    return element


def _around(boxes: list[HtmlElement]) -> HtmlElement:
    """The innermost element that holds all ``boxes``."""
    shared = [list(box.iterancestors()) for box in boxes]
    inner = set.intersection(*map(set, shared))
    return next(element for element in shared[0] if element in inner)
