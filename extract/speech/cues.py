"""Cues: the words that report speech, with the way each of them takes its speaker and its content."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache

from extract.lexicon import read_tsv, read_words

SHORTEST_MISSPELT = 10
NASALS = str.maketrans("mn", "nm")
WORD = re.compile(r"\w+(?:-\w+)*")
# A word that may be a clitic cue with a slip, and how alike the two must be: one letter of seven may be wrong.
SLIP = re.compile(r"[a-z]{3,10}[yn]a(?=\s*(?:[.,]|\Z))")
LEAST_LIKENESS = 0.85
# A cue with no blank before the name behind it, as where a link stood: "kataAmir".
GLUED = re.compile(r"(?:kata|ujar|ucap|tutur|ungkap|jelas|terang|tegas|imbuh|tambah|lanjut)(?=[A-Z][a-z])")
DETACHED = re.compile(r" nya(?!\w)")


class Form(StrEnum):
    """How a cue stands to its speaker: kata X, katanya, X mengatakan, dikatakan X, menurut X, dari keterangan X."""

    BARE = "bare"
    CLITIC = "clitic"
    ACTIVE = "active"
    PASSIVE = "passive"
    PASSIVE_CLITIC = "passive-clitic"
    ACCORDING = "according"
    ACCORDING_CLITIC = "according-clitic"
    FROM = "from"


class Content(StrEnum):
    """What may follow an active cue as what was said; see ``lexicon/reporting_verbs.tsv``."""

    ANY = "any"
    TOLD = "told"
    CLAUSE = "clause"
    MARKED = "marked"
    LED = "led"
    ASKED = "asked"
    QUOTE = "quote"
    PAPER = "paper"
    STANCE = "stance"
    RULING = "ruling"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One way to read a reporting word."""

    form: Form
    content: Content


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word of the text that may report speech."""

    start: int
    end: int
    form: Form
    content: Content


def find_cues(text: str, start: int = 0, end: int | None = None) -> Iterator[Cue]:
    """Every reporting word between two offsets, in order; whether it reports here is decided elsewhere."""
    words, phrases = _words(), _phrases()
    done = start
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        word = match[0].lower()
        if match.start() < done:
            continue
        for tail, sense in phrases.get(word, ()):
            behind = match.end() + len(tail)
            if text[match.end() : behind].lower() == tail and not text[behind : behind + 1].isalnum():
                done = behind
                yield Cue(start=match.start(), end=done, form=sense.form, content=sense.content)
                break
        else:
            reading = words.get(word) or _misspelt(word)
            if reading is not None:
                yield _cue(text, match, reading)
            elif word != match[0] and (glued := GLUED.match(text, *match.span())):
                yield Cue(start=glued.start(), end=glued.end(), form=Form.BARE, content=Content.ANY)


def _cue(text: str, match: re.Match[str], reading: Sense) -> Cue:
    """The cue at a word, with its clitic where a blank has slipped in before it: "ujar nya"."""
    clitic = DETACHED.match(text, match.end()) if reading.form is Form.BARE else None
    form, end = (Form.CLITIC, clitic.end()) if clitic else (reading.form, match.end())
    return Cue(start=match.start(), end=end, form=form, content=reading.content)


def slip_of_clitic(text: str, start: int, end: int) -> Cue | None:
    """The clitic cue meant by a word with a slip that ends its clause, as behind a quotation: "ujarrnya."."""
    word = SLIP.match(text, start, end)
    meant = word and get_close_matches(word[0], _clitics(), n=1, cutoff=LEAST_LIKENESS)
    if word is None or not meant:
        return None
    return Cue(start=start, end=word.end(), form=Form.CLITIC, content=_words()[meant[0]].content)


@cache
def _clitics() -> tuple[str, ...]:
    return tuple(word for word, sense in _words().items() if sense.form is Form.CLITIC)


def _misspelt(word: str) -> Sense | None:
    """The reading of a long verb with a letter missing or too many, or with m for n (memyampaikan)."""
    long = len(word) >= SHORTEST_MISSPELT and word.startswith(("me", "di"))
    if not long or word in read_words("not_misspelt.txt"):
        return None
    words = _words()
    swapped = word[:2] + word[2:3].translate(NASALS) + word[3:]
    for form in (swapped, *_shortened(word)):
        if len(form) >= SHORTEST_MISSPELT - 1 and form in words:
            return words[form]
    return _clipped().get(word)


@cache
def _clipped() -> dict[str, Sense]:
    """What is left of every long verb when one letter of it is missing."""
    long = [(word, sense) for word, sense in _words().items() if len(word) > SHORTEST_MISSPELT]
    return {form: sense for word, sense in long for form in _shortened(word)}


def _shortened(word: str) -> list[str]:
    """The word with one letter taken out of its middle."""
    return [word[:at] + word[at + 1 :] for at in range(2, len(word) - 1)]


@cache
def _words() -> dict[str, Sense]:
    """Every one-word form; where a row below would read a word another way, the row above holds."""
    senses: dict[str, Sense] = {}
    for row in read_tsv("reporting_verbs.tsv", "bare", "active", "passive", "content"):
        content = Content(row["content"])
        for column, form, clitic in (
            ("active", Form.ACTIVE, None),
            ("bare", Form.BARE, Form.CLITIC),
            ("passive", Form.PASSIVE, Form.PASSIVE_CLITIC),
        ):
            for word in row[column].split():
                if word == "-":
                    continue
                senses.setdefault(word, Sense(form=form, content=content))
                if clitic:
                    senses.setdefault(word + "nya", Sense(form=clitic, content=content))
    for row in _phrase_rows():
        if " " not in row["phrase"]:
            senses.setdefault(row["phrase"], _sense(row))
    return senses


@cache
def _phrases() -> dict[str, tuple[tuple[str, Sense], ...]]:
    """Cues of several words by their first: what follows it, with the blank before, and how to read it."""
    phrases: dict[str, tuple[tuple[str, Sense], ...]] = {}
    for row in _phrase_rows():
        first, blank, rest = row["phrase"].partition(" ")
        if rest:
            phrases[first] = (*phrases.get(first, ()), (blank + rest, _sense(row)))
    return phrases


def _phrase_rows() -> tuple[dict[str, str], ...]:
    return read_tsv("reporting_phrases.tsv", "phrase", "form", "content")


def _sense(row: dict[str, str]) -> Sense:
    return Sense(form=Form(row["form"]), content=Content(row["content"]))
