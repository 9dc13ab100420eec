"""Names in a text that may be places, each with what the words around it say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extract.lexicon import read_tsv, read_words
from extract.naming.gazetteer import (
    Level,
    Place,
    Words,
    ambiguous_names,
    longest_by_first_word,
    longest_names,
    places_by_words,
)
from extract.naming.introduced_places import LOCAL, introduced_places
from extract.naming.unknown_towns import OFFICES
from extract.record import Offsets

CAPITALISED = re.compile(r"(?<!\w)[A-Z]\w*")
JOINTS = frozenset((" ", "-", "'", "’", "\n", " \n", "  ", ". ", " dan "))
CLASS = re.compile(r"[Kk]elas (?:[IVXl1]+|\d) ?[AB]? $")  # "Pengadilan Negeri Kelas IB X"
BEFORE = re.compile(r"(?:(\w+)[ \n]{1,2})?(\w+\.?)(?:[ \n]{1,2}|-)$")
DATELINE_END = re.compile(r"\s{0,2}(?:,|\(|–|—|-|\||:|/)")
RUNNING_TEXT = re.compile(r"[a-z]{2,} [a-z]{2,}|[.!?] | [-–—]")
LOOSE_CUES = frozenset(("di", "ke", "dari", "se", "kota"))  # common words follow these as well
DATELINE_REACH = 60  # characters of text in which a dateline stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A name in the text that may be a place.

    Attributes:
        start: First character.
        end: One past the last character.
        words: The name's lower-case words.
        places: The places it may name, best known first.
        cue: What the words before it say: a level, "region", "country", "echo" (a place that is named elsewhere too),
            "none" (no place), or "".
        dateline: Whether it stands in the dateline.
    """

    start: int
    end: int
    words: Words
    places: tuple[Place, ...]
    cue: str
    dateline: bool

    @property
    def certain(self) -> bool:
        """Whether its own surroundings show that a place is meant: dateline, area word or office."""
        if self.cue == "country":
            return any(place.level is Level.ELSEWHERE for place in self.places)
        return self.dateline or self.cue in LOCAL or (self.cue in OFFICES and self.official)

    @property
    def official(self) -> bool:
        """Whether a province, kabupaten or kota has this name."""
        return any(place.level in OFFICES for place in self.places)

    @property
    def minor(self) -> bool:
        """Whether only kecamatan have this name."""
        return all(place.level is Level.DISTRICT for place in self.places)


def place_names(text: str) -> Iterator[Hit]:
    """Every name of the gazetteer and every name an area word introduces ("Desa X"), longest first."""
    introduced = introduced_places(text)
    known, local = longest_by_first_word(), longest_names(introduced)
    words = sorted((*(m.span() for m in CAPITALISED.finditer(text)), *_lower_case_words(text)))
    lower = [text[start:end].casefold() for start, end in words]
    hidden = _lookalikes(text)
    at = 0
    while at < len(words):
        most = max(known.get(lower[at], 0), local.get(lower[at], 0))
        joined = _joined(text, words[at : at + most])
        size, places = _longest(tuple(lower[at : at + joined]), introduced)
        if size and words[at][0] not in hidden:
            start, end = words[at][0], words[at + size - 1][1]
            yield Hit(
                start=start,
                end=end,
                words=tuple(lower[at : at + size]),
                places=places,
                cue=_cue(text, start),
                dateline=opens_article(text, start, end),
            )
        at += size or 1


def opens_article(text: str, start: int, end: int) -> bool:
    """Whether the stretch stands in the article's dateline ("METRO –", "Liputan6.com, Jakarta -")."""
    if start > DATELINE_REACH or not DATELINE_END.match(text, end):
        return False
    return not RUNNING_TEXT.search(text[:start])


def _joined(text: str, words: Sequence[Offsets]) -> int:
    """How many of the words one name may have: those before the first gap that no name has."""
    gaps = (text[end:start] for (_, end), (start, _) in pairwise(words))
    return next((size for size, gap in enumerate(gaps, start=1) if gap not in JOINTS), len(words))


def _longest(words: Words, introduced: dict[Words, Place]) -> tuple[int, tuple[Place, ...]]:
    """The longest known name that begins these words: its number of words, and what it may name."""
    for length in range(len(words), 0, -1):
        name = words[:length]
        places = places_by_words().get(name, ())
        if name in introduced:
            places = (*places, introduced[name])
        if places:
            return length, places
    return 0, ()


def _lower_case_words(text: str) -> Iterator[Offsets]:
    """The words of known names that are typed in lower case behind an office or area word ("polres metro")."""
    for match in _before_lower_case().finditer(text):
        for last in (2, 1):
            words = tuple(word for word in match.groups()[:last] if word)
            if len(words) == last and _is_plain(words):
                yield from (match.span(number) for number in range(1, last + 1))
                break


def _is_plain(words: Words) -> bool:
    """Whether words name a province, kabupaten, kota or kecamatan and nothing else."""
    return words not in ambiguous_names() and any(place.code for place in places_by_words().get(words, ()))


@cache
def _before_lower_case() -> re.Pattern[str]:
    levels = (*OFFICES, "kecamatan", "region")
    cues = [cue for cue, level in _cues().items() if level in levels and cue not in LOOSE_CUES]
    written = sorted({form for cue in cues for form in (cue, cue.capitalize(), cue.upper())})
    first = "".join(sorted({cue[0] for cue in written}))
    either = "|".join(map(re.escape, written))
    return re.compile(rf"(?<!\w)(?=[{first}])(?:{either}) (?=([a-z]{{4,}})(?: ([a-z]{{4,}}))?)")


@cache
def _cues() -> dict[str, str]:
    return {row["cue"]: row["level"] for row in read_tsv("region_cues.tsv", "cue", "level", "word")}


def _cue(text: str, start: int) -> str:
    found = BEFORE.search(CLASS.sub("", text[max(0, start - 40) : start]))
    if not found:
        return ""
    first, second = (found[1] or "").casefold(), found[2].casefold()
    return _cues().get(f"{first} {second}") or _cues().get(second, "")


@cache
def _lookalike_pattern() -> re.Pattern[str]:
    names = sorted(read_words("region_lookalikes.txt"), key=len, reverse=True)
    written = (rf"{re.escape(name)}(?={re.escape(rest)})" for name, _, rest in (name.partition("|") for name in names))
    return re.compile(rf"(?<!\w)(?:{'|'.join(written)})(?!\w)", re.IGNORECASE)


def _lookalikes(text: str) -> frozenset[int]:
    """Characters of names that hold a region's name but are none ("Metro TV")."""
    return frozenset(at for m in _lookalike_pattern().finditer(text) for at in range(m.start(), m.end()))
