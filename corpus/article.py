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


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page as it was read: its bytes, what they are, and where they came from.

    Attributes:
        source: Where the bytes came from: a path, or ``path:LINE`` for a line of a JSON Lines file.
        raw: The bytes, untouched.
        media: What the bytes are.
    """

    source: str
    raw: bytes
    media: Media

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
        author: Reporter or editor, or "".
        text: Paragraphs of the body, one a line.
    """

    id: str
    url: str = ""
    outlet: str = ""
    title: str = ""
    date: str = ""
    author: str = ""
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


def content_id(*parts: bytes) -> str:
    """Twenty hexadecimal digits (80 bits) of SHA-256 over ``parts``, each with its length before it."""
    digest = sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()[:20]
