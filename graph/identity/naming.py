"""Who is who, for now: one name within one region or office is one entity; ids are readable and stable.

A wrong merge puts words into somebody's mouth, a missing one only splits a list: in doubt entities stay apart.
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files

_BRACKETED = re.compile(r"\([^)]*\)")
_CACHED = 65_536  # names remembered; bounds memory, and regional news repeats the same few thousand


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityData:
    """The contents of ``naming.toml``."""

    honorifics: frozenset[str]
    degrees: frozenset[str]
    local_kinds: frozenset[str]
    national: frozenset[str]
    hyphenated_types: tuple[str, ...]
    area_words: frozenset[str]
    implies: dict[str, str]
    short: dict[str, str]


@cache
def identity_data() -> IdentityData:
    """The word lists of ``naming.toml``, read once."""
    raw = tomllib.loads(files(__package__).joinpath("naming.toml").read_text("utf-8"))
    return IdentityData(
        honorifics=frozenset(raw["honorifics"]),
        degrees=frozenset(raw["degrees"]),
        local_kinds=frozenset(raw["local_kinds"]),
        national=frozenset(raw["national"]),
        hyphenated_types=tuple(raw["hyphenated_types"]),
        area_words=frozenset(raw["area_words"]),
        implies=raw["implies"],
        short=raw["short"],
    )


@lru_cache(_CACHED)
def plain(name: str) -> str:
    """``name`` as it is compared: small letters, words only, short forms written out.

    >>> plain("Kab.  Way-Kanan")
    'kabupaten way kanan'
    """
    text = unicodedata.normalize("NFKC", name).casefold().replace("'", "").replace("’", "")
    short = identity_data().short
    return " ".join(short.get(word, word) for word in re.findall(r"\w+", text))


@lru_cache(_CACHED)
def plain_person(name: str) -> str:
    """``name`` of a person as it is compared: ``plain`` without honorifics and degrees.

    >>> plain_person("Dr. H. Sutan Lubuk, S.H., M.Si")
    'sutan lubuk'
    """
    data = identity_data()
    # most names are plain words, and the long way costs ten times as much
    words = name.casefold().split() if name.isascii() and name.replace(" ", "").isalpha() else _words_of_person(name)
    while len(words) > 1 and words[0] in data.honorifics:
        del words[0]
    while len(words) > 1 and words[-1] in data.degrees:
        del words[-1]
    return " ".join(words)


def _words_of_person(name: str) -> list[str]:
    data = identity_data()
    words: list[str] = []
    for chunk in _BRACKETED.sub(" ", name).partition(",")[0].split():
        undotted = plain(chunk.replace(".", ""))  # "S.H." is one word, "M.Arif" two
        titled = undotted in data.honorifics or undotted in data.degrees
        words += [undotted] if titled else plain(chunk).split()
    return words


@lru_cache(_CACHED)
def slug(text: str) -> str:
    """``text`` for an id: ASCII letters and digits, words joined by hyphens.

    >>> slug("Kota Métro (Lampung)")
    'kota-metro-lampung'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "-".join(re.findall(r"[a-z0-9]+", decomposed.encode("ascii", "ignore").decode()))


@lru_cache(_CACHED)
def entity_id(name: str, scope: str) -> str:
    """A readable id for what ``name`` is within ``scope``; two different pairs never share one."""
    digest = sha256(f"{name}\0{scope}".encode("utf-8", "replace")).hexdigest()[:10]
    where = "" if slug(scope) in slug(name) else slug(scope)[:40].strip("-")
    return "-".join(part for part in (slug(name)[:60].strip("-"), where, digest) if part)


def apart_id(id_: str, article: str) -> str:
    """The id of what one article says of the profile ``id_``, taken out of it by a human judgement."""
    return f"{id_}@{article}"


def apart_from(id_: str) -> str:
    """The profile out of which that of ``id_`` was taken, "" for one that never was in another.

    >>> apart_from(apart_id("hasan-kota-metro-0123456789", "a1"))
    'hasan-kota-metro-0123456789'
    """
    profile, at, _ = id_.partition("@")
    return profile if at else ""


@lru_cache(_CACHED)
def named_id(name: str) -> str:
    """The slug of ``name`` where it says all, else with a short hash: ``kota-metro``, ``7b0e3c1f2a``."""
    words = plain(name)
    short = slug(words)
    return short if short.replace("-", " ") == words else entity_id(words, "")


def is_national(name: str, kind: str) -> bool:
    """Whether an institution needs no region to be known by ``name`` all over the country."""
    data = identity_data()
    return kind not in data.local_kinds or plain(name) in data.national
