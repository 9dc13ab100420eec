"""What the rules know of places: provinces, kabupaten, kota, kecamatan and well-known places elsewhere."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import chain

from extract.lexicon import read_tsv, read_words

WORD = re.compile(r"\w+")


class Level(StrEnum):
    """What kind of area a place is; the values are the levels of ``region_cues.tsv``."""

    PROVINCE = "provinsi"
    KABUPATEN = "kabupaten"
    KOTA = "kota"
    DISTRICT = "kecamatan"
    VILLAGE = "desa"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A known area.

    Attributes:
        name: Official form ("Kota Metro"); for places outside the official list the usual name.
        short: The bare name ("Metro").
        level: What kind of area it is.
        code: Kemendagri code ("18.72"), or "" outside the official list.
    """

    name: str
    short: str
    level: Level
    code: str = ""

    @property
    def parent(self) -> str:
        """Code of the area it lies in, or "" for provinces and places without a code."""
        return self.code.rpartition(".")[0]


Words = tuple[str, ...]


def words_of(name: str) -> Words:
    """The lower-case words of a name without "dan": ``("una", "una")`` for "Una-Una"."""
    words = WORD.findall(name.casefold())
    return tuple(words) if "dan" not in words else tuple(word for word in words if word != "dan")


@cache
def official_places() -> dict[str, Place]:
    """Every province, kabupaten and kota by its code."""
    rows = read_tsv("regions.tsv", "code", "name", "short")
    return {
        row["code"]: Place(name=row["name"], short=row["short"], level=_level(row), code=row["code"]) for row in rows
    }


@cache
def places_by_words() -> dict[Words, tuple[Place, ...]]:
    """Places by the words of their bare names: official ones, then those elsewhere, then kecamatan."""
    found: dict[Words, list[Place]] = {}
    for short, place in chain(_official_names(), _elsewhere_names(), _district_names()):
        places = found.setdefault(words_of(short), [])
        if (place.level is not Level.DISTRICT or all(known.code for known in places)) and place not in places:
            places.append(place)
    return {words: tuple(places) for words, places in found.items()}


@cache
def longest_by_first_word() -> dict[str, int]:
    """For the first word of every known name, the number of words of the longest one."""
    return longest_names(places_by_words())


def longest_names(names: Iterable[Words]) -> dict[str, int]:
    """For the first word of every name, the number of words of the longest one.

    >>> longest_names([("metro",), ("metro", "timur")])
    {'metro': 2}
    """
    longest: dict[str, int] = {}
    for words in names:
        longest[words[0]] = max(len(words), longest.get(words[0], 0))
    return longest


@cache
def ambiguous_names() -> frozenset[Words]:
    """Names that are also ordinary words or names of persons."""
    return frozenset(words_of(name) for name in read_words("place_words.txt"))


def region_code(name: str) -> str:
    """The Kemendagri code of an official name, or "".

    >>> region_code("Kota Metro")
    '18.72'
    """
    return _codes_by_name().get(name, "")


@cache
def _codes_by_name() -> dict[str, str]:
    return {place.name: code for code, place in official_places().items()}


def _level(row: dict[str, str]) -> Level:
    if "." not in row["code"]:
        return Level.PROVINCE
    return Level.KOTA if row["name"].startswith("Kota ") else Level.KABUPATEN


def _official_names() -> list[tuple[str, Place]]:
    places = official_places()
    names = [(place.short, place) for place in places.values()]
    names += [(row["alias"], places[row["code"]]) for row in read_tsv("region_aliases.tsv", "alias", "code")]
    joined = [(short.replace(" ", ""), place) for short, place in names if short.count(" ") == 1]
    return names + joined


def _elsewhere_names() -> list[tuple[str, Place]]:
    names = []
    for row in read_tsv("places.tsv", "name", "kind"):
        first, *others = row["name"].split("|")
        place = Place(name=first, short=first, level=Level.ELSEWHERE)
        names += [(name, place) for name in (first, *others)]
    return names


def _district_names() -> Iterator[tuple[str, Place]]:
    """The kecamatan, names of two words also as one, without those called like a kota itself ("Kota Padang")."""
    kota = {place.name for place in official_places().values()}
    for row in read_tsv("districts.tsv", "code", "name"):
        name = row["name"]
        if name not in kota:
            place = Place(name=f"Kecamatan {name}", short=name, level=Level.DISTRICT, code=row["code"])
            yield name, place
            if name.count(" ") == 1:
                yield name.replace(" ", "").capitalize(), place
