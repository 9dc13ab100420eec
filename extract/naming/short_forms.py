"""Short forms: whether one is made of the letters of a name, and the one that acronyms inside a name give."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

INSIDE = re.compile(r" ?\( ?([A-Z][\w/-]*) ?\)")
LONGEST_BRACKET = 16  # characters
POLICE = "Kepolisian"  # its short forms begin with "Pol"
CLIPPED = 4  # letters, at least, of a first word cut short: "Kemen" for "Kementerian"
LEFT_OUT = re.compile(  # of a name, by those who write it short
    r"dan|serta|untuk|atas|di|dr|drs|prof|kh?|hj?|ir|ri|republik|indonesia|kelas|khusus|non|tpi|partai|[ivx]+|[ab]|perwakilan"
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


@lru_cache(maxsize=4096)
def shortens(short: str, long: str) -> bool:
    """Whether a name is another one written short: in its order the same words, their acronyms, or none of no weight.

    >>> shortens("KPw BI Wetan", "Kantor Perwakilan Bank Indonesia Wetan"), shortens("RS Amir", "Rumah Sakit dr. Amir")
    (True, True)
    >>> shortens("Dinas Kota Wetan", "Dinas Pasar Kota Wetan"), shortens("KPK", "Komisi Pemilihan Umum")
    (False, False)
    """
    words, others = _words(short), _words(long)
    if len(words) == 1 or words == others or words[0][:1].casefold() != others[0][:1].casefold():
        return False
    return _aligned(words, others)


def _words(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", INSIDE.sub("", name)))


def _aligned(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the words of a long name can be told off against those of a short one."""
    if not short:
        return all(map(_is_left_out, long))
    if not long:
        return False
    if short[0].casefold() == long[0].casefold() and _aligned(short[1:], long[1:]):
        return True
    if _is_left_out(long[0]) and _aligned(short, long[1:]):
        return True
    ends = range(1, len(long) + 1) if len(short[0]) > 1 else ()
    return any(_stands_for(short[0], long[:end]) and _aligned(short[1:], long[end:]) for end in ends)


def _is_left_out(word: str) -> bool:
    return LEFT_OUT.fullmatch(word.casefold()) is not None


def _stands_for(word: str, run: Sequence[str]) -> bool:
    """Whether a word is an acronym of these words, or the beginning of one."""
    if len(run) == 1:
        return CLIPPED <= len(word) < len(run[0]) and run[0].casefold().startswith(word.casefold())
    if sum(letter.isupper() for letter in word) < 2:
        return False
    return _spelled_from(word.casefold(), run, initials_alone=word.isupper())


def _spelled_from(letters: str, run: Sequence[str], *, initials_alone: bool) -> bool:
    """Whether each word gives its first letter and perhaps some behind it, those of no weight none."""
    if not run:
        return not letters
    given = (*_given(letters, run[0].casefold(), initials_alone=initials_alone and not run[0].isupper()),)
    given += (0,) if _is_left_out(run[0]) else ()
    return any(_spelled_from(letters[size:], run[1:], initials_alone=initials_alone) for size in given)


def _given(letters: str, word: str, *, initials_alone: bool) -> Iterator[int]:
    """How many of the first letters a word may give: letters of it in their order, from its first on."""
    at = 0
    for size, letter in enumerate(letters[:1] if initials_alone else letters, start=1):
        at = word.find(letter, at) + 1
        if not at or (size == 1 and at > 1):
            return
        yield size
