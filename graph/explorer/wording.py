"""How the pages put values into words: dates, confidence, modes, addresses and citations."""

from datetime import date
from urllib.parse import quote, urlsplit

MODES = {
    "direct": "quoted word for word",
    "indirect": "reported in the paper’s words",
    "mixed": "partly quoted, partly reported",
}
# Bounds of the extractor's confidence, from the top; scores on gold by confidence tell what each is worth.
CONFIDENCES = (
    (0.9, "high"),
    (0.7, "medium, have a look at the article"),
    (0.0, "low, read the article before you rely on it"),
)


def in_words(day: str) -> str:
    """A day as people write it; "undated" for "", and anything else as it is.

    >>> in_words("2024-03-09")
    '9 March 2024'
    """
    if not day:
        return "undated"
    try:
        parsed = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{parsed.day} {parsed:%B %Y}"


def confidence(value: float) -> str:
    """How far to trust an attribution.

    >>> confidence(0.95)
    'high'
    """
    return next(words for bound, words in CONFIDENCES if value >= bound)


def mode(value: str) -> str:
    """How a statement is reported."""
    return MODES.get(value, value)


def web_address(url: str) -> str:
    """``url`` if it leads to the web, else "": no other scheme may become a link.

    >>> web_address("javascript:alert(1)")
    ''
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and parts.netloc else ""


def address(kind: str, identifier: str) -> str:
    """The page of something: any id fits, as it never becomes part of the path.

    >>> address("rule", "uu/2014/5")
    '/rule?id=uu/2014/5'
    """
    return f"/{kind}?id={quote(identifier, safe='/:~')}"


def citation(title: str, outlet: str, day: str, url: str) -> str:
    """A reference to an article that can be copied into a footnote.

    >>> citation("Denda Naik", "Kabar Selarong", "2024-03-09", "https://kabar.example/1")
    '“Denda Naik”, Kabar Selarong, 9 March 2024, https://kabar.example/1'
    """
    parts = (f"“{title or 'Untitled'}”", outlet, in_words(day), url)
    return ", ".join(part for part in parts if part)
