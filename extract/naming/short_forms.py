"""Short forms: whether one is made of the letters of a name, and the one that acronyms inside a name give."""

import re

INSIDE = re.compile(r" ?\( ?([A-Z][\w/-]*) ?\)")
LONGEST_BRACKET = 16  # characters
POLICE = "Kepolisian"  # its short forms begin with "Pol"


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
