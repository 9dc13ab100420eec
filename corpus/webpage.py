"""A web page as a tree, and whether it lists articles instead of being one."""

import re
from functools import cache
from urllib.parse import urlsplit

from lxml.etree import ElementDefaultClassLookup, ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from corpus.encoding import CONTROLS
from corpus.metadata import Metadata
from corpus.webpage_rules import webpage_rules

_TAG = re.compile("<[A-Za-z!]")
# What misleads libxml2 stands at the head of a page: odd document types (lxml bug 1955915) and a closed root.
_HEAD = 4096
_DOCTYPE = re.compile(r"<!doctype[^>]*>", re.IGNORECASE)
_EMPTY_ROOT = re.compile(r"(<html\b[^>]*?)\s*/>", re.IGNORECASE)


def parse(text: str) -> HtmlElement | None:
    """The tree of a web page, without comments, or None where ``text`` holds no markup."""
    if not _TAG.search(text):
        return None
    head = _EMPTY_ROOT.sub(r"\1>", _DOCTYPE.sub("", text[:_HEAD], count=1), count=1)
    raw = (head + text[_HEAD:]).encode("utf-8", "surrogatepass").translate(None, CONTROLS)
    try:
        tree: HtmlElement = document_fromstring(raw, parser=_parser())
    except ParserError:  # nothing but comments or declarations
        return None
    return tree


@cache
def _parser() -> HTMLParser:
    """A parser whose elements are plain ``HtmlElement``: lxml would ask Python for the class of each by its tag."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    parser.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement))
    return parser


def is_listing(tree: HtmlElement, facts: Metadata) -> bool:
    """Whether the page lists articles instead of being one: a front page, section, tag or search result."""
    known = webpage_rules()
    parts = [part for part in urlsplit(facts.url).path.split("/") if part]
    if facts.url and (not parts or parts[0] in known.listing_paths):
        return True
    if facts.declared:
        return False
    return bool(tree.xpath("count(//h2[a] | //h3[a] | //h4[a] | //a[h2 or h3 or h4])") >= known.listing_headings)
