"""Where the words end that a rule is called by: a title behind "tentang", or capitals in the place of a number."""

import re
from collections.abc import Iterator

from extract.lexicon import read_words
from extract.rules.rule_forms import Head

STOPS = frozenset({"pasal", "ayat", "tahun", "huruf", "fatwa"})
_MOST_WORDS = 18  # of a name; the longest titles that news writes out have about as many
_SPACE = re.compile(r"\s{1,3}")
_NO_NAME = re.compile(
    r"(?:(?:nomor|no|revisi|baru|perubahan|prolegnas)(?![\w-])(?!\s(?:apbd|anggaran|apbn))|dasar(?![\w-]|\spokok)"
    r"|perubahan\s(?:pertama|kedua|ketiga|ke\w+|atas))"
)
_REGION = re.compile(r"(?:kota|kabupaten|provinsi)(?![\w-])")  # rather the issuer, but for a law
_HOUSES = ("dpr ", "dpr.", "dpd ")
_TRAFFIC = "lalu lintas"
NAME_WORD = re.compile(r"[A-Z0-9](?:[\w'’./&-]{0,40}\w)?|(?:dan|atas|bagi|dalam(?=\s[Rr]umah|\s[Nn]egeri))(?![\w-])")
_TITLE_WORD = re.compile(r"[^\W_](?:[\w'’./&-]{0,40}\w)?")
_TITLE_JOINS = re.compile(r"(?:terkait(?:\s{1,3}dengan)?|terhadap|serta|untuk)(?![\w-])")
_JOINING = frozenset({"dan", "atau", "di", "dari", "dengan", "dalam", "untuk", "bagi", "atas", "tentang", "terkait"})
_CAPITALS = r"[A-Z][\w-]{1,40}(?:\s[A-Z][\w-]{1,40}){0,5}"
_SERIES = re.compile(rf"(?:,\s{{1,2}}{_CAPITALS}){{0,4}},?\sdan\s(?=[A-Z])")  # "Kebersihan, Keindahan, dan Ketertiban"
_BODY = re.compile(  # whoever deals with the rule behind its name: "RUU Pertanahan Komisi II", "Panja RUU KPK DPR"
    r"(?:komisi\s(?:[ivx]{1,4}|vii?|\d{1,2})(?!\w)|(?:dprd?|panja|pansus|baleg|fraksi|panitia|badan\slegislasi|prolegnas)(?!\w)(?!,))"
)
_PASSIVE = re.compile(  # "disahkan", "dibahas": the clause behind a title
    r"di(?!nas|sabilitas|skriminasi|stribusi|gitalisasi|plomasi|versifikasi|reksi|visi)\w{2,20}(?:kan|kannya|i|as|rim)(?![\w-])"
)


def title_end(text: str, low: str, head: Head, at: int) -> int:
    """Where the title at ``at`` ends: capitals with what joins them, or words up to a sign or a verb; 0 for none."""
    if text[at : at + 1].isupper():
        end = capitals_end(text, low, head, at, joins=True)
        series = _SERIES.match(text, end) if end else None
        return capitals_end(text, low, head, series.end(), joins=True) or end if series else end
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


def capitals_end(text: str, low: str, head: Head, at: int, *, joins: bool = False) -> int:
    """Where the capitalised words at ``at`` end, with "dan" and its like between them; 0 for none."""
    if _NO_NAME.match(low, at) or (not joins and _no_short_name(low, head, at)):
        return 0
    end = 0
    for word in _words_from(text, at, NAME_WORD, *((_TITLE_JOINS,) if joins else ())):
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


def _no_short_name(low: str, head: Head, at: int) -> bool:
    """Whether the issuer stands at ``at``, or the house that makes laws: "Sesuai UU DPR harus memilih"."""
    return low.startswith(_HOUSES, at) or (head.form.issuer != "none" and _REGION.match(low, at) is not None)


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
