"""Names that stand in the place of a number: "UU ASN", "Perda KTR", "surat edaran tentang larangan mudik"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.lexicon import read_tsv, read_words
from extract.rules.issuing_places import region_end
from extract.rules.registry import nicknames
from extract.rules.rule_forms import Head
from extract.rules.rule_issuers import agency_names, ministry_names
from extract.rules.subject_names import names_subject
from extract.rules.word_trie import spaced, trie

REPUBLIC = frozenset({"ri", "republik", "indonesia", "nri", "negara"})
STOPS = frozenset({"pasal", "ayat", "tahun", "huruf"})
_ISSUER_NAMES = {"ministry": ministry_names, "office": agency_names}
_MOST_WORDS = 18  # of a name; the longest titles that news writes out have about as many
# A bill goes by the name of its law, and so does the emergency rule that changes one ("Perppu KPK").
_BY_NAMES_OF = {"ruu": ("uu",), "perppu": ("perppu", "uu")}
_BY_LAWS = frozenset({"perda", "qanun", "pergub", "perbup", "perwali"})
_SPACE = re.compile(r"\s{1,3}")
_LEAD = re.compile(r"\s{1,3}(?:(?:ri|republik\sindonesia)\s{1,3})?")
_ABOUT = re.compile(r"\s{0,3},?\s{1,3}(?:tentang\s{1,3}){1,2}")
_APPOINTING = re.compile(r"\s{1,3}(?=(?:pemberhentian|pengangkatan|penunjukan|pembentukan)\s{1,3}[A-Z])")
_LOOSELY_ABOUT = re.compile(r"\s{0,3},?\s{1,3}(?:terkait(?:\sdengan)?|mengenai|soal|perihal)\s{1,3}")  # "RUU terkait X"
_LOOSE = frozenset({"ruu", "raperda", "perpres", "keppres", "pergub", "perbup", "perwali", "se"})  # which news names so
_ACRONYM = re.compile(r"\s{0,2}\(\s{0,2}[A-Z][\w-]{1,15}\s{0,2}\)")
_NO_NAME = re.compile(
    r"(?:(?:nomor|no|revisi|baru|perubahan|prolegnas)(?![\w-])(?!\s(?:apbd|anggaran|apbn))|dasar(?![\w-]|\spokok)"
    r"|perubahan\s(?:pertama|kedua|ketiga|ke\w+|atas))"
)
_CHANGED = r"(?:-?p|\s(?:perubahan|p))(?!\w)"
_BUDGET = re.compile(rf"(?:apbd|anggaran\spendapatan\sdan\sbelanja\sdaerah(?:\s\(r?-?apbd\))?)({_CHANGED})?(?:\sta)?$")
_BUDGET_YEAR = re.compile(rf"({_CHANGED})?(?:\s(?:tahun\sanggaran|tahun|ta|t\.\s?a)\.?)?\s(20[0-3]\d)(?![\d/])")
_LONGEST_BUDGET = 60  # characters
_OF_REGION = re.compile(r"\s(?:kota|kabupaten|kab\.?|provinsi|prov\.?)\s")
_REGION = re.compile(r"(?:kota|kabupaten|provinsi)(?![\w-])")  # rather the issuer, but for a law
_PERSON = re.compile(r"\b(?:gubernur|wagub|bupati|wabup|pak|bapak|kang|haji|h\.|saudara)\s(?:\w+\s)?$")  # "Kang UU ..."
_OF_PERSON = re.compile(  # "UU Hamidah, 45," and "UU Ruslan, Wakil Gubernur" are persons
    r"\s?(?:,\s\d{2}(?:\s(?:tahun|th))?,|\(\d{2}(?:\s(?:tahun|th))?\)|,\s(?:mantan\s)?(?:wakil|gubernur|bupati|wali|ketua|kepala|camat|lurah)\s)"
)
_GENERIC = re.compile(r"\b(?:sebuah|suatu|semacam)\s$")  # "sebuah Undang-Undang Pidana"
_BEFORE = 30  # characters before a form in which such words stand
_SHORT = re.compile(r"(?!DKI|APBN)[A-Z][A-Z0-9]{2,}\s(?=[A-Z][a-z])")  # "RUU KPK Totok Daryanto"
_NAME_WORD = re.compile(r"[A-Z0-9](?:[\w'’./&-]{0,40}\w)?|(?:dan|atas|bagi|dalam(?=\s[Rr]umah|\s[Nn]egeri))(?![\w-])")
_TITLE_JOINS = re.compile(r"(?:terkait(?:\s{1,3}dengan)?|terhadap|serta|untuk)(?![\w-])")
_TRAFFIC = "lalu lintas"
_JOINING = frozenset({"dan", "atau", "di", "dari", "dengan", "dalam", "untuk", "bagi", "atas", "tentang", "terkait"})
_CAPITALS = r"[A-Z][\w-]{1,40}(?:\s[A-Z][\w-]{1,40}){0,5}"
_SERIES = re.compile(rf"(?:,\s{{1,2}}{_CAPITALS}){{0,4}},?\sdan\s(?=[A-Z])")  # "Kebersihan, Keindahan, dan Ketertiban"
_TITLE_WORD = re.compile(r"[^\W_](?:[\w'’./&-]{0,40}\w)?")
_RENEWED = re.compile(  # "UU Desa yang baru itu", not "UU Desa yang baru disahkan"
    r"\s(?:hasil\srevisi|yang\s(?:baru|anyar|lama)(?!\s(?:saja|akan|(?:di|ber|me)\w))|(?:baru|anyar|lama)(?=\s(?:itu|ini|tersebut)\b))"
    r"(?:\s(?:itu|ini|tersebut))?(?!\w)"
)
_BODY = re.compile(  # whoever deals with the rule behind its name: "RUU Pertanahan Komisi II", "Panja RUU KPK DPR"
    r"(?:komisi\s(?:[ivx]{1,4}|vii?|\d{1,2})(?!\w)|(?:dprd?|panja|pansus|baleg|fraksi|panitia|badan\slegislasi|prolegnas)(?!\w)(?!,))"
)
_PASSIVE = re.compile(  # "disahkan", "dibahas": the clause behind a title
    r"di(?!nas|sabilitas|skriminasi|stribusi|gitalisasi|plomasi|versifikasi|reksi|visi)\w{2,20}(?:kan|kannya|i|as|rim)(?![\w-])"
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
    end = _known_end(low, head, about.end()) or _title_end(text, low, head, about.end())
    if not end:
        return None
    name = RuleName(end=_behind_acronym(text, end), words=" ".join(words), nickname=text[about.end() : end])
    return _of_year(low, name)


def title_behind(text: str, low: str, head: Head, at: int) -> RuleName:
    """The title behind a number that ends at ``at`` ("... tentang Perkawinan"), its acronym with it."""
    about = _ABOUT.match(low, at)
    end = _title_end(text, low, head, about.end()) if about else 0
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
    return _capitals_end(text, low, head, at)


def _opens_title(text: str, low: str, head: Head, at: int) -> bool:
    """Whether a by-law's name begins at ``at``: with a word as such names do ("Pengelolaan Sampah"), or its subject."""
    word = _NAME_WORD.match(text, at) if head.form.nickname == "topic" and text[at : at + 1].isupper() else None
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


def _title_end(text: str, low: str, head: Head, at: int) -> int:
    """Where the title at ``at`` ends: capitals with what joins them, or words up to a sign or a verb; 0 for none."""
    if text[at : at + 1].isupper():
        end = _capitals_end(text, low, head, at, joins=True)
        series = _SERIES.match(text, end) if end else None
        return _capitals_end(text, low, head, series.end(), joins=True) or end if series else end
    if _NO_NAME.match(low, at):
        return 0
    end = 0
    for word in _words_from(text, at, _TITLE_WORD):
        start = word.start()
        if _stops(low, word) or _PASSIVE.match(low, start) or _other_rule(head, start):
            break
        if word.group() not in _JOINING:
            end = word.end()
        elif not end:
            break
    return end


def _capitals_end(text: str, low: str, head: Head, at: int, *, joins: bool = False) -> int:
    """Where the capitalised words at ``at`` end, with "dan" and its like between them; 0 for none."""
    if _NO_NAME.match(low, at) or (not joins and head.form.issuer != "none" and _REGION.match(low, at)):
        return 0
    end = 0
    for word in _words_from(text, at, _NAME_WORD, *((_TITLE_JOINS,) if joins else ())):
        start = word.start()
        if word.group().lower() in STOPS or _other_rule(head, start):
            break
        if _stops(low, word) or (end and _BODY.match(low, start)) or _PASSIVE.match(low, start):
            break
        if word.group()[0].isupper():
            end = word.end()
        elif not end:
            break
    return end


def _stops(low: str, word: re.Match[str]) -> bool:
    """Whether no title goes on with this word; "lalu" is "then", but in "Lalu Lintas" it is traffic."""
    word_of_title = low.startswith(_TRAFFIC, word.start())
    return low[word.start() : word.end()] in read_words("regulation_title_stops.txt") and not word_of_title


def _words_from(text: str, at: int, *patterns: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The words from ``at`` on, each by the first pattern that it fits, with blanks alone between them."""
    for _ in range(_MOST_WORDS):
        word = next((found for pattern in patterns if (found := pattern.match(text, at))), None)
        if not word:
            return
        yield word
        space = _SPACE.match(text, word.end())
        if not space:
            return
        at = space.end()


def _other_rule(head: Head, at: int) -> bool:
    """Whether another rule begins at ``at``; "Pembentukan Peraturan Perundang-undangan" is one title."""
    other = head.other(at)
    return other is not None and other.form.type != "other"


@cache
def _topics() -> re.Pattern[str]:
    topics = {spaced(row["topic"]) for row in read_tsv("regulation_topics.tsv", "topic", "same")}
    return re.compile(trie(topics) + r"(?![\w])")
