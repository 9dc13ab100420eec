"""What stands around words that look like the name of an institution, and makes them none or only an echo."""

import re

from extract.naming.institution_forms import Form, known_forms

SOURCE = re.compile(
    r"(?i:kepada|(?:di)?kut[iu]p|(?:di)?lansir|melansir|mengutip|diterima|diberitakan|pantauan|dihimpun"
    r"|(?:di)?konfirmasi|(?:di)?hubungi|(?:di)?temui|dilihat|catatan|pemberitaan|majalah|koran|harian|tabloid|laman"
    r"|situs|surat kabar|jurnalis|wartawan|reporter)"
    r"(?: (?:dari|oleh|redaksi|tim|wartawan|majalah|koran|harian|laman|situs))?[ \n]$"
)
MINISTER = re.compile(r"(?:Menteri|Wamen)[ \n]$")
INITIALS = re.compile(r"(?:(?<!\w)([A-Z]{1,4})(?:, (?:dan )?| dan )|(?i:inisial|saudara) )$")
RANKED = re.compile(
    r"(?:Jenderal|Letjen|Mayjen|Brigjen|Kolonel|Letkol|Mayor|Kapten|Marsda|Marsma|Marsdya|Laksda|Laksma|Laksdya"
    r"|(?:Laksamana|Marsekal)(?: \w{4,7})?)[ \n]$"
)
OFFICE_OF = re.compile(r"[A-Z]\w{3,} (?!Jabat|Mantan)[A-Z]\w{3,}[ \n]$")  # "Direktur Dekonsentrasi Dirjen X"
DIRECTOR = "Dirjen"  # who heads a Direktorat Jenderal, and in an office that is a part of it, the body itself
STREET = re.compile(r"(?i:jalan|jln?\.?)[ \n]$")
RULE_TITLE = re.compile(
    r"(?:\b(?:R?UU|Undang-[Uu]ndang|Ketetapan|T[Aa][Pp]|Permen|Peraturan Menteri)"
    r"|(?:UU|Undang-[Uu]ndang)[^.;\n\"”]{0,70} tentang(?: [A-Z]{2,5}(?:,|,? dan))*) $"
    r"|\d/(?:[\w.]+/)?$|N(?:o\.?|omor:?) [IVX]+/$"
)
REACH = 130  # characters before a name that may hold the title of a rule
SHORT = 3  # letters of an acronym that may also be a person's initials


def may_name(text: str, start: int, end: int, form: Form) -> bool:
    """Whether what stands before a form's head, at ``start`` to ``end``, lets it name an institution.

    Handles media, which only count as a source (``kepada X``), ``Menteri Koperasi Amir``, ``Mayjen TNI Amir``,
    ``Jalan RS X`` and rows of initials (``ARH, ZF dan MA``).
    """
    before = text[max(0, start - 30) : start]
    if form.tail == "quoted":
        return SOURCE.search(before) is not None
    if form.tail in ("echo", "of-council") or STREET.search(before):
        return False
    if form.head == DIRECTOR and OFFICE_OF.search(before) is None:
        return False
    if form.tail == "needs-name" and MINISTER.search(before):
        return False
    if form.kind == "army" and RANKED.search(before):
        return False
    return not (end - start <= SHORT and _among_initials(before))


def in_rule(text: str, start: int) -> bool:
    """Whether the name at ``start`` belongs to the name or number of a rule ("UU KPK", "B-217/Kominfo")."""
    return RULE_TITLE.search(text[max(0, start - REACH) : start]) is not None


def _among_initials(before: str) -> bool:
    found = INITIALS.search(before)
    return found is not None and (found[1] or "").casefold() not in known_forms()
