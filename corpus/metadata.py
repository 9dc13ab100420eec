"""What a web page says about itself: address, outlet, headline, moment, reporter, editor, section."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from lxml.html import HtmlElement

from corpus.article import host_of
from corpus.canonical import canonical, part_number
from corpus.credits import LONGEST, find_credits, person
from corpus.dates import iso_day, iso_moment, reported_day
from corpus.head import Head, read_head
from corpus.outlets import UNKNOWN, Outlet, outlet_of
from corpus.page_tree import named_elements, strip_noise, texts
from corpus.paragraphs import fold, words
from corpus.parts import find_part
from corpus.webpage_rules import webpage_rules

_BETWEEN = re.compile(r"\s+[|:»–—-]{1,2}\s+|\s*\|\s*|:\s+")
_HOST = re.compile(r"[\w.-]+\.[a-z]{2,4}", re.IGNORECASE)
_DAY_IN_PATH = re.compile(r"/\d{4}/\d{1,2}/\d{1,2}/")
# Longer texts show no day of publication; those of boxes without such a name are to be shorter.
_LONGEST_SHOWN = 200
_LONGEST_LOOSE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The facts about an article; "" where the page does not tell.

    Attributes:
        url: Canonical address: without AMP, tracking and the number of a part.
        outlet: Name of the paper, else its host.
        title: The headline.
        date: Day of publication, YYYY-MM-DD, as printed.
        published: Moment of publication, ISO 8601, with offset where the page or the outlet tells.
        author: Reporters, else the editor.
        editor: The editor.
        section: The section of the paper.
        part: Which part of an article the page is ("2/3"), "" for all of it.
        declared: Whether the page calls itself an article in a machine-readable way.
        peculiar: What is known of the outlet, as its pages looked that day.
    """

    url: str = ""
    outlet: str = ""
    title: str = ""
    date: str = ""
    published: str = ""
    author: str = ""
    editor: str = ""
    section: str = ""
    part: str = ""
    declared: bool = False
    peculiar: Outlet = UNKNOWN


def find_metadata(tree: HtmlElement, *, address: str = "") -> Metadata:
    """What the page says about itself: what it declares first, then what a reader sees.

    Args:
        tree: The page; scripts and whatever else shows no text are taken out of it.
        address: Where it was fetched from, which counts where the page names no address of its own.
    """
    head = read_head(tree)
    strip_noise(tree)
    at = _address(head) or address
    hrefs = (href for link in tree.iter("a") if _may_be_part(href := link.get("href", "")))
    url, part = find_part(canonical(at), hrefs, number=part_number(address or at))
    host = host_of(url)
    peculiar = outlet_of(host)
    outlet = _outlet(head, peculiar, host=host)
    declared = head.said("datePublished") or _declared_day(head)
    date = iso_day(declared) or _day_in_path(url)
    moment = iso_moment(declared, zone=peculiar.zone)
    shown = [] if date and _tells_zone(moment) else list(_shown(tree))
    shown = shown if date or any(map(iso_day, shown)) else list(_loose_days(tree))
    date = date or next(filter(None, map(iso_day, shown)), "")
    author, editor = _writers(tree, head, outlet=outlet)
    return Metadata(
        url=url,
        outlet=outlet,
        title=_title(tree, head, outlet=f"{outlet} {peculiar.name} {head.metas.get('og:site_name', '')} {host}"),
        date=date,
        published=_moment(moment, shown, day=date, zone=peculiar.zone),
        author=author or editor,
        editor=editor,
        section=_section(head),
        part="" if part and _holds_all_parts(tree) else part,
        declared=bool(head.article or declared or _day_in_path(url)),
        peculiar=outlet_of(host, date),
    )


def _holds_all_parts(tree: HtmlElement) -> bool:
    """Whether the page has the parts in boxes of their own and shows one after the other."""
    boxes = [box for box in named_elements(tree) if webpage_rules().part_boxes.search(box.get("class", ""))]
    return sum(len(box.text_content()) > _LONGEST_SHOWN for box in boxes) > 1


def _may_be_part(href: str) -> bool:
    """Whether ``href`` may lead to another part of an article: it ends with a number or "all", or has a query."""
    end = href.rstrip("/")[-4:]
    return "?" in href or (end[-1:].isdigit() and not end.isdigit())


def _address(head: Head) -> str:
    named = (head.links.get("canonical", ""), head.metas.get("og:url", ""), head.metas.get("twitter:url", ""))
    return next((url for url in named if url.startswith(("http://", "https://"))), "")


def _outlet(head: Head, peculiar: Outlet, *, host: str) -> str:
    """The declared name of the paper, else its known name or host, else what the window adds to the headline."""
    named = head.first(webpage_rules().outlet) or next(iter(head.people("publisher")), "")
    headline = head.metas.get("og:title", "")
    added = head.window.removeprefix(headline).strip(" -–—|:") if headline and head.window.startswith(headline) else ""
    return (peculiar.name if _HOST.fullmatch(named) else "") or named or peculiar.name or host or added


def _title(tree: HtmlElement, head: Head, *, outlet: str) -> str:
    """The headline shown where it agrees with the declared title, else that without the outlet's name."""
    declared = head.first(webpage_rules().title) or head.window or head.said("headline")
    wanted = set(words(declared))
    for path in webpage_rules().headline:
        for element in tree.xpath(path):
            shown = fold(element.text_content())
            if (have := set(words(shown))) and len(have & wanted) >= 0.6 * max(len(wanted) - 4, len(have)):
                return shown
    return without_outlet(declared or _only_heading(tree), outlet=outlet)


def _only_heading(tree: HtmlElement) -> str:
    headings = [fold(element.text_content()) for element in tree.iter("h1")]
    return headings[0] if len(headings) == 1 else ""


def without_outlet(title: str, *, outlet: str) -> str:
    """``title`` without the outlet's name at its end or beginning.

    >>> without_outlet("Kios Ditertibkan - Harian Contoh", outlet="Harian Contoh")
    'Kios Ditertibkan'
    """
    name = set(words(outlet)) - {"com", "co", "id", "net", "news"}
    if name and (cuts := list(_BETWEEN.finditer(title))):
        if name & set(words(title[cuts[-1].end() :])):
            return title[: cuts[-1].start()]
        if name & set(words(title[: cuts[0].start()])):
            return title[cuts[0].end() :]
    return title


def _declared_day(head: Head) -> str:
    values = (head.metas.get(name, "") for name in webpage_rules().date)
    return next((value for value in values if iso_day(value)), "")


def _day_in_path(url: str) -> str:
    """The day in an address such as ``/read/2016/02/23/…``; short numbers ("16/02/15") tell too little."""
    match = _DAY_IN_PATH.search(url)
    return iso_day(match[0]) if match else ""


def _tells_zone(moment: str) -> bool:
    """Whether ``moment`` has an offset of Indonesia. Systems set wrongly print Z or -07:00 behind local times."""
    return moment.endswith(("+07:00", "+08:00", "+09:00"))


def _moment(declared: str, shown: list[str], *, day: str, zone: str) -> str:
    """The moment of publication: as declared if it tells an offset of Indonesia, else as a reader sees it."""
    if _tells_zone(declared):
        return declared
    seen = [moment for moment in (iso_moment(text, zone=zone) for text in shown) if moment[:10] == day]
    mirrored = f"{declared[:-6]}{zone}" if zone and declared.endswith(zone.replace("+", "-")) else ""
    return next(filter(_tells_zone, seen), "") or mirrored or declared or next(iter(seen), "")


def _shown(tree: HtmlElement) -> Iterator[str]:
    """The short texts that show a day: in ``time`` elements, then in boxes named so."""
    for element in tree.iter("time"):
        yield element.get("datetime", "")
        yield fold(" ".join(texts(element)))
    for element in named_elements(tree):
        if _shows_day(element.get("class", ""), element.get("id", "")):
            text = fold(" ".join(texts(element)))
            if len(text) <= _LONGEST_SHOWN and iso_day(text):
                yield text


def _loose_days(tree: HtmlElement) -> Iterator[str]:
    """Short texts with a weekday and a full date, wherever they stand, for pages without any names."""
    for text in map(fold, texts(tree)):
        if len(text) <= _LONGEST_LOOSE and reported_day(text):
            yield text


def _writers(tree: HtmlElement, head: Head, *, outlet: str) -> tuple[str, str]:
    """The reporters and the editor: declared, else by labelled lines, else by boxes named so.

    Some systems declare the editor as the author; then the next who is named wrote it.
    """
    known = webpage_rules()
    editors = [*head.people("editor"), *(head.metas.get(name, "") for name in known.editor)]
    labelled = find_credits(text for text in map(str.strip, texts(tree)) if 0 < len(text) <= LONGEST)
    editor = next(filter(None, (person(each, outlet=outlet) for each in (*editors, labelled.editor))), "")
    writers = dict.fromkeys(person(each, outlet=outlet) for each in head.people("author"))
    named = (
        ", ".join(filter(None, writers)),
        *(person(head.metas.get(name, ""), outlet=outlet) for name in known.author),
    )
    found = chain(named, (person(labelled.reporter, outlet=outlet),), _bylines(tree, outlet=outlet))
    return next((name for name in found if name and name != editor), ""), editor


def _bylines(tree: HtmlElement, *, outlet: str) -> Iterator[str]:
    """The names in short boxes that are named after their writer."""
    for element in named_elements(tree):
        if not _shows_author(element.get("class", ""), element.get("id", "")):
            continue
        text = fold(" ".join(texts(element)))
        if 0 < len(text) <= LONGEST and not any(_shows_no_author(box) for box in (element, *element.iterancestors())):
            found = find_credits([text])
            if name := found.reporter or found.editor or ("" if text.isupper() else person(text, outlet=outlet)):
                yield name


@lru_cache(maxsize=1 << 14)
def _shows_day(css_class: str, css_id: str) -> bool:
    return bool(webpage_rules().date_shown.search(f"{css_class} {css_id}"))


@lru_cache(maxsize=1 << 14)
def _shows_author(css_class: str, css_id: str) -> bool:
    return bool(webpage_rules().author_shown.search(f"{css_class} {css_id}"))


def _shows_no_author(box: HtmlElement) -> bool:
    if box.tag in ("body", "html"):
        return False
    return bool(webpage_rules().no_author_shown.search(f"{box.get('class', '')} {box.get('id', '')}"))


def _section(head: Head) -> str:
    """The declared section, else the last breadcrumb but the article's own."""
    declared = head.said("articleSection") or head.first(webpage_rules().section)
    trail = [step for step in head.trail if len(step) <= 40 and step.casefold() not in ("home", "beranda")]
    usable = declared and len(declared) <= 40 and "." not in declared and declared.casefold() != "article"
    return declared if usable else next(iter(trail[-2:]), "")
