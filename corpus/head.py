"""What the head of a web page declares for machines: meta tags, JSON-LD, links."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from corpus.paragraphs import fold

_ARTICLE_TYPE = re.compile(r"Article|BlogPosting|Report$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a page declares.

    Attributes:
        metas: Contents of meta tags by their name, property or itemprop in small letters; the first of a name counts.
        links: Addresses by their relation: canonical, amphtml, next, prev.
        window: The title of the window.
        article: The JSON-LD object that describes the article, or an empty one.
        trail: The names of the breadcrumbs in JSON-LD.
    """

    metas: Mapping[str, str]
    links: Mapping[str, str]
    window: str
    article: Mapping[str, Any]
    trail: tuple[str, ...]

    def first(self, names: tuple[str, ...]) -> str:
        """The first content that stands under one of ``names``, or ""."""
        return next(filter(None, (self.metas.get(name, "") for name in names)), "")

    def said(self, name: str) -> str:
        """The text that JSON-LD gives under ``name``, or ""."""
        value = self.article.get(name)
        value = value[0] if isinstance(value, list) and value else value
        return fold(value) if isinstance(value, str) else ""

    def people(self, name: str) -> list[str]:
        """The names that JSON-LD gives under ``name``, persons and organisations alike."""
        value = self.article.get(name)
        return [fold(_name_of(person)) for person in (value if isinstance(value, list) else [value])]


def read_head(tree: HtmlElement) -> Head:
    """What ``tree`` declares, wherever in the page it does."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if name and (content := fold(meta.get("content") or "")):
            metas.setdefault(name, content)
    links: dict[str, str] = {}
    for link in tree.iter("link"):
        if href := (link.get("href") or "").strip():
            links.setdefault((link.get("rel") or "").lower(), href)
    described = list(_json_ld(tree))
    return Head(
        metas=metas,
        links=links,
        window=fold(tree.findtext("head/title") or ""),
        article=next((each for each in described if _ARTICLE_TYPE.search(_type(each))), {}),
        trail=next((_trail(each) for each in described if _type(each) == "BreadcrumbList"), ()),
    )


def _json_ld(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of the page, those in lists and graphs too."""
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json":
            continue
        try:
            pending = [json.loads(script.text or "null", strict=False)]
        except (ValueError, RecursionError):
            continue
        while pending:
            value = pending.pop()
            if isinstance(value, list):
                pending.extend(reversed(value))
            elif isinstance(value, dict):
                yield value
                pending.append(value.get("@graph"))


def _type(described: Mapping[str, Any]) -> str:
    return str(described.get("@type", ""))


def _trail(described: Mapping[str, Any]) -> tuple[str, ...]:
    steps = described.get("itemListElement")
    named = [step.get("name") or _name_of(step.get("item")) for step in steps or () if isinstance(step, dict)]
    return tuple(fold(str(name)) for name in named if name)


def _name_of(person: Any) -> str:
    value = person.get("name", "") if isinstance(person, dict) else person
    return value if isinstance(value, str) else ""
