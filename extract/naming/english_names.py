"""English names of organisations in Indonesian text: they end with what the organisation is."""

import re
from functools import cache

from extract.lexicon import read_words
from extract.naming.name_words import is_common_word, is_name_word, is_other_word

COUNTRY = "Indonesia"
OFFICES = frozenset({
    "CEO", "CFO", "COO", "Chairman", "Chief", "Corporate", "Director", "Executive", "Founder", "General", "Head",
    "Manager", "Managing", "Officer", "President", "Secretary", "Utama", "Vice",
})  # fmt: skip
WORD = r"[A-Z][\w’'-]{1,25}"
COMPANY = re.compile(
    rf"(?P<first>{WORD})(?: (?:of |& )?{WORD}){{0,4}}?,? (?:\(?Pte\.?\)? |Sdn\.? )?"
    r"(?:Ltd|Inc|LLC|PLC|Bhd|Corp|GmbH)(?!\w)"
)


def english_name_end(text: str, start: int) -> int:
    """Where the English name of an organisation that begins at ``start`` ends; 0 where none does.

    Handles ``Public Ledger Watch``, ``Centre for Coastal and Ocean Studies``; the words behind "for" end before a
    person (``Center of Law Studies Amir Lubis``), and no Indonesian word begins one (``Peneliti Center …``).

    >>> text = "Indonesia Ledger Watch menolak."
    >>> text[: english_name_end(text, 0)]
    'Indonesia Ledger Watch'
    """
    found = _pattern().match(text, start)
    if found is None or found["first"] in read_words("institution_stops.txt"):
        return 0
    if is_common_word(found["first"]) and found["first"] != COUNTRY:
        return 0
    end = found.end("name")
    for word in re.finditer(WORD, found["field"] or ""):
        if word.start() and is_name_word(word[0]) and not is_other_word(word[0]):
            return found.start("field") + len((found["field"][: word.start()]).rstrip())
    return end


def company_end(text: str, start: int) -> int:
    """Where the name of a company that begins at ``start`` and says so at its end ends; 0 where none does.

    >>> text = "Direktur Kulon Energy Trading Pte. Ltd hadir."
    >>> text[9 : company_end(text, 9)]
    'Kulon Energy Trading Pte. Ltd'
    """
    found = COMPANY.match(text, start)
    if found is None or is_common_word(found["first"]) or is_name_word(found["first"]):
        return 0
    if found["first"] in ("Pte", "Sdn") or found["first"] in read_words("institution_stops.txt"):
        return 0
    return 0 if OFFICES.intersection(found[0].split()) else found.end()


@cache
def _pattern() -> re.Pattern[str]:
    """Capitalised words that end with a word of ``institution_endings.txt``, or such a word with its field."""
    ending = "|".join(sorted(read_words("institution_endings.txt")))
    field = rf" (?:for|of|on) (?P<field>(?:the )?{WORD}(?: (?:and |& )?{WORD}){{0,5}})"
    plain = rf"{WORD}(?: (?:and |for )?{WORD}){{0,4}}? (?:{ending})(?!\w| [A-Z])"
    return re.compile(rf"(?P<name>(?=(?P<first>{WORD}))(?:(?:{ending}|Center|Centre){field}|{plain}))")
