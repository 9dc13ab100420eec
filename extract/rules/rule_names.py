"""Names that stand in the place of a number: "UU ASN", "Perda KTR", "surat edaran tentang larangan mudik"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.lexicon import read_tsv, read_words
from extract.rules.issuing_places import region_end
from extract.rules.registry import nicknames
from extract.rules.rule_forms import Head
from extract.rules.rule_issuers import agency_names, ministry_names
from extract.rules.subject_names import names_subject
from extract.rules.title_words import NAME_WORD, capitals_end, title_end
from extract.rules.word_trie import spaced, trie

REPUBLIC = frozenset({"ri", "republik", "indonesia", "nri", "negara"})
_ISSUER_NAMES = {"ministry": ministry_names, "office": agency_names}
# A bill goes by the name of its law, and so does the emergency rule that changes one ("Perppu KPK").
_BY_NAMES_OF = {"ruu": ("uu",), "perppu": ("perppu", "uu")}
_BY_LAWS = frozenset({"perda", "qanun", "pergub", "perbup", "perwali"})
_LEAD = re.compile(r"\s{1,3}(?:(?:ri|republik\sindonesia)\s{1,3})?")
_ABOUT = re.compile(r"\s{0,3},?\s{1,3}(?:tentang\s{1,3}){1,2}")
_APPOINTING = re.compile(r"\s{1,3}(?=(?:pemberhentian|pengangkatan|penunjukan|pembentukan)\s{1,3}[A-Z])")
_LOOSELY_ABOUT = re.compile(r"\s{0,3},?\s{1,3}(?:terkait(?:\sdengan)?|mengenai|soal|perihal)\s{1,3}")  # "RUU terkait X"
_LOOSE = frozenset({"ruu", "raperda", "perpres", "keppres", "pergub", "perbup", "perwali", "se"})  # which news names so
_ACRONYM = re.compile(r"\s{0,2}\(\s{0,2}[A-Z][\w-]{1,15}\s{0,2}\)")
_CHANGED = r"(?:-?p|\s(?:perubahan|p))(?!\w)"
_BUDGET = re.compile(rf"(?:apbd|anggaran\spendapatan\sdan\sbelanja\sdaerah(?:\s\(r?-?apbd\))?)({_CHANGED})?(?:\sta)?$")
_BUDGET_YEAR = re.compile(rf"({_CHANGED})?(?:\s(?:tahun\sanggaran|tahun|ta|t\.\s?a)\.?)?\s(20[0-3]\d)(?![\d/])")
_LONGEST_BUDGET = 60  # characters
_OF_REGION = re.compile(r"\s(?:kota|kabupaten|kab\.?|provinsi|prov\.?)\s")
_PERSON = re.compile(r"\b(?:gubernur|wagub|bupati|wabup|pak|bapak|kang|haji|h\.|saudara)\s(?:\w+\s)?$")  # "Kang UU ..."
_OF_PERSON = re.compile(  # "UU Hamidah, 45," and "UU Ruslan, Wakil Gubernur" are persons
    r"\s?(?:,\s\d{2}(?:\s(?:tahun|th))?,|\(\d{2}(?:\s(?:tahun|th))?\)|,\s(?:mantan\s)?(?:wakil|gubernur|bupati|wali|ketua|kepala|camat|lurah)\s)"
)
_ABROAD = re.compile(r"\s(?:setempat|di\s(?:sana|negara\s(?:itu|tersebut)))(?!\w)")  # "UU Desa setempat"
_GENERIC = re.compile(r"\b(?:sebuah|suatu|semacam)\s$")  # "sebuah Undang-Undang Pidana"
_BEFORE = 30  # characters before a form in which such words stand
_SHORT = re.compile(r"(?!DKI|APBN)[A-Z][A-Z0-9]{2,}\s(?=[A-Z][a-z])")  # "RUU KPK Totok Daryanto"
_RENEWED = re.compile(  # "UU Desa yang baru itu", not "UU Desa yang baru disahkan"
    r"\s(?:hasil\srevisi|yang\s(?:baru|anyar|lama)(?!\s(?:saja|akan|(?:di|ber|me)\w))|(?:baru|anyar|lama)(?=\s(?:itu|ini|tersebut)\b))"
    r"(?:\s(?:itu|ini|tersebut))?(?!\w)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleName:
    """What a form without a number is called.

    Attributes:
        end: One past the last character of form and name.
        words: What stands between form and title, or the ministry ("Wali Kota Rantau"), or "".
        nickname: The name, without "tentang", or "".
    """

    end: int
    words: str = ""
    nickname: str = ""


def rule_name(text: str, low: str, head: Head, tokens: Sequence[re.Match[str]]) -> RuleName:
    """The name in the place of a number behind ``head``, with its issuer; the bare form if none stands there.

    Forms: a known name ("UU ASN"), capitals ("RUU Perampasan Aset"), a topic of by-laws ("Perda miras"), a title
    ("surat edaran tentang larangan mudik"), each with the acronym behind it. ``tokens`` are the words and
    brackets behind the form.
    """
    if found := _titled(text, low, head, tokens):
        return found
    at = tokens[0].end() if tokens and tokens[0].group().lstrip().startswith("(") else head.end
    issuers = _ISSUER_NAMES.get(head.form.issuer)
    if issuers and (issuer := issuers().match(low, at)):
        return RuleName(end=_behind_acronym(text, issuer.end()), words=text[at : issuer.end()].strip())
    lead = _LEAD.match(low, at)
    keyword = lead and head.form.nickname == "topic" and "\n" in lead.group()  # a line of its own
    end = _name_end(text, low, head, lead.end()) if lead and not keyword else 0
    if not lead or not end:
        return RuleName(end=at)
    if _OF_PERSON.match(low, end) and not _known_end(low, head, lead.end()):
        return RuleName(end=at)
    if head.form.type == "uu" and _ABROAD.match(low, end):
        return RuleName(end=at)
    behind = _behind_acronym(text, end)
    name = _of_year(low, RuleName(end=behind, nickname=text[lead.end() : end]))
    if name.end == behind and head.form.nickname == "topic":
        name = replace(name, end=_region_behind(low, behind))
    renewed = _RENEWED.match(low, name.end)
    return replace(name, end=renewed.end()) if renewed else name


def _region_behind(low: str, at: int) -> int:
    """Where the region ends that a by-law's name goes on with ("Perda KTR Kota Metro"), ``at`` for none."""
    return (region_end(low, at) or at) if _OF_REGION.match(low, at) else at


def _of_year(low: str, name: RuleName) -> RuleName:
    """The name with the year of a budget behind it: "APBD Perubahan Tahun Anggaran 2025" is "APBD Perubahan 2025"."""
    budget = _BUDGET.search(low, max(0, name.end - _LONGEST_BUDGET), name.end)
    behind = _BUDGET_YEAR.match(low, _region_behind(low, name.end)) if budget else None
    if not budget or not behind:
        return name
    before = _BUDGET.sub("", name.nickname.lower()).strip()
    words = (before, "APBD", "Perubahan" if budget[1] or behind[1] else "", behind[2])
    return replace(name, end=behind.end(), nickname=" ".join(filter(None, words)))


def _titled(text: str, low: str, head: Head, tokens: Sequence[re.Match[str]]) -> RuleName | None:
    """A form that goes on with "tentang" and a title, issuer or acronym between them."""
    if head.form.nickname == "none":
        return None
    before = []
    for token in tokens:
        if token.group().strip().lower() == "tentang":
            break
        before.append(token)
    at = before[-1].end() if before else head.end
    about = _ABOUT.match(low, at)
    if not about and head.form.type in _LOOSE:
        about = _LOOSELY_ABOUT.match(low, at) or (_APPOINTING.match(text, at) if head.form.type == "keppres" else None)
    words = [word for token in before if not (word := token.group().strip()).startswith("(")]
    named = [word for word in words if word.lower() not in REPUBLIC]
    if not about or (named and head.form.issuer == "none") or (not named and head.form.type == "instruksi"):
        return None
    end = _known_end(low, head, about.end()) or title_end(text, low, head, about.end())
    if not end:
        return None
    name = RuleName(end=_behind_acronym(text, end), words=" ".join(words), nickname=text[about.end() : end])
    return _of_year(low, name)


def title_behind(text: str, low: str, head: Head, at: int) -> RuleName:
    """The title behind a number that ends at ``at`` ("... tentang Perkawinan"), its acronym with it."""
    about = _ABOUT.match(low, at)
    end = title_end(text, low, head, about.end()) if about else 0
    if not about or not end:
        return RuleName(end=at)
    behind = _behind_acronym(text, end)
    return RuleName(end=behind, nickname=text[about.end() : behind])


def _behind_acronym(text: str, end: int) -> int:
    acronym = _ACRONYM.match(text, end)
    return acronym.end() if acronym else end


def _name_end(text: str, low: str, head: Head, at: int) -> int:
    """Where the name at ``at`` ends: a known one, a topic of by-laws, or capitalised words; 0 for none."""
    if known := _known_end(low, head, at):
        return known
    before = max(0, head.start - _BEFORE)
    if (
        not (head.form.nickname == "open" or _opens_title(text, low, head, at))
        or _PERSON.search(low, before, head.start)
        or _GENERIC.search(low, before, head.start)
    ):
        return 0
    if short := _SHORT.match(text, at):
        return short.end() - 1
    return capitals_end(text, low, head, at)


def _opens_title(text: str, low: str, head: Head, at: int) -> bool:
    """Whether a by-law's name begins at ``at``: with a word as such names do ("Pengelolaan Sampah"), or its subject."""
    word = NAME_WORD.match(text, at) if head.form.nickname == "topic" and text[at : at + 1].isupper() else None
    if not word:
        return False
    opens = word.group().lower() in read_words("regulation_title_openings.txt")
    return opens or (head.form.type in _BY_LAWS and names_subject(text, low, head.start, at))


def _known_end(low: str, head: Head, at: int) -> int:
    kinds = _BY_NAMES_OF.get(head.form.type, (head.form.type,))
    for names in (*map(nicknames, kinds), _topics() if head.form.nickname == "topic" else None):
        if names and (known := names.match(low, at)):
            return known.end()
    return 0


@cache
def _topics() -> re.Pattern[str]:
    topics = {spaced(row["topic"]) for row in read_tsv("regulation_topics.tsv", "topic", "same")}
    return re.compile(trie(topics) + r"(?![\w])")
