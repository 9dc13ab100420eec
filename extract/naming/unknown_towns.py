"""Towns and smaller areas that no list has, known by the words before them and by what recurs in the article."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

from extract.lexicon import read_tsv, read_words
from extract.naming.gazetteer import Level, Place, places_by_words, words_of
from extract.naming.name_words import is_name_word, is_other_word
from extract.naming.person_cues import words_before_speaker, words_behind_speaker

NAME = r"[A-Z]\w*(?:['’]\w+|-[A-Z]\w*)*(?!\w|-\w)"
NAMES = rf"{NAME}(?: {NAME}){{0,3}}"
WORD = re.compile(r"\w+")
RUN = r"[\w'’-]{1,60}+"
DATELINE = re.compile(
    rf"(?P<paper>[\w.-]+[,|] )?(?P<names>{NAMES})(?P<agency> ?\([^)\n]{{2,30}}\)|, ?[\w. ]{{2,25}})? ?[-–—]+ "
)
LEVELS = {
    "Kota": Level.KOTA,
    "Kabupaten": Level.KABUPATEN,
    "Kecamatan": Level.DISTRICT,
    "Desa": Level.VILLAGE,
    "Kelurahan": Level.VILLAGE,
}
OFFICES = frozenset(("provinsi", "kabupaten", "kota"))
SHORTEST = 4  # letters; shorter words are acronyms and names of other things
LONGEST = 3  # words


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """Capitalised words that begin with the name of a town and may run on into another name.

    Attributes:
        word: "Kota", "Kabupaten" or what else the area is; "" in a dateline.
        names: The words.
        sure: Whether these words alone show that a town is named; else the article must show it elsewhere.
    """

    word: str
    names: tuple[str, ...]
    sure: bool

    @property
    def first(self) -> str:
        """The first word in lower case."""
        return self.names[0].casefold()


def unknown_towns(text: str) -> Iterator[Place]:
    """The areas and towns of datelines that a text names and the gazetteer does not have.

    Forms: "Kota X", "Kabupaten X", "Pemkot X", "Pemkab X"; datelines "X (PAPER) –", "PAPER.COM, X –"; the head
    of a region before a name or with a side of the compass behind it, "Bupati X Amir Lubis", "Camat X Timur";
    any head, or another dateline ("X –"), where one of those or "di X" agrees.

    >>> [place.name for place in unknown_towns("Wali Kota Arungwana Petrus Lasut dan Pemkot Arungwana")]
    ['Kota Arungwana']
    """
    found = sorted(_sightings(text), key=lambda sighting: sighting.first)
    for _, group in groupby(found, key=lambda sighting: sighting.first):
        sightings = list(group)
        if any(sighting.sure for sighting in sightings):
            yield _town(sightings, text)


def _sightings(text: str) -> Iterator[Sighting]:
    dateline = DATELINE.match(text)
    if dateline and _may_be_town(names := _until_stop(dateline["names"])):
        paper, agency = dateline["paper"] or "", dateline["agency"] or ""
        named = re.search(rf"(?<!\w)(?:di|ke) {re.escape(names[0].capitalize())}(?!\w)", text)
        sure = bool(named or "." in paper or "(" in agency)
        yield Sighting(word="", names=tuple(map(str.capitalize, names)), sure=sure)
    for cue in _cue_pattern().finditer(text):
        names, (word, area) = _until_stop(cue["names"]), _cues()[cue["cue"].casefold()]
        if _may_be_town(names) and not names[0].isupper():
            yield Sighting(word=word, names=names, sure=_is_area(text, names, word if not area else ""))


def _until_stop(names: str) -> tuple[str, ...]:
    """The words before the first one that goes on otherwise ("Kota X Rabu", "Kota X Sekretaris Y")."""
    words = names.split(" ")
    ends = (n for n, word in enumerate(words) if len(word) > 1 and ends_before(words, n))
    return tuple(words[: next(ends, len(words))])


def ends_before(names: Sequence[str], n: int) -> bool:
    """Whether a name ends before word ``n``: it is no part of names, or what it lies in begins there.

    >>> ends_before(["Sukamaju", "Jawa", "Barat"], 1), ends_before(["Sukamaju", "Dalam"], 1)
    (True, False)
    """
    word, rest = names[n].casefold(), words_of(" ".join(names[n:]))
    if word in read_words("place_stops.txt"):
        return n == 0 or word not in read_words("place_sides.txt")
    return n > 0 and len(rest) > 1 and any(place.level in OFFICES for place in places_by_words().get(rest, ()))


def _may_be_town(names: Sequence[str]) -> bool:
    """Whether the first word can begin the name of an area that the gazetteer does not have."""
    if not names or len(names[0]) < SHORTEST or (is_other_word(names[0]) and not _sided(names)):
        return False
    if names[0].casefold() in read_words("building_words.txt"):
        return False
    heads = (words_of(" ".join(names[:size])) for size in range(1, len(names) + 1))
    places = (place for head in heads for place in places_by_words().get(head, ()))
    return all(place.level is Level.DISTRICT for place in places)


def _sided(names: Sequence[str]) -> bool:
    """Whether the second word goes with areas: "X Timur", "X Hilir"."""
    return len(names) > 1 and names[1].casefold() in read_words("place_sides.txt")


def _is_area(text: str, names: Sequence[str], headed: str) -> bool:
    """Whether words behind a cue begin with an area and not with a person.

    Behind a head ("Bupati", "Camat") its holder may follow: there a side, an initial or a name word must come
    behind the area, and it never speaks. The gazetteer has every kabupaten and kota: for another one the holder
    has two words.

    Args:
        text: The article.
        names: The words behind the cue.
        headed: The kind of area that the cue is a head of, or "" for a cue that only an area follows.
    """
    if is_name_word(names[0]):
        return False
    if not headed:
        return True
    holder = names[1 : -1 if headed in ("Kota", "Kabupaten") else None]
    return (_sided(names) or any(map(_personal, holder))) and not _speaks(text, names[0])


def _speaks(text: str, word: str) -> bool:
    """Whether a reporting word stands beside ``word``: "kata Amir", "Amir mengatakan"."""
    return word in _speakers(text)


@lru_cache(maxsize=1)
def _speakers(text: str) -> frozenset[str]:
    """The words beside a reporting word; of "kata Amir-Budi" also "Amir", of "Nur-Amir mengatakan" also "Amir"."""
    before, behind = _beside_reporting_words()
    followed = (match[1] for match in before.finditer(text))
    following = (match[1] for match in behind.finditer(text))
    heads = {run[: word.end()] for run in followed for word in WORD.finditer(run)}
    return frozenset(heads | {run[word.start() :] for run in following for word in WORD.finditer(run)})


@cache
def _beside_reporting_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands behind "kata" and what stands before "mengatakan", as long as a word may be."""
    before, behind = ("|".join(sorted(words())) for words in (words_before_speaker, words_behind_speaker))
    return (
        re.compile(rf"(?<!\w)(?:{before}) (?=({RUN}))"),
        re.compile(rf"(?<![\w'’-])({RUN})(?= (?:{behind})(?!\w))"),
    )


def _town(sightings: Sequence[Sighting], text: str) -> Place:
    names = sightings[0].names[: _size(sightings, text)]
    words = Counter(sighting.word for sighting in sightings if sighting.word).most_common(1)
    short, word = " ".join(names), words[0][0] if words else ""
    return Place(name=f"{word} {short}".strip(), short=short, level=LEVELS.get(word, Level.ELSEWHERE))


def _size(sightings: Sequence[Sighting], text: str) -> int:
    """How many words the name has: those that all sightings share, none of which is a person's name.

    Three words seen once, and more that nothing tells apart, are a town of one word and a person.
    """
    runs = {tuple(map(str.casefold, sighting.names)) for sighting in sightings}
    shared = next(
        (n for n, words in enumerate(zip(*runs, strict=False)) if len(set(words)) > 1), len(min(runs, key=len))
    )
    names = sightings[0].names[:shared]
    for n in range(1, shared):
        if names[n].casefold() in read_words("place_sides.txt"):
            return n + 1
        if _personal(names[n]) or _stands_alone(text, names[n - 1], names[n]):
            return 1 if len(runs) == 1 and shared == LONGEST else n
    return 1 if len(runs) == 1 and shared >= LONGEST else min(shared, LONGEST)


def _personal(word: str) -> bool:
    """Whether ``word`` belongs to a person: a known name or an initial."""
    return len(word) == 1 or is_name_word(word)


def _stands_alone(text: str, before: str, word: str) -> bool:
    """Whether ``word`` stands somewhere without ``before`` before it."""
    alone = re.compile(rf"(?<!{re.escape(before)} ){re.escape(word)}(?!\w)")
    first = WORD.match(word)
    return first is not None and any(alone.match(text, at) for at in _word_starts(text).get(first[0], ()))


@lru_cache(maxsize=1)
def _word_starts(text: str) -> dict[str, list[int]]:
    """Where each word of the text stands."""
    starts: dict[str, list[int]] = {}
    for word in WORD.finditer(text):
        starts.setdefault(word[0], []).append(word.start())
    return starts


@cache
def _cues() -> dict[str, tuple[str, bool]]:
    """For each cue what area it tells of, and whether only the name of that area may follow it."""
    rows = read_tsv("region_cues.tsv", "cue", "level", "word")
    levels = {row["cue"]: (row["level"].capitalize(), bool(row["word"])) for row in rows}
    return {cue: level for cue, level in levels.items() if level[0] in LEVELS}


@cache
def _cue_pattern() -> re.Pattern[str]:
    cues = "|".join(re.escape(cue) for cue in sorted(_cues(), key=len, reverse=True))
    first = "".join(sorted({cue[0] for cue in _cues()}))
    return re.compile(rf"(?<!\w)(?i:(?=[{first}]))(?P<cue>(?i:{cues}))[ \n](?P<names>{NAMES})")
