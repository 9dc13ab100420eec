"""Acronyms that an article explains in brackets: which name institutions, and which name something else."""

import re
from collections.abc import Iterable, Iterator, Sequence

from extract.naming.institution_forms import Form, Forms, by_first_word, known_forms
from extract.naming.institution_names import Name, spells

NUMBERED = re.compile(r"Komisi [IVX]+")
LEGAL_FORMS = frozenset(("PT", "PT.", "CV", "CV.", "Tbk", "(Persero)", "(Perseroda)", "Persero"))
SHORTEST_BRAND = 4  # letters; shorter ones are words or initials
EXPLANATION = re.compile(r"((?:[A-Z]\w*(?: dan)?[ -]){1,8})\( ?([A-Z]{2,8}) ?\)")


def own_forms(names: Iterable[Name]) -> Forms:
    """Short forms that an article makes its own, by their first words.

    "Badan Contoh Daerah (BCD)" makes "BCD" one; where the acronym leaves out the head, "Kementerian Contoh
    Umum (CU)" makes "Kementerian CU" one. "Kejaksaan Negeri X" makes "Kejaksaan" one, "PT Maju Mundur"
    "Maju Mundur", "Komisi I DPRD X" "Komisi I".
    """
    forms: dict[str, Form] = {}
    for name in names:
        for head in _short_heads(name):
            forms.setdefault(head, Form(head=head, kind=name.kind, tail="region", full=name.full))
    return by_first_word(forms.values())


def _short_heads(name: Name) -> Iterator[str]:
    first, *rest = name.base.split()
    if name.acronym:
        spelled = spells(f"{name.base} {name.area}", name.acronym)
        own = spelled if first in LEGAL_FORMS else name.acronym[0].casefold() == first[0].casefold()
        yield name.acronym if own else f"{first} {name.acronym}"
    if any(form.tail == "echo" and form.head == first for form in known_forms().get(first.casefold(), ())):
        yield first
    if first in LEGAL_FORMS and not name.region:
        brand = " ".join(word for word in rest if word not in LEGAL_FORMS)
        if len(brand) >= SHORTEST_BRAND:
            yield brand
    if NUMBERED.fullmatch(name.base):
        yield name.base


def other_acronyms(text: str, names: Sequence[Name]) -> frozenset[str]:
    """Acronyms that the article explains as no institution: "Pajak Kendaraan Bermotor (PKB)"."""
    institutions = {name.acronym for name in names}
    return frozenset(
        match[2] for match in EXPLANATION.finditer(text) if match[2] not in institutions and spells(match[1], match[2])
    )
