"""The words of an HTML page as a reader sees them, each with its place in the source."""

import html
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from extract.rules.html_tokens import html_tokens

BREAK = "\n¶\n"  # stands between two blocks; a sign that no citation can run over
MARK_CLASS = "wartagraf-citation"

# Elements that a sentence runs through. All others begin a new block; so do "sub" and "sup": "Tahun 2014<sup>1</sup>".
_INLINE = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|nobr|q|s|samp|small|span|strike|strong"
    "|time|tt|u|var|wbr"
)
_NOT_READ = re.compile("svg|math|template|select|datalist|object|audio|video|canvas")  # no prose is in them
_LINK = re.compile("a|button")  # no other link may stand in them

_UNLIKE = re.compile(  # where text is not what the source has: runs of space, entities, signs nobody sees
    r"(?P<space>[\t\n\f\r ]{2,}+|[\t\n\f\r])"
    r"|(?P<entity>&(?:#(?:\d{1,9}|[xX][0-9a-fA-F]{1,8})|[a-zA-Z][a-zA-Z0-9]{1,31});?)"
    r"|[\u00ad\u200b-\u200d\u2060\ufeff]++"
)
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


class Around(StrEnum):
    """What a stretch of the page stands in already."""

    NOTHING = ""
    LINK = "link"  # a link or button of the page, in which no other link may stand
    MARK = "mark"  # a citation marked before


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of source without a tag in it."""

    start: int
    end: int
    around: Around


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """``size`` characters of text from ``at`` on, and the source they stand for: as long, or an entity or the like."""

    at: int
    size: int
    start: int
    end: int
    around: Around

    def part(self, start: int, end: int) -> Stretch:
        """The source of the text from ``start`` to ``end``, as far as it is in this piece."""
        if self.size != self.end - self.start:
            return Stretch(start=self.start, end=self.end, around=self.around)
        first, last = max(start - self.at, 0), min(end - self.at, self.size)
        return Stretch(start=self.start + first, end=self.start + last, around=self.around)


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlText:
    """The words of a page, blocks set apart by ``BREAK``, and where they come from."""

    text: str
    _pieces: Sequence[_Piece]

    def stretches(self, start: int, end: int) -> list[Stretch]:
        """The source of the text from ``start`` to ``end``: one stretch, or several where tags stand between.

        >>> page = "Lihat UU <b>Nomor 5</b>"
        >>> [page[s.start : s.end] for s in read_html(page).stretches(6, 16)]
        ['UU ', 'Nomor 5']
        """
        found: list[Stretch] = []
        first = bisect_right(self._pieces, start, key=lambda piece: piece.at + piece.size)
        for piece in self._pieces[first : bisect_right(self._pieces, end - 1, key=lambda piece: piece.at)]:
            part = piece.part(start, end)
            if found and (found[-1].end, found[-1].around) == (part.start, part.around):
                part = Stretch(start=found.pop().start, end=part.end, around=part.around)
            found.append(part)
        return found


def read_html(page: str) -> HtmlText:
    r"""The words of ``page``, which may be a fragment, without scripts, forms and drawings.

    Runs of white space are one space, entities the signs they mean, signs that only tell where a word may be broken
    are left out.

    >>> read_html("<p>UU&nbsp;Nomor\n    5 <b>Tahun</b> 2014</p><p>PP").text
    'UU\xa0Nomor 5 Tahun 2014\n¶\nPP'
    """
    reader = _Reader()
    for token in html_tokens(page):
        if token["text"]:
            reader.words(page, token.start(), token.end())
        elif token["name"]:
            reader.tag(token)
    return HtmlText(text="".join(reader.text), _pieces=reader.pieces)


@dataclass(slots=True)
class _Reader:
    """What has been read of a page so far."""

    text: list[str] = field(default_factory=list)
    pieces: list[_Piece] = field(default_factory=list)
    size: int = 0
    spaced: bool = True  # whether the text ends in a space, so that another would be one too many
    linked: bool = False
    marked: bool = False
    unread: list[str] = field(default_factory=list)  # open elements whose words are no prose

    def tag(self, token: re.Match[str]) -> None:
        """Take note of a tag: a new block, or an element whose words are not read."""
        name, closing = token["name"].lower(), bool(token["close"])
        if not _INLINE.fullmatch(name):
            self._break()
        if _NOT_READ.fullmatch(name) and (not self.unread or name == self.unread[-1]):
            if closing:
                del self.unread[-1:]
            elif not token.group().endswith("/>"):
                self.unread.append(name)
        if not self.unread:
            self._enter(token, name, closing=closing)

    def _enter(self, token: re.Match[str], name: str, *, closing: bool) -> None:
        """Keep track of links and marks; a mark of ours holds no other tag, so that the next closing one ends it."""
        if closing:
            self.linked = self.linked and (self.marked or not _LINK.fullmatch(name))
            self.marked = False
        elif f' class="{MARK_CLASS}"' in token.group():
            self.marked = True
        elif _LINK.fullmatch(name):
            self.linked = True

    def words(self, page: str, start: int, end: int) -> None:
        """Add the words of ``page`` from ``start`` to ``end``, which hold no tag."""
        if self.unread:
            return
        for unlike in _UNLIKE.finditer(page, start, end):
            self._add(page[start : unlike.start()], start, unlike.start())
            self._add(_meant(unlike), unlike.start(), unlike.end())
            start = unlike.end()
        self._add(page[start:end], start, end)

    def _add(self, words: str, start: int, end: int) -> None:
        if self.spaced and words[:1] == " ":
            first = start + 1 if len(words) == end - start else end
            self._keep("", start, first)
            words, start = words[1:], first
        self._keep(words, start, end)

    def _keep(self, words: str, start: int, end: int) -> None:
        if start < end:
            around = Around.MARK if self.marked else Around.LINK if self.linked else Around.NOTHING
            self.pieces.append(_Piece(at=self.size, size=len(words), start=start, end=end, around=around))
        if words:
            self.text.append(words)
            self.size += len(words)
            self.spaced = words[-1] == " "

    def _break(self) -> None:
        if self.text and self.text[-1] != BREAK:
            self.text.append(BREAK)
            self.size += len(BREAK)
            self.spaced = True


def _meant(unlike: re.Match[str]) -> str:
    if unlike["space"]:
        return " "
    return _UNSEEN.sub("", html.unescape(unlike["entity"])) if unlike["entity"] else ""
