"""Acronyms that an article explains in brackets: which name institutions, and which name something else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from extract.lexicon import read_tsv, read_words
from extract.naming.gazetteer import places_by_words, words_of
from extract.naming.institution_forms import Form, Forms, by_first_word, known_forms
from extract.naming.institution_names import Name
from extract.naming.short_forms import spells

NUMERAL = re.compile(r"[IVXLC]+")
NUMBERED = re.compile(r"Komisi [IVX]+")
LEGAL_FORMS = frozenset(("PT", "PT.", "CV", "CV.", "Tbk", "(Persero)", "(Perseroda)", "Persero"))
SHORTEST_BRAND = 4  # letters; shorter ones are words or initials
BRACKETED = re.compile(r" ?\( ?([A-Z]{2,8}) ?\)")
WORDS_BEFORE = re.compile(r"(?:[^\W\d_]+[ -])*[^\W\d_]+$")
EXPLANATION_REACH = 100  # characters before the brackets that may hold the long form
COUNCIL = "Dewan Perwakilan Rakyat"
LED = re.compile(
    r"\b(?:[Kk]etua(?: [Uu]mum)?|[Ss]ekretaris(?: [Jj]enderal)?|Sekjen|[Dd]irektur(?: [Ee]ksekutif| [Uu]tama)?|Dirut"
    r"|[Kk]epala|Kadis|[Kk]oordinator|[Aa]nggota|[Pp]engurus|[Aa]ktivis|[Kk]omisioner|[Jj]uru [Bb]icara|[Jj]ubir) "
    r"([A-Z]{3,8})(?![\w-]| [A-Z]{2})"
)
LINKS = frozenset(("dan", "atas", "di", "yang", "untuk"))


def own_forms(text: str, names: Sequence[Name]) -> Forms:
    """Short forms that an article makes its own, by their first words.

    "Badan Contoh Daerah (BCD)" makes "BCD" one; where the acronym leaves out the head, "Kementerian Contoh
    Umum (CU)" makes "Kementerian CU" one. "Kejaksaan Negeri X" makes "Kejaksaan" one, "PT Maju Mundur"
    "Maju Mundur", "Komisi I DPRD X" "Komisi I"; a council makes its bodies ("Komisi II", "Bamus") some.
    """
    forms: dict[str, Form] = {}
    for name in names:
        for head in _short_heads(name):
            tail = "region" if name.region or head in (name.acronym, name.base) else "alone"
            forms.setdefault(head, Form(head=head, kind=name.kind, tail=tail, full=name.full))
    if any(name.full.startswith(COUNCIL) for name in names):
        for form in _bodies_of_councils():
            forms.setdefault(form.head, form)
    for acronym in led_acronyms(text):
        spelled = next((name for name in names if spells(name.base, acronym)), None)
        kind, full = (spelled.kind, spelled.full) if spelled else ("other", "")
        forms.setdefault(acronym, Form(head=acronym, kind=kind, tail="region", full=full))
    return by_first_word(forms.values())


def led_acronyms(text: str) -> Iterator[str]:
    """Acronyms that no list has, of bodies with a head or members in the text.

    >>> list(led_acronyms("Ketua LPKX Amir Lubis dan Ketua RW hadir."))
    ['LPKX']
    """
    for match in LED.finditer(text):
        acronym = match[1]
        known = acronym.casefold() in known_forms() or words_of(acronym) in places_by_words()
        generic = acronym in read_words("institution_acronyms_generic.txt") or NUMERAL.fullmatch(acronym)
        if not (known or generic):
            yield acronym


@cache
def _bodies_of_councils() -> tuple[Form, ...]:
    bodies = (form for group in known_forms().values() for form in group if form.tail == "of-council")
    return tuple(replace(form, tail="region") for form in bodies)


def _short_heads(name: Name) -> Iterator[str]:
    first, *rest = name.base.split()
    if name.acronym and name.base not in read_words("institution_generics.txt"):
        spelled = spells(f"{name.base} {name.area}", name.acronym)
        own = spelled if first in LEGAL_FORMS else name.acronym[0].casefold() == first[0].casefold()
        yield name.acronym if own else f"{first} {name.acronym}"
    for form in known_forms().get(first.casefold(), ()):
        if form.tail == "echo" and f"{name.base} {name.area}".startswith(f"{form.head} "):
            yield form.head
    if first in LEGAL_FORMS and not name.region:
        brand = " ".join(word for word in rest if word not in LEGAL_FORMS)
        if len(brand) >= SHORTEST_BRAND and words_of(brand) not in places_by_words():
            yield brand
    if NUMBERED.fullmatch(name.base):
        yield name.base


def other_acronyms(text: str, names: Sequence[Name]) -> frozenset[str]:
    """Acronyms that the article explains as no institution: "Pajak Kendaraan Bermotor (PKB)", in lower case too."""
    institutions = {name.acronym for name in names}
    explained = ((match[1], _long_form(text, match.start())) for match in BRACKETED.finditer(text))
    others = {short for short, words in explained if short not in institutions and spells(words, short)}
    return frozenset(others | _doubles_in(text))


def _doubles_in(text: str) -> set[str]:
    """Acronyms that the words around them show to be something else: "PKB" beside "pajak kendaraan"."""
    rows = [row for row in read_tsv("acronym_doubles.tsv", "acronym", "words") if row["acronym"] in text]
    lower = text.casefold() if rows else ""
    return {row["acronym"] for row in rows if any(words in lower for words in row["words"].split("|"))}


def _long_form(text: str, end: int) -> str:
    """The words right before ``end`` with capital first letters, without those that acronyms leave out."""
    words = WORDS_BEFORE.search(text, max(0, end - EXPLANATION_REACH), end)
    parts = words[0].replace("-", " ").split() if words else []
    return " ".join(word[0].upper() + word[1:] for word in parts if word not in LINKS)
