"""Whether a short form is made of the letters of a name."""


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
