"""The command ``cite``: marks the citations of a text or page with the ids of their rules."""

import json
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path

import click

from corpus import Media
from extract import Citation, find_citations, find_html_citations, mark_html, mark_text, text_as_html, title_of
from extract.naming import find_regions, main_region
from extract.rules.marking import address
from extract.rules.registry import slug
from graph.documents import Document
from graph.options import FILE
from graph.places import regions_called
from graph.printing import count, warn
from graph.writing import writing


class Format(StrEnum):
    """How the citations of a document are shown."""

    HTML = "html"
    TEXT = "text"
    JSON = "json"


FORMAT = click.Choice([form.value for form in Format])


def _day(ctx: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """``value`` if it is a day."""
    try:
        return value and date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day (YYYY-MM-DD)", ctx, option) from None


def _place(ctx: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """The slug of the region that ``value`` names, "" for none."""
    if not value:
        return value
    found = regions_called(value)
    if len(found) == 1:
        return slug(found[0].name)
    if found:
        names = " or ".join(repr(place.name) for place in found)
        raise click.BadParameter(f"{value!r} is the name of several regions; write {names}", ctx, option)
    hint = "write it like 'Kota Metro', 'Kabupaten Toba' or 'Lampung', or '' for none"
    raise click.BadParameter(f"{value!r} is no province, kabupaten or kota that is known here; {hint}", ctx, option)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), metavar="FILE")
@click.option(
    "--date",
    "day",
    callback=_day,
    metavar="YYYY-MM-DD",
    help="Day of the text; names mean the rule of that day.  [default: its own]",
)
@click.option(
    "--place", callback=_place, help="Region of by-laws that name none: 'Kota Metro', '' for none.  [default: its own]"
)
@click.option("--format", "form", type=FORMAT, help="What to write.  [default: as FILE is]")
@click.option("--base", default="", metavar="URL", help="What links begin with, before /akn/id/act/...")
@click.option("-o", "--output", type=FILE, help="File to write.  [default: standard output]")
def cite(  # noqa: PLR0913, PLR0917 - one parameter an option
    file: Path, day: str | None, place: str | None, form: str | None, base: str, output: Path | None
) -> None:
    """Mark the citations in a text or HTML page, linked to rules.

    FILE is text or HTML; - is standard input. A page comes back byte for byte, with <a class="wartagraf-citation"> and
    the id of the rule around each citation; a text with Markdown links. --format json writes one citation a line:
    `start` and `end` count the characters of the decoded FILE. Without --date and --place both are taken from the page
    or text itself, as `build` takes them.

    \b
    wartagraf cite page.html > marked.html
    wartagraf cite notes.txt --date 2024-05-02 --place "Kota Metro" --format json
    curl -s https://kabar.example/berita | wartagraf cite - --base https://hukum.example
    """  # noqa: D301 - click reads the backspace before an example
    document = Document.read(file)
    shown = Format(form or document.media)
    if document.media is Media.HTML and shown is Format.TEXT:
        raise click.UsageError(f"{document.name} is HTML; give --format html or json")
    day, place = _context(document, day, place)
    result, found = _shown(document, shown, day, place, base)
    with writing(output) as out:
        out.buffer.write(result)
        out.buffer.flush()
    warn(f"{count(len(found), 'citation')} of {count(len({citation.id for citation in found}), 'rule')}")
    if unknown := {citation.id for citation in found if not address(citation)}:
        told = ", ".join(sorted(unknown))
        warn(f"without a link: {told}; {'no rule of that name is known' if day else 'give --date: names change rules'}")


def _context(document: Document, day: str | None, place: str | None) -> tuple[str, str]:
    """Day and place as given, else as the document tells them; the place as a slug."""
    if day is not None and place is not None:
        return day, place
    article = document.article()
    regions = find_regions(article.text, title=article.title, outlet=article.outlet)
    own = main_region(article.text, *regions)
    return day or article.date, slug(own) if place is None else place


def _shown(document: Document, form: Format, day: str, place: str, base: str) -> tuple[bytes, tuple[Citation, ...]]:
    """The document in this form, and its citations."""
    of_page = document.media is Media.HTML
    found = (find_html_citations if of_page else find_citations)(document.text, day, place=place)
    if form is Format.JSON:
        return _lines(document.text, found), found
    mark = mark_html if of_page else text_as_html if form is Format.HTML else mark_text
    return document.encoded(mark(document.text, day, place=place, base=base)), found


def _lines(text: str, citations: Iterable[Citation]) -> bytes:
    rows = (json.dumps(_row(text, citation), ensure_ascii=False) + "\n" for citation in citations)
    return "".join(rows).encode()


def _row(text: str, citation: Citation) -> dict[str, object]:
    """One citation; what is not known is null or empty."""
    return {
        "start": citation.start,
        "end": citation.end,
        "text": text[citation.start : citation.end],
        "id": citation.id,
        "title": title_of(citation.id),
        "address": address(citation),
        "how": citation.how,
        "provisions": citation.provisions,
        "antecedent": citation.antecedent,
        "issuer_from": citation.issuer_from,
        "in_force": citation.in_force,
        "amends": citation.amends,
        "revokes": citation.revokes,
        "enacts": citation.enacts,
    }
