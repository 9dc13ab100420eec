"""The values that leave the corpus stage: a page as it came, and what cleaning made of it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit


class Media(StrEnum):
    """What the bytes of a page are."""

    HTML = "html"
    TEXT = "text"
    JSON = "json"


class Reason(StrEnum):
    """Why a page gave no article; the value is what counts and exports show."""

    EMPTY = "empty"
    BINARY = "binary"
    ENCODING = "encoding"
    MALFORMED = "malformed"
    NO_ARTICLE = "no-article"
    UNREADABLE = "unreadable"
    ID_TAKEN = "id-taken"
    FAILED = "failed"
    ROBOTS = "robots"
    BLOCKED = "blocked"
    GONE = "gone"
    PRIVATE = "private-address"
    UNREACHABLE = "unreachable"
    SIEVED = "sieved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page as it was read: its bytes, what they are, and where they came from.

    Attributes:
        source: Where the bytes came from: a path, ``path:LINE`` for a line of a JSON Lines file, or the address
            they were fetched from.
        raw: The bytes, untouched.
        media: What the bytes are.
        charset: The character set that the server named, or "".
        fetched: When it was fetched, in UTC as YYYY-MM-DDTHH:MM:SS+00:00, or "" where nobody tells.
    """

    source: str
    raw: bytes
    media: Media
    charset: str = ""
    fetched: str = ""

    @property
    def id(self) -> str:
        """Twenty hexadecimal digits of SHA-256 over kind and bytes: the same page twice is one page."""
        return content_id(self.media.value.encode(), self.raw)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A cleaned article. ``text`` never changes once ``id`` is given: every offset counts in it.

    Attributes:
        id: The id an article brought along (JSON Lines), else derived from its content.
        url: Canonical address, or "".
        outlet: Name or host of the paper, or "".
        title: Headline, or "".
        date: Day of publication as YYYY-MM-DD, or "".
        published: Moment of publication, ISO 8601, with offset where the page or its outlet tells, or "".
        author: Reporters, else the editor, or "".
        editor: Editor, or "".
        section: Section of the paper, or "".
        place: Where the report is told from, by its dateline ("METRO – ..."), or "".
        part: Which part of an article this is where the others are not at hand ("1/3"), else "".
        text: Paragraphs of the body, one a line.
    """

    id: str
    url: str = ""
    outlet: str = ""
    title: str = ""
    date: str = ""
    published: str = ""
    author: str = ""
    editor: str = ""
    section: str = ""
    place: str = ""
    part: str = ""
    text: str

    def to_json(self) -> dict[str, str]:
        """The JSON Lines form, every field a string."""
        return asdict(self)

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> "Article":
        """The article of a JSON object; fields beyond ours are left aside, missing ones are "".

        Raises:
            KeyError: ``id`` or ``text`` is missing.
            TypeError: ``id`` or ``text`` is no string.
        """
        for name in ("id", "text"):
            if not isinstance(row[name], str):
                raise TypeError(f"{name!r} is {type(row[name]).__name__}, not a string")
        known = {name: value for name, value in row.items() if name in cls.__slots__ and isinstance(value, str)}
        return cls(**known)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """A page that gave no article, and why.

    Attributes:
        source: As in ``Page.source``.
        reason: The kind of refusal.
        detail: One line for a person: what was wrong, with the value that was wrong.
    """

    source: str
    reason: Reason
    detail: str = ""


def host_of(url: str) -> str:
    """The host of an address without "www.", which names an outlet that does not name itself; "" if none.

    >>> host_of("https://www.kabar.example/2024/05/pasar.html")
    'kabar.example'
    """
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # no address at all: "http://[kabar"
        return ""


def is_address(text: str) -> bool:
    """Whether ``text`` begins like an http or https address.

    >>> is_address("HTTPS://kabar.example/feed"), is_address("pages/a.html")
    (True, False)
    """
    return text[:8].lower().startswith(("http://", "https://"))


def content_id(*parts: bytes) -> str:
    """Twenty hexadecimal digits (80 bits) of SHA-256 over ``parts``, each with its length before it."""
    digest = sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()[:20]
