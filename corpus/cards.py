"""Cards: the headlines of other articles, each with its teaser, that a page lists beside its own."""

from collections import Counter, defaultdict
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

_LINKED_HEADINGS = etree.XPath(
    "descendant::*[self::h2 or self::h3 or self::h4 or self::h5 or self::h6][descendant::a or parent::a]"
)
# As many cards make a list. A card with more text is a part of the article with a link in its heading.
_LEAST_CARDS = 3
_LONGEST_CARD = 400


def drop_cards(root: HtmlElement) -> None:
    """Take the lists of other articles out of a page: boxes of one kind, each with one linked heading and little text.

    A heading without a box of its own stays: it may part the article.
    """
    headings = cast("list[HtmlElement]", _LINKED_HEADINGS(root))
    if len(headings) < _LEAST_CARDS:
        return
    held = Counter(above for heading in headings for above in heading.iterancestors())
    lists: dict[tuple[HtmlElement | None, str], list[HtmlElement]] = defaultdict(list)
    for heading in headings:
        card = _card(heading, held)
        if card is not heading and len(card.text_content()) <= _LONGEST_CARD:
            lists[card.getparent(), card.tag].append(card)
    for cards in lists.values():
        if len(cards) >= _LEAST_CARDS:
            for card in cards:
                card.drop_tree()


def _card(heading: HtmlElement, held: Counter[HtmlElement]) -> HtmlElement:
    """The outermost box that holds no other linked heading."""
    card = heading
    while (around := card.getparent()) is not None and held[around] == 1:
        card = around
    return card
