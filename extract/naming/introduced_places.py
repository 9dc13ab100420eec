"""Places that no list has: villages and quarters that the words around them introduce."""

import re
from collections.abc import Iterator
from functools import cache

from extract.lexicon import read_tsv, read_words
from extract.naming.gazetteer import Level, Place, Words, places_by_words, words_of
from extract.naming.unknown_towns import unknown_towns

LOCAL = frozenset(("kecamatan", "desa", "kelurahan"))
NAME = r"[A-Z]\w*(?:['’-]\w+)*"
NAMES = rf"{NAME}(?: {NAME}){{0,2}}"
BEFORE_KNOWN = re.compile(
    rf"(?<!\w)(?:di|ke|dari|asal|kawasan|daerah|wilayah|warga)[ \n]({NAMES}), (?=({NAME})(?: ({NAME}))?)"
)


def introduced_places(text: str) -> dict[Words, Place]:
    """The places a text introduces, by their words; towns as in ``unknown_towns``.

    Forms: "Desa X", "Kelurahan X", "Kecamatan X" (a post before it, "Kepala Desa X", may name a person and is
    not taken), and "di X, Y" where Y is a known place and X no building.
    """
    return {
        words_of(place.short): place for place in (*unknown_towns(text), *_before_known(text), *_after_own_word(text))
    }


@cache
def _introducers() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = read_tsv("region_cues.tsv", "cue", "level", "word")
    official = {row["cue"]: row["word"] for row in rows if row["word"] and row["level"] in LOCAL}
    any_word = "|".join(re.escape(cue) for cue in sorted(official, key=len, reverse=True))
    return re.compile(rf"(?<!\w)((?i:{any_word}))[ \n]({NAMES})"), official


def _after_own_word(text: str) -> Iterator[Place]:
    pattern, official = _introducers()
    stops = read_words("place_stops.txt")
    for match in pattern.finditer(text):
        names = match[2].split(" ")
        size = next((n for n, name in enumerate(names) if name.casefold() in stops), len(names))
        post = text.endswith(("Kepala ", "kepala "), 0, match.start())
        word, short = official[match[1].casefold()], " ".join(names[:size])
        heads = (" ".join(names[: n + 1]) for n in range(size))
        listed = word == "Kecamatan" and any(words_of(head) in places_by_words() for head in heads)
        if size and not post and not listed:
            level = Level.DISTRICT if word in ("Kecamatan", "Distrik") else Level.VILLAGE
            yield Place(name=f"{word} {short}", short=short, level=level)


def _before_known(text: str) -> Iterator[Place]:
    buildings = read_words("building_words.txt")
    for match in BEFORE_KNOWN.finditer(text):
        known = any(
            words_of(" ".join(after)) in places_by_words()
            for after in (match.group(2, 3), match.group(2))
            if all(after)
        )
        words = words_of(match[1])
        if known and not buildings.intersection(words) and words not in places_by_words():
            yield Place(name=match[1], short=match[1], level=Level.ELSEWHERE)
