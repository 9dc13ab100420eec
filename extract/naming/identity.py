"""Identity within an article: which names are one person's, and where else that person is named."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from extract.naming.name_words import is_common_word, is_name_word
from extract.naming.names import joined
from extract.naming.offices import Office
from extract.naming.person_cues import famous_names, popular_names
from extract.naming.reading import Reading

LONG_WORD = 6  # letters of a word that may be misspelt and still name the same person
LONG_WORD_IN_NAME = 4  # the same where the other words of the name agree
SPELLINGS = (("oe", "u"), ("ie", "i"), ("dj", "j"), ("tj", "c"), ("q", "k"), ("v", "f"), ("z", "s"), ("y", "i"))
DOUBLED = re.compile(r"(.)\1")
SHORTEST_SOUND = 4  # letters of a word that is the same when it only sounds alike
CUT_OFF = 2  # letters, at least, that a short form leaves out at its end
SHORTEST_PART = 3  # letters of a part that names the person when it stands alone

Name = tuple[str, ...]


@dataclass(slots=True)
class Person:
    """One person of an article: every form of the name, in lower case, and the words that may stand alone."""

    forms: list[Name]
    shown: str
    mentions: list[tuple[int, int]] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)

    def add(self, form: Name, shown: str) -> None:
        """Note another form of the name; the longest is the one to show."""
        if len(form) > len(self.forms[0]):
            self.forms.insert(0, form)
            self.shown = shown
        elif form not in self.forms:
            self.forms.append(form)

    def parts(self) -> set[str]:
        """The words of the name that name the person when they stand alone."""
        return {
            word
            for form in self.forms
            for word in form
            if len(form) == 1 or (len(word) >= SHORTEST_PART and not is_common_word(word))
        }


def fold(words: Sequence[str]) -> Name:
    """A name as it is compared: lower case, one kind of apostrophe."""
    return tuple(map(fold_word, words))


def fold_word(word: str) -> str:
    """One word of a name as it is compared."""
    return word.lower().replace("’", "'").replace("`", "'")


def find_person(persons: Sequence[Person], name: Name) -> Person | None:
    """The person of ``persons`` that ``name`` names; of several the one mentioned last.

    A shorter form is part of a longer one ("Amir" of "Amir Lubis", "M. Amir" of "Muhammad Amir"); a spelling
    variant differs in one letter of a long word or is written in another way ("Taufik", "Taufiq"); popular names
    ("Jokowi") come from a list; one word may be the beginning of a longer one ("Asfi" of "Asfinawati").
    """
    persons = [person for person in persons if not _is_known_otherwise(name, person.forms[0])]
    for same in SAME:
        hits = [
            person
            for person in persons
            if any(same(name, form) and not _only_shares(name, form, person.forms[0]) for form in person.forms)
        ]
        if len(hits) > 1:
            hits = [person for person in hits if person.forms[0][0] == name[0]] or hits
        if hits:
            return max(hits, key=lambda person: max(person.mentions, default=(0, 0)))
    return None


def fuller_name_of(persons: Sequence[Person], name: Name) -> Person | None:
    """The only person known by one word so far, and that word in ``name``: "Lubis" for "Amir Lubis"."""
    hits = [p for p in persons if (len(p.forms[0]) == 1 and p.forms[0][0] in name) or name in p.forms]
    return hits[0] if len(hits) == 1 else None


def is_short_of(short: Name, name: Name) -> bool:
    """Whether somebody of this name is called by one word: a popular one ("Jokowi"), or the beginning of a part."""
    return len(short) == 1 < len(name) and (_known(short, name) or _shortened(short, name))


def _equal(name: Name, form: Name) -> bool:
    return name == form


def _included(name: Name, form: Name) -> bool:
    """Whether the words of the shorter name stand in the longer one, in order."""
    short, long = sorted((name, form), key=len)
    if len(short) == len(long):
        pairs = zip(short, long, strict=True)
        return all(a == b or _abbreviates(a, b) or _abbreviates(b, a) for a, b in pairs)
    if all(len(word) < SHORTEST_PART for word in short):
        return False
    rest = iter(long)
    return all(any(a == b or _abbreviates(a, b) for b in rest) for a in short)


def _abbreviates(a: str, b: str) -> bool:
    return len(a) == 1 and b.startswith(a)


def _initialled(name: Name, form: Name) -> bool:
    """Whether one name has the first letters of the other's first words: "BJ Habibie", "Bacharuddin Jusuf Habibie"."""
    short, long = sorted((name, form), key=len)
    letters = short[0].replace(".", "")
    if len(letters) == 1 or len(short) == 1:
        return False
    return tuple(word[0] for word in long[: len(letters)]) == tuple(letters) and short[1:] == long[len(letters) :]


def _known(name: Name, form: Name) -> bool:
    return {" ".join(name), " ".join(form)} in popular_names()


def _only_shares(name: Name, form: Name, full: Name) -> bool:
    """Whether two full names share no more than the one word by which somebody was called: "Alex" and "Marc Marquez".

    A first name may be all that one person's names share: "Eko Patrio" and "Eko Hendro Purnomo", "Bunda Eva" and "Eva".
    """
    if len(form) > 1 or len(name) == 1 or form[0] not in name or form[0] not in full[1:] or full[0] == form[0]:
        return False
    return not any(same(name, full) for same in SAME)


def _is_known_otherwise(name: Name, form: Name) -> bool:
    """Whether both are of national life and not one: "Prabowo" is not "Listyo Sigit Prabowo", who is "Listyo"."""
    short, full = " ".join(name), " ".join(form)
    both = short in famous_names() and full in famous_names()
    return both and short != full and not _known(name, form)


def _misspelt(name: Name, form: Name) -> bool:
    """Whether two names of as many words differ by one slip of the pen."""
    if len(name) != len(form):
        return False
    unlike = [(a, b) for a, b in zip(name, form, strict=True) if a != b]
    return len(unlike) == 1 and _slip(*unlike[0], LONG_WORD_IN_NAME if len(name) > 1 else LONG_WORD)


def _respelt(name: Name, form: Name) -> bool:
    """Whether two names sound alike, or the shorter sounds like a word of the longer: "Anis", "Anies Baswedan"."""
    short, long = sorted((tuple(map(_sound, name)), tuple(map(_sound, form))), key=len)
    return _included(short, long) if max(map(len, short)) >= SHORTEST_SOUND else False


@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    """A word of a name without what is spelt in different ways: old vowels, "q" and "k", doubled letters."""
    for old, new in SPELLINGS:
        word = word.replace(old, new)
    return DOUBLED.sub(r"\1", word)


def _shortened(name: Name, form: Name) -> bool:
    """Whether one name is a single word that begins a longer word of the other; one that is a name, the first word."""
    short, long = sorted((name, form), key=lambda words: (len(words), sum(map(len, words))))
    if len(short) > 1 or len(short[0]) < SHORTEST_PART or is_common_word(short[0]):
        return False
    if is_name_word(short[0]):  # "Hendra" is not short for "Ali Hendradi"
        long = long[:1]
    return any(len(word) >= len(short[0]) + CUT_OFF and word.startswith(short[0]) for word in long)


def _slip(a: str, b: str, shortest: int) -> bool:
    return min(len(a), len(b)) >= shortest and one_slip(a, b)


def one_slip(a: str, b: str) -> bool:
    """Whether one letter more, less, other, or two letters changed places make ``b`` of ``a``.

    >>> one_slip("suprapto", "surpapto"), one_slip("hasan", "hasani"), one_slip("ahmad", "rahman")
    (True, True, False)
    """
    if abs(len(a) - len(b)) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    tails = {(a[start + i :], b[start + j :]) for i, j in ((0, 1), (1, 0), (1, 1))}
    swapped = a[start : start + 2] == b[start : start + 2][::-1] and a[start + 2 :] == b[start + 2 :]
    return swapped or any(x == y for x, y in tails)


SAME = (
    _equal,
    _included,
    _known,
    _misspelt,
    _respelt,
    _shortened,
    _initialled,
)  # whether two names can be one person's, by and by


def later_mentions(reading: Reading, persons: Sequence[Person], taken: set[int]) -> Iterator[tuple[Person, int, int]]:
    """Places where a known person is named again, in whole or by a part of the name."""
    parts: dict[str, list[Person]] = {}
    for person in persons:
        for part in person.parts():
            parts.setdefault(part, []).append(person)
    done = 0
    for i, written in enumerate(reading.words):
        owners = parts.get(fold_word(written)) if written[0].isupper() and i >= done else None
        if owners and i not in taken and not reading.covered(i):
            start, done = _extent(reading, owners, i, done, taken)
            if not _of_another(reading, start, done):
                yield _owner(owners, fold(reading.words[start:done]), start), start, done


def _extent(reading: Reading, owners: Sequence[Person], i: int, done: int, taken: set[int]) -> tuple[int, int]:
    """The words around word ``i``, from ``done`` on, that belong to a name of ``owners``, if misspelt."""
    known = {word for person in owners for form in person.forms for word in form}
    start, end = i, i + 1
    while _extends(reading, end, end, known, taken):
        end += 1
    while start > done and _extends(reading, start - 1, start, known, taken):
        start -= 1
    return start, end


def _extends(reading: Reading, i: int, gap: int, known: set[str], taken: set[int]) -> bool:
    """Whether word ``i``, with the gap before word ``gap`` between it and the name, is one of ``known``."""
    if not 0 < gap < len(reading) or i in taken or reading.covered(i) or not joined(reading, gap):
        return False
    word = fold_word(reading.words[i])
    if word in known:
        return reading.capital(i) or len(word) >= SHORTEST_PART
    return reading.capital(i) and any(_slip(word, other, LONG_WORD) for other in known)


def _of_another(reading: Reading, start: int, end: int) -> bool:
    """Whether a name word beside words ``start`` to ``end`` makes them part of the name of somebody else."""
    return any(
        reading.gap(gap) == " " and reading.capital(i) and is_name_word(reading.words[i]) and not reading.covered(i)
        for i, gap in ((start - 1, start), (end, end))
    )


def _owner(owners: Sequence[Person], name: Name, at: int) -> Person:
    """Of the persons that share a part of a name, the one whose first name it is, else the one named last."""
    fitting = [person for person in owners if any(_included(name, form) for form in person.forms)] or owners
    first = [person for person in fitting if any(form[0] == name[0] for form in person.forms)] or fitting
    return max(first, key=lambda p: max((m for m in p.mentions if m[0] < at), default=(-1, 0)))
