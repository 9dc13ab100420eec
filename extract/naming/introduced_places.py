"""Places that no list has: villages and quarters that the words around them introduce."""

import re
from collections.abc import Iterator
from functools import cache

from extract.lexicon import read_tsv, read_words
from extract.naming.gazetteer import Level, Place, Words, places_by_words, words_of
from extract.naming.institution_forms import known_forms
from extract.naming.unknown_towns import ends_before, unknown_towns

LOCAL = frozenset(("kecamatan", "desa", "kelurahan"))
NAME = r"[A-Z]\w*(?:['’-]\w+)*"
NAMES = rf"{NAME}(?: {NAME}){{0,2}}"
BEFORE_KNOWN = re.compile(
    rf"(?<!\w)(?:di|ke|dari|asal|kawasan|daerah|wilayah|warga)[ \n]({NAMES}), (?=({NAME})(?: ({NAME}))?)"
)
AREA = re.compile(r"(?:Kecamatan|Kabupaten|Kec|Kab)$")
AREA_WORD = re.compile(r"(?:Desa|Kelurahan|Kecamatan|Kabupaten|Kota|Provinsi|Dusun|Kampung|Nagari|Pekon|Gampong) ")
ROW = re.compile(rf"((?:, {NAMES})*),? dan ({NAMES})(?! [A-Z])")


def introduced_places(text: str) -> dict[Words, Place]:
    """The places a text introduces, by their words; towns as in ``unknown_towns``.

    Forms: "Desa X", "Kelurahan X", "Kecamatan X" (a post before it, "Kepala Desa X", may name a person and is
    not taken), and "di X, Y" where Y is a known place and X no building.
    """
    found = (*unknown_towns(text), *_before_known(text), *_after_own_word(text))
    return {words: place for place in found if (words := words_of(place.short))}


@cache
def _introducers() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = read_tsv("region_cues.tsv", "cue", "level", "word")
    official = {row["cue"]: row["word"] for row in rows if row["word"] and row["level"] in LOCAL}
    any_word = "|".join(re.escape(cue) for cue in sorted(official, key=len, reverse=True))
    return re.compile(rf"(?<!\w)((?i:{any_word}))[ \n]({NAMES})"), official


def _after_own_word(text: str) -> Iterator[Place]:
    pattern, official = _introducers()
    for match in pattern.finditer(text):
        names = match[2].split(" ")
        size = next((n for n in range(len(names)) if ends_before(names, n)), len(names))
        post = text.endswith(("Kepala ", "kepala "), 0, match.start())
        word, short = official[match[1].casefold()], " ".join(names[:size])
        heads = (" ".join(names[: n + 1]) for n in range(size))
        listed = word == "Kecamatan" and any(words_of(head) in places_by_words() for head in heads)
        if size and not post and not listed:
            level = Level.DISTRICT if word in ("Kecamatan", "Distrik") else Level.VILLAGE
            row = _row(text, match.end()) if size == len(names) and level is Level.VILLAGE else ()
            for name in (short, *row):
                yield Place(name=f"{word} {name}", short=name, level=level)


def _row(text: str, end: int) -> tuple[str, ...]:
    """The names that go on a row of villages at ``end``: ", X, Y dan Z"."""
    row = ROW.match(text, end)
    if row is None:
        return ()
    names = (*filter(None, row[1].split(", ")), row[2])
    return () if any(map(_begins_otherwise, names)) else names


def _begins_otherwise(name: str) -> bool:
    """Whether the first word of a name tells that it is no village's."""
    first = name.split(" ", maxsplit=1)[0].casefold()
    others = (read_words("place_stops.txt"), read_words("building_words.txt"), _introducers()[1], known_forms())
    return any(first in words for words in others) or words_of(name) in places_by_words()


def _before_known(text: str) -> Iterator[Place]:
    buildings = read_words("building_words.txt")
    for match in BEFORE_KNOWN.finditer(text):
        name, words = match[1], words_of(match[1])
        known = AREA.match(match[2]) or any(
            words_of(" ".join(after)) in places_by_words()
            for after in (match.group(2, 3), match.group(2))
            if all(after)
        )
        named = words in places_by_words() or AREA_WORD.match(name) or not known_forms().keys().isdisjoint(words[:1])
        if known and not named and not buildings.intersection(words):
            yield Place(name=name, short=name, level=Level.ELSEWHERE)
