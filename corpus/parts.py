"""Articles that a paper cuts into several pages: which part a page is, and how parts become one article again."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urljoin

from corpus.article import Article, content_id
from corpus.canonical import canonical, part_number
from corpus.repeats import without_repeats

# No article has more parts; higher numbers behind an address are its own.
_MOST_PARTS = 30
_NUMBERED = re.compile(r"(?P<base>.+?)/(?:page/|halaman/)?(?P<number>\d{1,2})/?")


def find_part(url: str, hrefs: Iterable[str], *, number: int) -> tuple[str, str]:
    """The address of the whole article and which part of it this page is ("2/3"), "" where it is all of it.

    A page is a part if it links to others of the same address: ``?page=2``, ``/2``, ``/page/2``.

    Args:
        url: The canonical address of the page.
        hrefs: What the page links to.
        number: The part that the address names: 1 where it does not say, 0 for all at once.

    >>> find_part("https://kabar.example/a", ["?page=2", "?page=3", "/b"], number=1)
    ('https://kabar.example/a', '1/3')
    """
    own = _NUMBERED.fullmatch(url)
    near = {href for href in hrefs if _may_be_near(href, own["base"] if own else url)}
    others = {(canonical(full), part_number(full)) for full in (_joined(url, href) for href in near) if full}
    if own and 1 < int(own["number"]) <= _MOST_PARTS and any(_bare(link) == own["base"] for link, _ in others):
        url, number = own["base"], int(own["number"])
    base = _bare(url)
    named = {part for link, part in others if _bare(link) == base}
    paths = (match for match in (_NUMBERED.fullmatch(link) for link, _ in others) if match and match["base"] == base)
    last = max((part for part in {*named, *(int(path["number"]) for path in paths)} if part <= _MOST_PARTS), default=1)
    return url, f"{number}/{max(last, number)}" if number and max(last, number) > 1 else ""


def _may_be_near(href: str, base: str) -> bool:
    """Whether ``href`` may lead to a part of ``base``: it is relative to the page, or holds the end of its path."""
    path = _bare(base.partition("?")[0])
    return not href.startswith(("http", "/")) or path.rpartition("/")[2] in href


def _bare(url: str) -> str:
    return url.rstrip("/")


def _joined(url: str, href: str) -> str:
    try:
        return urljoin(url, href)
    except ValueError:
        return ""


def join_parts(parts: Sequence[Article]) -> Article:
    """One article of the ``parts`` at hand, in their order, each paragraph once; the first tells the facts.

    It has a part of its own ("1-2/3") as long as one is missing.
    """
    ordered = sorted(parts, key=lambda article: _numbers(article.part)[0])
    held = [number for article in ordered for number in range(*_range(article.part))]
    total = max(_numbers(article.part)[2] for article in ordered)
    whole = held == list(range(1, total + 1))
    text = "\n".join(without_repeats([line for article in ordered for line in article.text.splitlines()]))
    first = ordered[0]
    return replace(
        first,
        id=content_id((first.url or first.outlet).encode(), first.title.encode(), text.encode()),
        part="" if whole else f"{held[0]}-{held[-1]}/{total}",
        text=text,
    )


def overlap(parts: Sequence[Article]) -> bool:
    """Whether two of ``parts`` are, or hold, the same part."""
    held = [number for article in parts for number in range(*_range(article.part))]
    return len(set(held)) < len(held)


def _range(part: str) -> tuple[int, int]:
    first, last, _ = _numbers(part)
    return first, last + 1


def _numbers(part: str) -> tuple[int, int, int]:
    """First and last part and how many there are: "2/3" is 2, 2, 3 and "1-2/3" is 1, 2, 3."""
    held, _, total = part.partition("/")
    first, _, last = held.partition("-")
    return int(first), int(last or first), int(total)
