"""Citations marked where they stand, with the id of their rule and a link to it: in plain text and in HTML."""

import html
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from urllib.parse import quote

from extract.record import Offsets
from extract.rules.addresses import akn_address
from extract.rules.html_text import BREAK, MARK_CLASS, Around, HtmlText, Stretch, read_html
from extract.rules.registry import title_of
from extract.rules.regulations import Citation, find_citations

_MARKDOWN_LINK = re.compile(r"\[[^\[\]]{0,500}\]\([^()\s]{0,2000}\)")
_MARKDOWN_SIGNS = re.compile(r"[\[\]\\]")
_SAFE_IN_ADDRESS = "/~:?#@!$&*+,;=%"


def mark_text(text: str, date: str | None = None, *, place: str = "", base: str = "") -> str:
    r"""``text`` with each citation as a Markdown link to its rule, and not changed otherwise.

    A rule known by a nickname only has no address, so its citation stays as it is; so does what stands in a
    Markdown link already.

    Args:
        text: Plain text or Markdown.
        date: Its day (YYYY-MM-DD), as for ``find_citations``.
        place: Slug of the region it is about, as for ``find_citations``.
        base: What links begin with before "/akn/id/act/...".

    >>> mark_text("Lihat Pasal 5 PP 94/2021.")
    'Lihat Pasal 5 [PP 94/2021](/akn/id/act/pp/2021/94/~art_5).'
    """
    links = [link.span() for link in _MARKDOWN_LINK.finditer(text)]
    found = [c for c in find_citations(text, date, place=place) if address(c) and not _within(c, links)]

    def marked(citation: Citation) -> str:
        words = _MARKDOWN_SIGNS.sub(r"\\\g<0>", text[citation.start : citation.end])
        return f"[{words}]({_href(citation, base)})"

    return _with_changes(text, ((c.start, c.end, marked(c)) for c in found))


def text_as_html(text: str, date: str | None = None, *, place: str = "", base: str = "") -> str:
    r"""Plain ``text`` as HTML, its signs escaped, with the marks of ``mark_html``.

    >>> print(text_as_html("KUHP & sanksinya").replace(" data", "\n data"))
    <a class="wartagraf-citation" href="/akn/id/act/kuhp"
     data-regulation="kuhp//"
     data-how="explicit" title="Kitab Undang-Undang Hukum Pidana (kuhp//)">KUHP</a> &amp; sanksinya
    """
    parts: list[str] = []
    at = 0
    for citation in find_citations(text, date, place=place):
        words = _escaped(text[citation.start : citation.end])
        parts += [_escaped(text[at : citation.start]), _element(citation, words, base=base)]
        at = citation.end
    return "".join((*parts, _escaped(text[at:])))


def mark_html(page: str, date: str | None = None, *, place: str = "", base: str = "") -> str:
    r"""``page`` with an element around each citation, and not changed otherwise.

    The element is ``<a class="wartagraf-citation" href=...>``, and a ``<span>`` in links of the page and where the
    rule has no address. It tells the rule in ``data-regulation``, how it is named in ``data-how``, its pin cites in
    ``data-provisions``, what tells the issuer in ``data-issuer-from``, and whether the rule was in force in
    ``data-in-force``. A citation with tags in it is marked in pieces, so that elements stay well nested. Scripts,
    styles, forms, comments and attributes are left alone, and so is what a former run has marked.

    Args:
        page: An HTML document or a fragment of one.
        date: Its day (YYYY-MM-DD), as for ``find_citations``.
        place: Slug of the region it is about, as for ``find_citations``.
        base: What links begin with before "/akn/id/act/...".

    >>> print(mark_html("<p>Lihat PP 94/2021.</p>").replace(" data", "\n data"))
    <p>Lihat <a class="wartagraf-citation" href="/akn/id/act/pp/2021/94"
     data-regulation="pp/2021/94"
     data-how="explicit" title="Disiplin Pegawai Negeri Sipil (pp/2021/94)">PP 94/2021</a>.</p>
    """
    read = read_html(page)
    changes = (
        (piece.start, piece.end, _element(citation, page[piece.start : piece.end], base=base, around=piece.around))
        for citation in _citations(read, date, place)
        for piece in read.stretches(citation.start, citation.end)
        if piece.around is not Around.MARK and html.unescape(page[piece.start : piece.end]).strip()
    )
    return _with_changes(page, changes)


def find_html_citations(page: str, date: str | None = None, *, place: str = "") -> tuple[Citation, ...]:
    """Every citation in the words of an HTML page, with its place in the source.

    The stretch goes from the first to the last sign of the citation, with the tags between them. No citation runs
    from one block (paragraph, list item, cell, line) into the next; references look back over the whole page.

    >>> page = "<b>UU</b> Nomor&nbsp;5 Tahun 2014"
    >>> [page[c.start : c.end] for c in find_html_citations(page)]
    ['UU</b> Nomor&nbsp;5 Tahun 2014']
    """
    read = read_html(page)
    return tuple(_in_source(citation, read) for citation in _citations(read, date, place))


def address(citation: Citation) -> str:
    """Where the citation leads: its provision if it pins one, its rule if it pins none or several; "" for nowhere."""
    provision = citation.provisions[0] if len(citation.provisions) == 1 else ""
    return akn_address(citation.id, provision)


def _citations(read: HtmlText, date: str | None, place: str) -> Iterator[Citation]:
    found = find_citations(read.text, date, place=place)
    return (citation for citation in found if BREAK not in read.text[citation.start : citation.end])


def _in_source(citation: Citation, read: HtmlText) -> Citation:
    start, end = _place(read.stretches(citation.start, citation.end))
    antecedent = citation.antecedent and _place(read.stretches(*citation.antecedent))
    return replace(citation, start=start, end=end, antecedent=antecedent)


def _place(stretches: list[Stretch]) -> Offsets:
    return stretches[0].start, stretches[-1].end


def _within(citation: Citation, links: Sequence[Offsets]) -> bool:
    before = bisect_left(links, (citation.end,))
    return before > 0 and links[before - 1][1] > citation.start


def _with_changes(source: str, changes: Iterable[tuple[int, int, str]]) -> str:
    """``source`` with each (start, end, new words) carried out; they stand in order and do not overlap."""
    parts: list[str] = []
    at = 0
    for start, end, words in changes:
        parts += [source[at:start], words]
        at = end
    return "".join((*parts, source[at:]))


def _element(citation: Citation, words: str, *, base: str, around: Around = Around.NOTHING) -> str:
    """``words``, which are HTML, in the element that marks them."""
    title = title_of(citation.id)
    attributes = {
        "class": MARK_CLASS,
        "href": "" if around is Around.LINK else _href(citation, base),
        "data-regulation": citation.id,
        "data-how": citation.how.value,
        "data-provisions": "; ".join(citation.provisions),
        "data-issuer-from": citation.issuer_from.value if citation.issuer_from else "",
        "data-in-force": "" if citation.in_force is None else str(citation.in_force).lower(),
        "title": f"{title} ({citation.id})" if title else citation.id,
    }
    name = "a" if attributes["href"] else "span"
    told = "".join(f' {name}="{html.escape(value)}"' for name, value in attributes.items() if value)
    return f"<{name}{told}>{words}</{name}>"


def _href(citation: Citation, base: str) -> str:
    path = address(citation)
    return quote(base.rstrip("/") + path, safe=_SAFE_IN_ADDRESS) if path else ""


def _escaped(words: str) -> str:
    return html.escape(words, quote=False)
