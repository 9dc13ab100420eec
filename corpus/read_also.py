"""Links to other articles inside the paragraphs of one: "Baca juga: ..." with the headline it leads to."""

import re
from functools import cache

from lxml.html import HtmlElement

from corpus.boilerplate import rules

_INLINE = frozenset({"a", "abbr", "b", "big", "em", "font", "i", "small", "span", "strong", "u"})


def drop_read_also(box: HtmlElement) -> None:
    """Take the links out of ``box`` that "Baca juga" or the like opens, and these words.

    What stands before and behind stays: some papers glue such a link to the end of a paragraph, or to the next.
    """
    for link in list(box.iter("a")):
        inline = _outermost(link)
        if _opens_link().match(" ".join(inline.text_content().split())) or _cut_opening(inline):
            inline.drop_tree()


def _outermost(link: HtmlElement) -> HtmlElement:
    """``link`` with the inline elements around it that hold nothing else but words before it."""
    inline = link
    while (around := inline.getparent()) is not None and around.tag in _INLINE and inline.getnext() is None:
        if (inline.tail or "").strip():
            break
        inline = around
    return inline


def _cut_opening(inline: HtmlElement) -> bool:
    """Cut "Baca juga:" off the text right before ``inline``; whether it stood there."""
    before = inline.getprevious()
    if before is None:
        around = inline.getparent()
        text = _without_opening(around.text or "")
        if text is not None:
            around.text = text
        return text is not None
    if (before.tail or "").strip():
        text = _without_opening(before.tail)
        if text is not None:
            before.tail = text
        return text is not None
    if before.tag in _INLINE and _is_opening().fullmatch(" ".join(before.text_content().split())):
        before.drop_tree()
        return True
    return False


def _without_opening(text: str) -> str | None:
    match = _closing().search(text)
    return text[: match.start()] if match else None


@cache
def _words() -> str:
    return "|".join(re.escape(words.strip(" :")) for words in rules().links)


@cache
def _opens_link() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words()})\b\s*:?\s*\S", re.IGNORECASE)


@cache
def _is_opening() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words()})\s*:?", re.IGNORECASE)


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[\s.!?”\"]))(?:{_words()})\s*:?\s*$", re.IGNORECASE)
