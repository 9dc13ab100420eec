"""Short forms: whether one is made of the letters of a name, and the one that acronyms inside a name give."""

import re
from collections.abc import Sequence

INSIDE = re.compile(r" ?\( ?([A-Z][\w/-]*) ?\)")
LONGEST_BRACKET = 16  # characters
POLICE = "Kepolisian"  # its short forms begin with "Pol"
CLIPPED = 4  # letters, at least, of a first word cut short: "Kemen" for "Kementerian"
FEWEST_CAPITALS = 2  # capitals of an acronym inside a name
MOST_WORDS = 12  # of a name that is compared with another
LEFT_OUT = re.compile(  # of a name, by those who write it short
    r"dan|serta|untuk|atas|di|dr|drs|prof|kh?|hj?|ir|ri|kelas|khusus|non|tpi|partai|[ivx]+|[ab]|perwakilan"
)


def spells(words: str, acronym: str) -> bool:
    """Whether the first letters of the last words are the acronym."""
    return initials(words).endswith(acronym)


def initials(words: str) -> str:
    """The first letters of the words that have a capital.

    >>> initials("Pusat Studi Hukum dan Kebijakan")
    'PSHK'
    """
    return "".join(word[0] for word in words.replace("-", " ").split() if word[0].isupper())


def abbreviates(acronym: str, words: str) -> bool:
    """Whether a short form is made of letters of the words in their order, capitals of first letters alone.

    >>> abbreviates("TPPD", "Tim Percepatan Pembangunan Daerah"), abbreviates("Medaeng", "Rutan Kelas I")
    (True, False)
    """
    parts = words.casefold().replace("-", " ").split()
    letters = iter("".join(part[0] for part in parts) if acronym.isupper() else "".join(parts))
    return all(letter in letters for letter in acronym.casefold() if letter.isalpha())


def shortened_text(text: str, start: int, end: int) -> str:
    """A name with each long part left out before its acronym in brackets, "" where no more than the last has one.

    >>> text = "Lembaga Bantuan Hukum (LBH) Gerakan Pemuda (GP) Contoh Wetan"
    >>> shortened_text(text, 0, len(text))
    'LBH GP Contoh Wetan'
    """
    behind = INSIDE.match(text, end, end + LONGEST_BRACKET)
    *parts, tail = INSIDE.split(text[start : behind.end() if behind else end])
    short = " ".join((*parts[1::2], *tail.split()))
    begun = [_begins_like(acronym, words.strip()) for words, acronym in zip(parts[::2], parts[1::2], strict=True)]
    return short if begun and all(begun) and " " in short else ""


def _begins_like(acronym: str, words: str) -> bool:
    """Whether an acronym begins with the letter of the words; not "Satuan Reskrim Kepolisian Resor (Polres)"."""
    return words[:1] == acronym[0] or (words.startswith(POLICE) and acronym.startswith("Pol"))


def shortens(short: str, long: str) -> bool:
    """Whether a name is another one written short: in its order the same words, their acronyms, or none of no weight.

    >>> shortens("KPw BI Wetan", "Kantor Perwakilan Bank Indonesia Wetan"), shortens("RS Amir", "Rumah Sakit dr. Amir")
    (True, True)
    >>> shortens("Dinas Kota Wetan", "Dinas Pasar Kota Wetan"), shortens("Badan Jaya", "Badan Jayapura")
    (False, False)
    """
    words, others = _words(short), _words(long)
    if not 1 < len(words) <= MOST_WORDS or not others or words == others:
        return False
    if words[0][0].casefold() != others[0][0].casefold():
        return False
    return len(others) <= MOST_WORDS and _aligned(_clipped_out(words, others), others)


def _words(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", INSIDE.sub("", name)))


def _clipped_out(words: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """The words, the first written out where it is the other first word cut short: "Kemen" for "Kementerian"."""
    first, whole = words[0].casefold(), others[0].casefold()
    return (others[0], *words[1:]) if len(first) >= CLIPPED and whole.startswith(first) else words


def _aligned(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the words of a long name can be told off against those of a short one, each word as far as it goes."""
    at = 0
    for word in short:
        while at < len(long) and word.casefold() != long[at].casefold() and _is_left_out(long[at]):
            at += 1
        run = 1 if at < len(long) and word.casefold() == long[at].casefold() else _spelled(word, long[at:])
        if not run:
            return False
        at += run
    return all(map(_is_left_out, long[at:]))


def _is_left_out(word: str) -> bool:
    return LEFT_OUT.fullmatch(word.casefold()) is not None


def _spelled(acronym: str, words: Sequence[str]) -> int:
    """How many of the words an acronym stands for: each gives its first letter, a short acronym all of its own.

    Behind its first letter a word gives more only to an acronym with small letters ("KPw"); those of no weight may
    give none.
    """
    if sum(letter.isupper() for letter in acronym) < FEWEST_CAPITALS:
        return 0
    rest = acronym.casefold()
    for number, word in enumerate(words, start=1):
        given = _given(rest, word, initials_alone=acronym.isupper())
        if not given and not _is_left_out(word):
            return 0
        rest = rest[given:]
        if not rest:
            return number if number > 1 else 0
    return 0


def _given(letters: str, word: str, *, initials_alone: bool) -> int:
    """How many of the first letters a word gives."""
    low = word.casefold()
    if word.isupper() and letters.startswith(low):  # "PDI Perjuangan" is the "PDIP"
        return len(low)
    if letters[0] != low[0]:
        return 0
    size, at = 1, 1
    while not initials_alone and size < len(letters) and (at := low.find(letters[size], at) + 1):
        size += 1
    return size
