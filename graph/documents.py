"""A file that somebody wants marked: its words, and the way back to its own bytes."""

import codecs
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from corpus import Article, Media, Page, clean
from corpus.encoding import decode, looks_binary
from extract.rules.html_text import read_html
from graph.errors import GraphError

STANDARD_INPUT = Path("-")
_MOST_BYTES = 20_000_000  # as much as a page to be collected may have
_MEDIA = {
    ".html": Media.HTML,
    ".htm": Media.HTML,
    ".xhtml": Media.HTML,
    ".txt": Media.TEXT,
    ".md": Media.TEXT,
}
_HTML = re.compile(
    r"\A\s*<(?:!doctype|\?xml|[a-z][a-z0-9]*[\s/>])|</(?:a|article|b|body|div|h[1-6]|li|p|span|td)\s*>|<(?:p|br)\s*/?>",
    re.IGNORECASE,
)
_CODECS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
    b"": "utf-8",
}
_OTHER_CODECS = ("cp1252", "iso-8859-1")


class DocumentError(GraphError):
    """A file in which nothing can be marked; the message names it and the next step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The words of a file, without byte order mark (``bom``), and how they were written."""

    name: str
    raw: bytes
    text: str
    media: Media
    codec: str
    bom: bytes

    @classmethod
    def read(cls, path: Path) -> "Document":
        """The document of ``path``; "-" is standard input.

        HTML is known by the ending of the name, else by the content.

        Raises:
            DocumentError: It is empty, too large, no text, or in an encoding that cannot be told.
            OSError: It cannot be opened.
        """
        name = "standard input" if path == STANDARD_INPUT else str(path)
        raw = _bytes(path)
        if len(raw) > _MOST_BYTES:
            raise DocumentError(f"{name}: more than {_MOST_BYTES // 1_000_000} MB; split it")
        if not raw.strip():
            raise DocumentError(f"{name}: nothing in it; give a text or a page")
        if looks_binary(raw):
            raise DocumentError(f"{name}: its bytes are no text; save it as text or HTML")
        bom = next(bom for bom in _CODECS if raw.startswith(bom))
        text, codec = _decoded(name, raw, bom)
        media = _MEDIA.get(path.suffix.lower()) or (Media.HTML if _HTML.search(text) else Media.TEXT)
        return cls(name=name, raw=raw, text=text, media=media, codec=codec, bom=bom)

    def article(self) -> Article:
        """The article in it as ``clean`` finds it; where it finds none, the bare words."""
        found = clean(Page(source=self.name, raw=self.raw, media=self.media))
        if isinstance(found, Article):
            return found
        return Article(id=self.name, text=read_html(self.text).text if self.media is Media.HTML else self.text)

    def encoded(self, text: str) -> bytes:
        """``text`` in the encoding of the document; what HTML adds beyond it becomes entities."""
        return self.bom + text.encode(self.codec, "xmlcharrefreplace")


def _bytes(path: Path) -> bytes:
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read(_MOST_BYTES + 1)
    with path.open("rb") as stream:
        return stream.read(_MOST_BYTES + 1)


def _decoded(name: str, raw: bytes, bom: bytes) -> tuple[str, str]:
    """The text of ``raw`` and its codec: the one by which the corpus reads it, but nothing is repaired."""
    readable = decode(raw, declared=True)
    for codec in (_CODECS[bom], *_OTHER_CODECS):
        try:
            text = raw[len(bom) :].decode(codec)
        except UnicodeDecodeError:
            continue
        if readable is not None and (codec == _CODECS[bom] or text == readable):
            return text, codec
    raise DocumentError(f"{name}: its characters are destroyed or in a rare encoding; save it as UTF-8")
