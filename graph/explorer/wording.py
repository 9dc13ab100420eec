"""How the pages put values into words: dates, confidence, modes, addresses and citations."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from urllib.parse import quote, urlsplit

from graph.speakers import speaker_words

MODES = {
    "direct": "quoted word for word",
    "indirect": "reported in the paper’s words",
    "mixed": "partly quoted, partly reported",
}
MANNERS = {"indirect": "in the paper’s words", "mixed": "partly quoted"}  # beside words without quotation marks
# Bounds of the extractor's confidence, from the top, and what to do about it; scores on gold by confidence tell what
# each is worth.
CONFIDENCES = (
    (0.9, "high", ""),
    (0.7, "medium", "have a look at the article"),
    (0.0, "low", "read the article before you rely on it"),
)

STATUSES = {
    "threatened": "threatened",
    "possible": "possible or announced",
    "imposed": "imposed",
    "denied": "not imposed",
}
POST_STATUSES = {
    "former": "held before",
    "designate": "not yet held",
    "acting": "acting",
}
DEEDS = {
    "amends": ("Amends", "Amended by"),
    "revokes": ("Revokes", "Revoked by"),
    "enacts": ("Makes law", "Made law by"),
}
MODALITIES = {
    "negated": "says that something is not so",
    "conditional": "under a condition",
    "possible": "may be so",
    "obliged": "must or should be so",
}
ISSUERS = {  # what tells who issued a rule; by the words themselves it goes without saying
    "same-number": "another citation of this number in the article names who issued it",
    "place": "who issued it is taken from the place that the article is about",
    "same-type": "who issued it is taken from another rule of this type in the article",
    "office": "who issued it is taken from the one government that the article names",
}
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour"}


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
    """How far to trust an attribution, and what to do about it.

    >>> confidence(0.95), confidence(0.76)
    ('high', 'medium, have a look at the article')
    """
    level, advice = _confidence(value)
    return f"{level}, {advice}" if advice else level


def doubt(value: float) -> str:
    """A warning beside an attribution that is not sure; "" beside one that is.

    >>> doubt(0.95), doubt(0.53)
    ('', 'low confidence, 53%')
    """
    level, advice = _confidence(value)
    return f"{level} confidence, {value:.0%}" if advice else ""


def _confidence(value: float) -> tuple[str, str]:
    return next((level, advice) for bound, level, advice in CONFIDENCES if value >= bound)


def mode(value: str) -> str:
    """How a statement is reported."""
    return MODES.get(value, value)


def manner(value: str) -> str:
    """The same in short, where no quotation marks tell it."""
    return MANNERS.get(value, "")


def act(value: str) -> str:
    """What a speaker does by a statement.

    >>> act("announces-sanction")
    'announces a sanction'
    """
    return "announces a sanction" if value == "announces-sanction" else value


def modality(value: str) -> str:
    """How far what is said holds."""
    return MODALITIES.get(value, value)


def issuer(issuer_from: str) -> str:
    """How it is known who issued a rule, where its citation does not say it."""
    return ISSUERS.get(issuer_from, "")


def post_status(value: str) -> str:
    """Whether a post is held now, in words; only for posts of which articles say it."""
    return POST_STATUSES.get(value, value)


def in_force(since: str, until: str) -> str:
    """From when a rule was in force, and since when no longer; "" where neither is known.

    Args:
        since: First day in force, or its year, or "".
        until: First day no longer in force, or its year, or "".

    >>> in_force("2014-01-15", "2023-10-31")
    'from 15 January 2014, no longer since 31 October 2023'
    """
    parts = [f"from {in_words(since)}" if since else "", f"no longer since {in_words(until)}" if until else ""]
    return ", ".join(filter(None, parts))


def standing(was_in_force: bool | None, until: str, day: str) -> str:
    """A warning where a rule was not in force on ``day``; "" where it was, or nobody knows."""
    if was_in_force is not False:
        return ""
    return "no longer in force on that day" if until and until <= day else "not yet in force on that day"


def deed(does: str, *, done_to: bool = False) -> str:
    """What a rule does to another, or has done to it.

    >>> deed("revokes"), deed("revokes", done_to=True)
    ('Revokes', 'Revoked by')
    """
    return DEEDS[does][done_to]


def penalty(row: Mapping[str, Any]) -> str:
    """What a sanction comes to, as far as its words say it.

    >>> row = {"amount_from": None, "amount_to": 50_000_000, "duration_from": "P6M", "duration_to": "P1Y6M"}
    >>> penalty(row | {"degree": "", "status": "threatened"})
    'up to Rp50,000,000, 6 months to 1 year 6 months, threatened'
    """
    parts = (
        _between(row["amount_from"], row["amount_to"], lambda amount: f"Rp{amount:,}"),
        _between(row["duration_from"], row["duration_to"], duration),
        row["degree"],
        STATUSES.get(row["status"], row["status"]),
    )
    return ", ".join(filter(None, parts))


def duration(value: str) -> str:
    """An ISO 8601 duration as people say it.

    >>> duration("P1Y6M"), duration("lifelong")
    ('1 year 6 months', 'for life')
    """
    if value == "lifelong":
        return "for life"
    found = re.findall(r"(\d+)([YMWDH])", value)
    return " ".join(f"{number} {UNITS[unit]}{'s' if int(number) != 1 else ''}" for number, unit in found) or value


def _between(least: Any, most: Any, shown: Callable[[Any], str]) -> str:
    """A range of two values, of which None and "" are none."""
    if least and most:
        return shown(most) if least == most else f"{shown(least)} to {shown(most)}"
    return f"up to {shown(most)}" if most else f"at least {shown(least)}" if least else ""


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


def quotation(said: Mapping[str, Any]) -> str:
    """The words of a statement and who said them, to be copied; quotation marks stand around a direct quote only.

    >>> said = {"words": "Bayar denda", "speaker": "Ani Sari", "post": "Camat", "mode": "direct", "speaker_by": ""}
    >>> quotation(said)
    '“Bayar denda” — Ani Sari, Camat'
    >>> quotation(said | {"mode": "indirect"})
    'Ani Sari, Camat, reported in the paper’s words: Bayar denda'
    """
    who = ", ".join(filter(None, (_named(said), said["post"])))
    if said["mode"] == "direct":
        return f"“{said['words']}” — {who}"
    return f"{who}, {mode(said['mode'])}: {said['words']}"


def _named(said: Mapping[str, Any]) -> str:
    name = str(said["speaker"])
    return f"{name} (the article names only the post)" if said["speaker_by"] == "post" else speaker_words(name)
