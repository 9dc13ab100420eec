"""By-laws called by their subject in capitals: "Perda Polusi Udara", "Perwali LPPL"."""

import re

from extract.lexicon import read_words
from extract.rules.issuing_places import region_end
from extract.rules.rule_issuers import issuer_slug

_SUBJECT = re.compile(r"(?P<first>[A-Z]{3,10}|[A-Z][a-z]{2,20})(?P<more>(?:\s(?:dan\s)?[A-Z]\w{1,20}){0,6})(?![\w-])")
_ENDED = re.compile(r"[.,;:)\"”]|\s[a-z(]|\s?\Z")  # the sentence goes on: no headline, in which all is in capitals
_IN_SENTENCE = re.compile(r"\b[a-z][\w-]{0,30}\s[\"“(]?\Z")
_BEFORE = 34  # characters


def names_subject(text: str, low: str, start: int, at: int) -> bool:
    """Whether capitals at ``at``, behind a form that begins at ``start``, are what the by-law is about.

    One word will do in letters ("LPPL") or spelled out in brackets ("Rued (Rencana ..."), else there are two.

    >>> text = "Dewan membahas Perda Polusi Udara sejak lama."
    >>> names_subject(text, text.lower(), 15, 21)
    True
    """
    found = _SUBJECT.match(text, at)
    if (
        not found
        or not _ENDED.match(text, found.end())
        or not _IN_SENTENCE.search(text, max(0, start - _BEFORE), start)
    ):
        return False
    first = found["first"]
    if not (found["more"] or first.isupper() or text.startswith(" (", found.end())):
        return False
    region = region_end(low, at - 1) or issuer_slug("region", first, "").startswith("provinsi-")
    return not region and first.lower() not in read_words("regulation_subject_stops.txt")
