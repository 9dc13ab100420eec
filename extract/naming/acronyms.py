"""Acronyms that an article explains in brackets: which name institutions, and which name something else."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from extract.lexicon import read_tsv, read_words
from extract.naming.gazetteer import places_by_words, words_of
from extract.naming.institution_forms import Form, Forms, by_first_word, known_forms
from extract.naming.institution_names import Name
from extract.naming.short_forms import abbreviates, initials, spells

NUMERAL = re.compile(r"[IVXLC]+")
NUMBERED = re.compile(r"Komisi [IVX]+")
LEGAL_FORMS = frozenset(("PT", "PT.", "CV", "CV.", "Tbk", "(Persero)", "(Perseroda)", "Persero"))
SHORTEST_BRAND = 4  # letters; shorter ones are words or initials
BRACKETED = re.compile(r" ?\( ?([A-Z]{2,8}) ?\)")
WORDS_BEFORE = re.compile(r"(?:[^\W\d_]+[ -])*[^\W\d_]+$")
EXPLAINING = re.compile(r"(?<!\w)([A-Z][A-Za-z]{2,14}) \($")  # "BKD (" before "Badan Kepegawaian Daerah)"
LONGEST_EXPLAINED = 18  # characters of an acronym with its bracket
EXPLANATION_REACH = 100  # characters before the brackets that may hold the long form
COUNCIL = "Dewan Perwakilan Rakyat"
LED = re.compile(
    r"\b(?:[Kk]etua(?: [Uu]mum)?|[Ss]ekretaris(?: [Jj]enderal)?|Sekjen|[Dd]irektur(?: [Ee]ksekutif| [Uu]tama)?|Dirut"
    r"|[Kk]epala|Kadis|[Kk]oordinator|[Aa]nggota|[Pp]engurus|[Aa]ktivis|[Kk]omisioner|[Jj]uru [Bb]icara|[Jj]ubir) "
    r"([A-Z]{3,8})(?![\w-]| [A-Z]{2})"
)
CAPITALISED = re.compile(r"[A-Z][\w'-]*(?: (?:(?:dan|untuk|of|and|for|the|di|pada) )?[A-Z][\w'-]*)*$")
LINKS = frozenset(("dan", "atas", "di", "yang", "untuk"))


def own_forms(text: str, names: Sequence[Name], explained: Mapping[str, str]) -> Forms:
    """Short forms that an article makes its own, by their first words.

    "Badan Contoh Daerah (BCD)" makes "BCD" one; where the acronym leaves out the head, "Kementerian Contoh
    Umum (CU)" makes "Kementerian CU" one. "Kejaksaan Negeri X" makes "Kejaksaan" one, "PT Maju Mundur"
    "Maju Mundur", "Komisi I DPRD X" "Komisi I"; a council makes its bodies ("Komisi II", "Bamus") some.
    ``explained`` is what `explained_names` tells of the article.
    """
    forms: dict[str, Form] = {}
    units: list[Form] = []
    for name in names:
        if name.part[1]:
            units += _unit_forms(name)
        if name.whole is not None:
            whole = name.whole
            forms.setdefault(whole.acronym, Form(head=whole.acronym, kind=whole.kind, tail="region", full=whole.full))
            continue
        for head in (*_short_heads(name), *_acronym_before(text, name)):
            tail = "region" if name.region or head in (name.acronym, name.base) else "alone"
            forms.setdefault(head, Form(head=head, kind=name.kind, tail=tail, full=name.full))
    if any(name.full.startswith(COUNCIL) for name in names):
        for form in _bodies_of_councils():
            forms.setdefault(form.head, form)
    for acronym in led_acronyms(text):
        spelled = next((name for name in names if spells(name.base, acronym)), None)
        kind, full = (spelled.kind, spelled.full) if spelled else ("other", explained.get(acronym, ""))
        forms.setdefault(acronym, Form(head=acronym, kind=kind, tail="region", full=full))
        if full and not spelled:
            forms.setdefault(full, Form(head=full, kind=kind, tail="region"))
    return by_first_word((*units, *forms.values()))


def _unit_forms(name: Name) -> Iterator[Form]:
    """The forms of a unit's acronym: with another institution behind it, and by itself where it is no sort of unit."""
    unit, acronym = name.part
    yield Form(head=acronym, kind=name.kind, tail="needs-parent", full=unit)
    if acronym not in read_words("institution_acronyms_generic.txt"):
        yield Form(head=acronym, kind=name.kind, tail="alone", full=name.full)


def explained_names(text: str, names: Sequence[Name]) -> dict[str, str]:
    """The names that acronyms of led bodies stand for, where nothing but the brackets says that they are names.

    >>> explained_names("Perkumpulan Guru Wetan (PGW) rapat. Ketua PGW Amir Lubis hadir.", ())
    {'PGW': 'Perkumpulan Guru Wetan'}
    """
    led = frozenset(led_acronyms(text)) - {name.acronym for name in names}
    found: dict[str, str] = {}
    for match in BRACKETED.finditer(text) if led else ():
        words = _capitalised_before(text, match.start())
        if match[1] in led and (start := _first_spelled(words, match[1])) >= 0:
            found.setdefault(match[1], " ".join(words[start:]))
    return found


def _capitalised_before(text: str, end: int) -> list[str]:
    """The words right before ``end`` that have capital first letters, with the links between them."""
    run = CAPITALISED.search(text, max(0, end - EXPLANATION_REACH), end)
    return run[0].split() if run else []


def _first_spelled(words: Sequence[str], acronym: str) -> int:
    """The number of the word from which on the first letters are the acronym, or -1."""
    starts = (i for i in range(len(words) - 1, -1, -1) if initials(" ".join(words[i:])) == acronym)
    return next((i for i in starts if words[i][0].isupper()), -1)


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
        bare = name.acronym.removeprefix(f"{first} ")
        yield f"{first} {bare}"
        if _stands_alone(name, bare):
            yield bare
    for form in known_forms().get(first.casefold(), ()):
        if form.tail == "echo" and f"{name.base} {name.area}".startswith(f"{form.head} "):
            yield form.head
    if first in LEGAL_FORMS and not name.region:
        brand = " ".join(word for word in rest if word not in LEGAL_FORMS)
        if len(brand) >= SHORTEST_BRAND and words_of(brand) not in places_by_words():
            yield brand
    if NUMBERED.fullmatch(name.base):
        yield name.base


def _acronym_before(text: str, name: Name) -> Iterator[str]:
    """The acronym that a name in brackets explains: "BKD (Badan Kepegawaian Daerah)"."""
    match = EXPLAINING.search(text, max(0, name.start - LONGEST_EXPLAINED), name.start)
    if match is None or " " not in name.base or not text.startswith(")", name.end):
        return
    if match[1][0] == name.base[0] and abbreviates(match[1], name.base):
        yield match[1]


def _stands_alone(name: Name, acronym: str) -> bool:
    """Whether an acronym stands for a name without the word that the name begins with: "BKD", not "PU"."""
    first, *rest = name.base.split()
    if first in LEGAL_FORMS:
        own = " ".join(word for word in rest if word not in LEGAL_FORMS)
        known = not acronym.isupper() and acronym.casefold() in known_forms()
        return known or spells(f"{own} {name.area}", acronym)
    return acronym[0].casefold() == first[0].casefold() or name.kind == "party"


def other_acronyms(text: str, names: Sequence[Name]) -> frozenset[str]:
    """Acronyms that the article explains as no institution: "Pajak Kendaraan Bermotor (PKB)", in lower case too."""
    institutions = {name.acronym for name in names} | {name.part[1] for name in names}
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
