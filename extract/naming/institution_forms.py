"""How names of institutions begin and what else they need, read from ``lexicon/institutions.tsv``."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from extract.lexicon import read_tsv, read_words
from extract.naming.name_words import is_common_word

FIRST_WORD = re.compile(r"\w+")
HEAD_END = r"(?!\w|-[A-Z]?[A-Z\d]\b)"  # "PAN-RB" and "PBB-P2" are no PAN and no PBB
LONG_ENOUGH = 5  # letters from which an acronym is also written like a word ("Unesco")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A way a name of an institution begins.

    Attributes:
        head: The words it begins with.
        kind: One of the kinds of the annotation guide.
        tail: What else it needs; see ``institutions.tsv``.
        full: The head written out, or "".
    """

    head: str
    kind: str
    tail: str
    full: str = ""

    @property
    def first(self) -> str:
        """The head's first word in lower case."""
        found = FIRST_WORD.match(self.head)
        return found[0].casefold() if found else ""

    @property
    def pattern(self) -> re.Pattern[str]:
        """The head in running text: as written, in capitals, and its later words in any case."""
        return _pattern(self.head)


Forms = Mapping[str, tuple[Form, ...]]


@cache
def known_forms() -> Forms:
    """The forms of the lexicon by the first words of their heads."""
    return by_first_word(Form(**row) for row in read_tsv("institutions.tsv", "head", "kind", "tail", "full"))


def by_first_word(forms: Iterable[Form]) -> Forms:
    """Forms by the lower-case first words of their heads, longer heads first."""
    ordered = sorted(forms, key=lambda form: (form.first, -len(form.head)))
    return {first: tuple(group) for first, group in groupby(ordered, key=lambda form: form.first)}


@cache
def field_words() -> frozenset[str]:
    """The lower-case words that names of agencies are made of."""
    return frozenset(word.casefold() for word in read_words("institution_fields.txt"))


def may_continue_field(word: str) -> bool:
    """Whether the field of an agency may go on with ``word``: a common word that begins nothing else."""
    return word.istitle() and is_common_word(word) and not _begins_else(word)


def _begins_else(word: str) -> bool:
    stops = word in read_words("institution_stops.txt") or word.casefold() in read_words("person_stop_words.txt")
    return stops or word.casefold() in known_forms() or word.casefold().endswith("nya")


@cache
def _pattern(head: str) -> re.Pattern[str]:
    first, space, rest = head.partition(" ")
    spellings = [first, first.upper(), first[0].lower() + first[1:]]
    if first.isupper() and first.isalpha() and len(first) >= LONG_ENOUGH:
        spellings.append(first.capitalize())
    begun = "|".join(map(re.escape, dict.fromkeys(spellings)))
    return re.compile(rf"(?:{begun})(?i:{_as_regex(space + rest)}){HEAD_END}")


def _as_regex(words: str) -> str:
    return re.escape(words).replace(r"\ ", r"\s{1,2}").replace(r"\#", r"(?:[IVX]+|\d+|[A-E])")
