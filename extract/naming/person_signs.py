"""Signs: what speaks for and against words that were taken for a person, weighed by what it was worth before."""

from collections.abc import Iterable, Iterator, Set
from enum import StrEnum
from functools import cache
from math import fsum

from extract.lexicon import LexiconError, read_tsv
from extract.naming.evidence import AGE, word_before
from extract.naming.identity import Person
from extract.naming.name_sound import name_sound
from extract.naming.name_words import is_name_word, is_other_word
from extract.naming.names import INSIDE_GAPS, numbers_party, skip_honorifics
from extract.naming.person_cues import cue_words, famous_names, words_before_speaker, words_behind_speaker
from extract.naming.reading import Reading
from extract.record import Entity

LIKE_NAME, UNLIKE_NAME = 2.0, -1.5  # of name_sound, for words that no list has
LONG_NAME = 4  # words
LEAST = 0.5  # that signs must weigh; cross-validated, it keeps 98 of 100 persons and drops half of the false ones
LEAST_IN_OFFICE = -0.5  # the same of who holds an office with its institution or region: a post is lost with them
Place = tuple[int, int]


class Sign(StrEnum):
    """What can be seen of a person in an article; ``person_signs.tsv`` says what each is and what it weighs."""

    OFFICE = "office"
    BARE_OFFICE = "bare-office"
    TITLE = "title"
    AGE = "age"
    SPEAKS = "speaks"
    CUE = "cue"
    WEAK_CUE = "weak-cue"
    FAMOUS = "famous"
    KNOWN = "known"
    LIKE_NAME = "like-name"
    GUESSED = "guessed"
    PASSED_OVER = "passed-over"
    PASSED_OVER_SINGLE = "passed-over-single"
    AGAIN = "again"
    UNSUPPORTED = "unsupported"
    UNSUPPORTED_UNKNOWN = "unsupported-unknown"
    BARE_UNKNOWN = "bare-unknown"
    UNKNOWN = "unknown"
    UNLIKE_NAME = "unlike-name"
    ALL_UNLIKE = "all-unlike"
    COMMON_FIRST = "common-first"
    SINGLE = "single"
    LONG = "long"
    CAPITALS = "capitals"
    SMALL_ELSEWHERE = "small-elsewhere"
    OTHER_GUESS = "other-guess"
    CAPITAL_BEFORE = "capital-before"
    CAPITAL_BEHIND = "capital-behind"
    PLACE_BEFORE = "place-before"
    PLACE_FIRST = "place-first"
    WHERE = "where"
    NUMBER_BEHIND = "number-behind"


def is_doubtful(reading: Reading, person: Person, entity: Entity) -> bool:
    """Whether more speaks against a person than for; nothing is doubted where the model sees no person at all."""
    if not reading.guesses.persons:
        return False
    signs = signs_of(reading, person, entity)
    return weight_of(signs) < (LEAST_IN_OFFICE if Sign.OFFICE in signs else LEAST)


def weight_of(signs: Iterable[Sign]) -> float:
    """What signs weigh together, the same in any order of them: a set has another one in each process."""
    weights = sign_weights()
    return fsum((weights["always"], *(weights[sign] for sign in signs)))


@cache
def sign_weights() -> dict[str, float]:
    """By sign, what it weighs for (above 0) or against a person; ``always`` is where the weighing begins.

    Raises:
        LexiconError: A sign is missing, unknown, or has no number.
    """
    try:
        weights = {row["sign"]: float(row["weight"]) for row in read_tsv("person_signs.tsv", "sign", "weight", "what")}
    except ValueError as error:
        raise LexiconError(f"person_signs.tsv: {error}") from error
    if weights.keys() != {"always", *Sign}:
        raise LexiconError(f"person_signs.tsv: the signs are to be {['always', *Sign]}, found {list(weights)}")
    return weights


def signs_of(reading: Reading, person: Person, entity: Entity) -> frozenset[Sign]:
    """The signs that a person with its mentions and offices shows; ``entity`` has the titles found."""
    words = max((reading.words[start:end] for start, end in person.mentions), key=len)
    around = set(_signs_around(reading, person)) | set(_signs_of_titles(person, entity))
    if Sign.PASSED_OVER in around and len(words) == 1:
        around.discard(Sign.SPEAKS)  # of such words that speak, 1 of 4 was a person: bodies and papers speak too
    return frozenset(around | set(_signs_of_words(reading, words)) | set(_signs_together(around, words)))


def _signs_of_titles(person: Person, entity: Entity) -> Iterator[Sign]:
    if any(office.institution is not None or office.region is not None for office in person.offices):
        yield Sign.OFFICE
    elif person.offices:
        yield Sign.BARE_OFFICE
    if entity.honorifics or entity.degrees:
        yield Sign.TITLE


def _signs_of_words(reading: Reading, words: tuple[str, ...]) -> Iterator[Sign]:
    """Signs in the longest form of the name."""
    yield from _signs_of_unknown_words(words)
    if len(words) == 1:
        yield Sign.SINGLE
    if len(words) >= LONG_NAME:
        yield Sign.LONG
    if is_other_word(words[0]):
        yield Sign.COMMON_FIRST
    if words[0].lower() in cue_words("place") and not is_name_word(words[0]):
        yield Sign.PLACE_FIRST
    if all(word.isupper() and len(word) > 1 for word in words):
        yield Sign.CAPITALS
    if " ".join(words).lower() in famous_names():
        yield Sign.FAMOUS
    if any(len(word) > 1 and word.lower() in reading.used for word in words):
        yield Sign.SMALL_ELSEWHERE


def _signs_of_unknown_words(words: tuple[str, ...]) -> Iterator[Sign]:
    """Signs in the words that no list of names has, and in there being none."""
    unknown = [word for word in words if not is_name_word(word)]
    sounds = [name_sound(word) for word in unknown if len(word) > 1]
    if not unknown:
        yield Sign.KNOWN
    if len(unknown) == len(words):
        yield Sign.UNKNOWN
    if sounds and min(sounds) > LIKE_NAME:
        yield Sign.LIKE_NAME
    if sounds and min(sounds) < UNLIKE_NAME:
        yield Sign.UNLIKE_NAME
    if len(sounds) == len(words) and max(sounds) < UNLIKE_NAME:
        yield Sign.ALL_UNLIKE


def _signs_around(reading: Reading, person: Person) -> Iterator[Sign]:
    """Signs beside the mentions: some count wherever one has them, others where half of all have them."""
    places = person.mentions
    if len(places) > 1:
        yield Sign.AGAIN
    guessed = [any(i in reading.guesses.persons for i in range(*place)) for place in places]
    if all(guessed):
        yield Sign.GUESSED
    elif not any(guessed):
        yield Sign.PASSED_OVER
    if any(i in reading.guesses.others for place in places for i in range(*place)):
        yield Sign.OTHER_GUESS
    offices = {office.end for office in person.offices}
    if 2 * sum(_capital_before(reading, place, offices) for place in places) >= len(places):
        yield Sign.CAPITAL_BEFORE
    if 2 * sum(_capital_behind(reading, place) for place in places) >= len(places):
        yield Sign.CAPITAL_BEHIND
    for place in places:
        yield from _signs_beside(reading, place)


def _signs_beside(reading: Reading, place: Place) -> Iterator[Sign]:
    start, end = place
    before, behind = word_before(reading, start), reading.lower(end)
    reports = behind in words_behind_speaker() and reading.gap(end).strip(" ") in ("", ",")
    if before in words_before_speaker() or reports:
        yield Sign.SPEAKS
    if AGE.match(reading.text, reading.ends[end - 1]) is not None:
        yield Sign.AGE
    if before in cue_words("before") or behind in cue_words("after") or numbers_party(reading, start - 1):
        yield Sign.CUE
    if before in cue_words("weak"):
        yield Sign.WEAK_CUE
    if before in cue_words("place"):
        yield Sign.PLACE_BEFORE
    if before in cue_words("where"):
        yield Sign.WHERE
    if behind[:1].isdigit() and reading.gap(end) == " ":
        yield Sign.NUMBER_BEHIND


def _signs_together(around: Set[Sign], words: tuple[str, ...]) -> Iterator[Sign]:
    """Signs that weigh more together: a name nobody knows, and nothing or little beside it that says a person."""
    unknown = not any(map(is_name_word, words))
    if around.isdisjoint({Sign.OFFICE, Sign.BARE_OFFICE, Sign.TITLE, Sign.AGE, Sign.SPEAKS, Sign.CUE}):
        yield Sign.UNSUPPORTED
        if unknown:
            yield Sign.UNSUPPORTED_UNKNOWN
    if Sign.BARE_OFFICE in around and unknown and len(words) == 1:
        yield Sign.BARE_UNKNOWN
    if Sign.PASSED_OVER in around and len(words) == 1 and around.isdisjoint({Sign.OFFICE, Sign.BARE_OFFICE}):
        yield Sign.PASSED_OVER_SINGLE


def _capital_before(reading: Reading, place: Place, offices: Set[int]) -> bool:
    """Whether a word with a capital that is no office, title or beginning of a sentence stands before the name."""
    start = place[0]
    if start in offices or reading.gap(start) != " " or not reading.capital(start - 1) or reading.covered(start - 1):
        return False
    titled = any(skip_honorifics(reading, i)[0] == start for i in (start - 1, start - 2) if i >= 0)
    return reading.gap(start - 1) == " " and not (titled or numbers_party(reading, start - 1))


def _capital_behind(reading: Reading, place: Place) -> bool:
    i = place[1]
    return reading.gap(i) in INSIDE_GAPS and reading.capital(i) and not reading.covered(i)
