"""Names of people: what is compared of them, and how far two of them agree."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import OSA

from extract.lexicon import read_tsv
from graph.identity.naming import plain_person

_CACHED = 65_536  # names and pairs of names remembered; bounds memory, regional news repeats a few thousand
_TELLING = 3  # letters from which a word may tell somebody
_SLIP = 6  # letters of a word in which one may be wrong and it is still the same

# The same sound in old and new spelling, or in habits of writing.
_SPELLINGS = {
    "oe": "u",
    "dj": "i",
    "tj": "c",
    "sj": "s",
    "nj": "ni",
    "ch": "h",
    "kh": "h",
    "dh": "d",
    "th": "t",
    "ph": "f",
    "dz": "s",
    "ie": "i",
    "sy": "s",
    "sh": "s",
    "x": "ks",
    "q": "k",
    "v": "f",
    "z": "s",
    "j": "i",
    "y": "i",
}
_SPELT = re.compile("|".join(_SPELLINGS))
_DOUBLED = re.compile(r"(.)\1+")
_JOINED = re.compile(r"abd(?:u|o|oe)(?:l(?=[^l])|([rsdn])(?=\1))(?=.{4})")  # "Abdurrahman" is "Abdul Rahman"
_ENDING = re.compile(r"[aiou]\Z")  # Supriyanto is a man and Supriyanti a woman


class Fit(StrEnum):
    """How two names agree; those of one word apart, as one word tells little."""

    EQUAL = "equal"
    SPELT = "spelt"
    SLIP = "slip"
    OPENING = "opening"
    SHORTER = "shorter"
    BARE = "bare"
    KNOWN = "known"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A name as it is compared.

    Attributes:
        words: Its words, short forms and spellings of common ones written out.
        sounds: The same without what is spelt in different ways.
    """

    words: tuple[str, ...]
    sounds: tuple[str, ...]


@lru_cache(_CACHED)
def person_name(name: str) -> PersonName:
    """What is compared of ``name``: without titles and degrees, short forms written out.

    >>> person_name("H. Moh. Djoenaedi, S.H.").words
    ('muhammad', 'djoenaedi')
    """
    words = _joined_up(plain_person(name).split())
    if len(words) > 1:
        known = _spellings()
        words = [known.get(sound(word), word) for word in words]
    return PersonName(words=tuple(words), sounds=tuple(map(sound, words)))


@lru_cache(_CACHED)
def sound(word: str) -> str:
    """A word of a name without what is spelt in different ways.

    >>> sound("Djoenaedi") == sound("junaedi"), sound("alex") == sound("aleks"), sound("hasan") == sound("husin")
    (True, True, False)
    """
    return _DOUBLED.sub(r"\1", _SPELT.sub(lambda match: _SPELLINGS[match[0]], word.casefold()))


@lru_cache(_CACHED)
def agreement(one: PersonName, other: PersonName) -> Fit | None:
    """How far two names agree, None where they name two people; the same in either order.

    EQUAL ``Moh. Arif Lubuk``, ``Muhammad Arif Lubuk``; SPELT ``Joenaedi Lubuk``, ``Junaidi Lubuk`` or an initial;
    SLIP one letter wrong in a long word; OPENING ``Wayan Lubuk``, ``I Wayan Lubuk``; SHORTER words left out, but not
    the first; BARE one word of several; KNOWN a popular name of a person of national life.
    """
    if one.words == other.words:
        return Fit.EQUAL
    if known_name(one) == known_name(other):
        return Fit.KNOWN
    short, long = sorted((one, other), key=lambda name: (len(name.words), name.words))
    if "".join(short.sounds) == "".join(long.sounds):
        return Fit.SPELT
    return _alike(short, long) if len(short.words) == len(long.words) else _part_of(short, long)


def is_bare(name: PersonName) -> bool:
    """Whether a name is a single word, which says who is meant only beside a post."""
    return sum(len(word) >= _TELLING for word in name.words if word != "abdul") <= 1


def is_nobody(name: PersonName) -> bool:
    """Whether this is no name of anybody: the empty column of a ballot."""
    return " ".join(name.words) in _data().nobody or not name.words


def telling(one: PersonName, other: PersonName) -> tuple[int, int]:
    """How many rare and how many common words two names share by sound; initials and openings count as neither."""
    common, openings = _common_sounds(), _data().openings
    words = [(s, w) for s, w in zip(one.sounds, one.words, strict=True) if len(w) >= _TELLING and w not in openings]
    shared = [s for s, _ in words if s in other.sounds]
    many = sum(s in common for s in shared)
    return len(shared) - many, many


@lru_cache(_CACHED)
def known_name(name: PersonName) -> tuple[str, ...]:
    """The full name of a person of national life, where ``name`` is a popular one that nobody else bears."""
    return _popular().get(name.words, name.words)


@cache
def figures() -> dict[tuple[str, ...], tuple[str, ...]]:
    """People of national life: by the words of each of their names, those of the full one."""
    full = {person_name(row["name"]).words: person_name(row["name"]).words for row in _known_rows()}
    return {person_name(row["also"]).words: person_name(row["name"]).words for row in _known_rows()} | full


@cache
def _popular() -> dict[tuple[str, ...], tuple[str, ...]]:
    return {also: full for also, full in figures().items() if " ".join(also) in _data().unmistakable}


def _known_rows() -> tuple[dict[str, str], ...]:
    return read_tsv("person_known.tsv", "name", "also")


def _part_of(short: PersonName, long: PersonName) -> Fit | None:
    """How a name agrees with one of more words."""
    if len(short.words) == 1:
        return Fit.BARE if _is_word_of(short.sounds[0], long.sounds) else None
    rests = list(_openings_cut(long))
    if short.sounds in rests:
        return Fit.OPENING
    return Fit.SHORTER if any(_within(short.sounds, rest) for rest in rests) else None


def _is_word_of(word: str, long: Sequence[str]) -> bool:
    return len(word) >= _TELLING and any(word == other or _slip(word, other) for other in long)


def _alike(one: PersonName, other: PersonName) -> Fit | None:
    """Of as many words: every word sounds the same, is the initial of the other, or one has a slip."""
    pairs = list(zip(one.sounds, other.sounds, strict=True))
    if not any(a == b and len(a) >= _TELLING for a, b in pairs):
        return None
    unlike = [(a, b) for a, b in pairs if a != b and not _initial(a, b)]
    if not unlike:
        return Fit.SPELT
    return Fit.SLIP if len(unlike) == 1 and _slip(*unlike[0]) else None


def _initial(a: str, b: str) -> bool:
    return min(len(a), len(b)) == 1 and a[:1] == b[:1]


def _slip(a: str, b: str) -> bool:
    """Whether one letter is wrong, and not the last one that tells a man from a woman."""
    if min(len(a), len(b)) < _SLIP or OSA.distance(a, b) > 1:
        return False
    return not (a[:-1] == b[:-1] and _ENDING.search(a) and _ENDING.search(b))


def _within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the words of the shorter name stand in the longer one, in order, the first one first."""
    rest = iter(long)
    found = all(any(a == b or _initial(a, b) or _slip(a, b) for b in rest) for a in short)
    found = found and any(len(a) >= _TELLING and a in long for a in short)
    return found and (short[0] == long[0] or _initial(short[0], long[0]))


def _openings_cut(name: PersonName) -> Iterator[tuple[str, ...]]:
    """The sounds of a name, whole and without the words before it that are often left out."""
    yield name.sounds
    for i, word in enumerate(name.words[:-1]):
        if len(word) > 1 and word not in _data().openings:
            return
        yield name.sounds[i + 1 :]


def _joined_up(words: list[str]) -> list[str]:
    """Names of God behind "Abdul" as words of their own, as most write them."""
    parted: list[str] = []
    for word in words:
        found = _JOINED.match(word)
        parted += ["abdul", word[found.end() :]] if found and not word.startswith("abdulla") else [word]
    return parted


@dataclass(frozen=True, slots=True, kw_only=True)
class _People:
    common: frozenset[str]
    openings: frozenset[str]
    nobody: frozenset[str]
    unmistakable: frozenset[str]
    words: dict[str, str]


@cache
def _data() -> _People:
    raw = tomllib.loads(files(__package__).joinpath("people.toml").read_text("utf-8"))
    lists = {name: frozenset(raw[name]) for name in ("common", "openings", "nobody", "unmistakable")}
    return _People(**lists, words=raw["words"])


@cache
def _spellings() -> dict[str, str]:
    """Words by how their spellings and short forms sound."""
    return {sound(short): long for short, long in _data().words.items()}


@cache
def _common_sounds() -> frozenset[str]:
    return frozenset(map(sound, _data().common))
