"""What a web page says about itself: address, outlet, headline, day and author."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from corpus.article import host_of
from corpus.boilerplate import rules
from corpus.dates import iso_day
from corpus.paragraphs import fold, words
from corpus.webpage_rules import WebpageRules, webpage_rules

_ARTICLE_TYPE = re.compile(r"Article|BlogPosting|Report$")
_BETWEEN = re.compile(r"\s+[|:»–—-]\s+|\s*\|\s*|:\s+")
_NUMBER_DATE = re.compile(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The facts about an article; "" where the page does not tell.

    ``declared`` is whether the page calls itself an article in a machine-readable way.
    """

    url: str = ""
    outlet: str = ""
    title: str = ""
    date: str = ""
    author: str = ""
    declared: bool = False


def find_metadata(tree: HtmlElement) -> Metadata:
    """What the page says about itself: JSON-LD and Open Graph first, then what a reader sees."""
    known = webpage_rules()
    data = next(_articles_in_json(tree), {})
    url = _url(tree, known)
    outlet = _outlet(tree, data, known, url=url)
    date = iso_day(str(data.get("datePublished", ""))) or _date(tree, known)
    return Metadata(
        url=url,
        outlet=outlet,
        title=_title(tree, data, known, outlet=outlet),
        date=date or _day_in_path(url) or _shown(tree, known.date_shown, iso_day),
        author=_author(tree, data, known, outlet=outlet),
        declared=bool(data or date or _day_in_path(url)),
    )


def _articles_in_json(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of the page that describe an article."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            value = json.loads(script.text or "null", strict=False)
        except ValueError:
            continue
        pending = [value]
        while pending:
            value = pending.pop()
            if isinstance(value, list):
                pending.extend(reversed(value))
            elif isinstance(value, dict):
                if _ARTICLE_TYPE.search(str(value.get("@type", ""))):
                    yield value
                pending.append(value.get("@graph"))


def _first(tree: HtmlElement, paths: tuple[str, ...]) -> str:
    values = (str(value).strip() for path in paths for value in tree.xpath(path))
    return next(filter(None, values), "")


def _url(tree: HtmlElement, known: WebpageRules) -> str:
    values = (str(value).strip() for path in known.url for value in tree.xpath(path))
    return next((value for value in values if value.startswith(("http://", "https://"))), "")


def _outlet(tree: HtmlElement, data: dict[str, Any], known: WebpageRules, *, url: str) -> str:
    """The declared name of the paper, else its host, else what the window title adds to the headline."""
    publisher = data.get("publisher")
    named = fold(_first(tree, known.outlet)) or fold(_name_of(publisher) if isinstance(publisher, dict) else "")
    window, headline = (fold(_first(tree, (path,))) for path in ("//head/title/text()", known.title[0]))
    added = window.removeprefix(headline).strip(" -–—|:") if headline and window.startswith(headline) else ""
    return named or host_of(url) or added


def _title(tree: HtmlElement, data: dict[str, Any], known: WebpageRules, *, outlet: str) -> str:
    """The headline shown where it agrees with the declared title, else that without the outlet's name."""
    declared = fold(_first(tree, known.title)) or fold(str(data.get("headline", "")))
    wanted = set(words(declared))
    for path in known.headline:
        for element in tree.xpath(path):
            shown = fold(element.text_content())
            if (have := set(words(shown))) and len(have & wanted) >= 0.6 * max(len(wanted) - 4, len(have)):
                return shown
    return without_outlet(declared or _only_heading(tree), outlet=outlet)


def _only_heading(tree: HtmlElement) -> str:
    headings = [fold(element.text_content()) for element in tree.iterfind(".//h1")]
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


def _date(tree: HtmlElement, known: WebpageRules) -> str:
    values = (str(value) for path in known.date for value in tree.xpath(path))
    return next(filter(None, map(iso_day, values)), "")


def _day_in_path(url: str) -> str:
    """The day in an address such as ``/read/2016/02/23/…``; short numbers ("16/02/15") tell too little."""
    return iso_day(urlsplit(url).path) if re.search(r"/\d{4}/\d{1,2}/\d{1,2}/", url) else ""


def _shown(tree: HtmlElement, paths: tuple[str, ...], read: Callable[[str], str]) -> str:
    """The first value that ``read`` finds in a short text at ``paths``."""
    for path in paths:
        for element in tree.xpath(path):
            text = fold(" ".join(element.itertext()))
            if len(text) <= 200 and (value := read(text)):
                return value
    return ""


def _author(tree: HtmlElement, data: dict[str, Any], known: WebpageRules, *, outlet: str) -> str:
    declared = data.get("author")
    names = [_name_of(person) for person in (declared if isinstance(declared, list) else [declared])]
    names += [str(value) for path in known.author for value in tree.xpath(path)]
    for name in map(fold, names):
        if _is_person(name, known, outlet=outlet):
            return name
    shown = _shown(tree, known.author_shown, lambda text: _byline(text, known, outlet=outlet))
    return shown or _shown(tree, known.author_labelled, lambda text: _labelled(text, known, outlet=outlet))


def _name_of(person: Any) -> str:
    return str(person.get("name", "")) if isinstance(person, dict) else str(person or "")


def _byline(text: str, known: WebpageRules, *, outlet: str) -> str:
    name = text if _is_person(text, known, outlet=outlet) else ""
    return _labelled(text, known, outlet=outlet) or name


def _labelled(text: str, known: WebpageRules, *, outlet: str) -> str:
    name = rules().author(text)
    return name if _is_person(name, known, outlet=outlet) else ""


def _is_person(name: str, known: WebpageRules, *, outlet: str) -> bool:
    """Whether ``name`` may be a writer's: up to seven words, no address or number, not outlet or desk."""
    plain = name.casefold()
    if not 1 <= len(words(name)) <= 7 or _NUMBER_DATE.search(name) or "://" in name or "." in name.strip("."):
        return False
    return not (any(word in plain for word in known.no_author) or plain in outlet.casefold())
