"""Rules as the text names them: form, issuer or name, number and year, each read at one place of the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from extract.lexicon import read_tsv
from extract.rules.registry import nicknames, slug
from extract.rules.rule_forms import Head, find_heads, head_at
from extract.rules.rule_issuers import ministry_names
from extract.rules.rule_numbers import RuleNumber, number_at, numbers_from
from extract.rules.word_trie import spaced, trie

_MOST_WORDS = 14  # between a form and its number; the longest names of ministries and offices have eleven
_CONNECTIVES = (
    "dan|dan/atau|atas|di|tentang|bagi|dalam|untuk|dengan|bidang|kasasi|banding|tingkat|perkara|yang"
    "|dua|tiga|empat|lima|menteri|lembaga|instansi"
)
_ONE_WORD = rf"(?:(?:Kab|Prov|Kec)\.|[A-Z0-9](?:[\w'’./&-]{{0,40}}\w)?|(?:{_CONNECTIVES})(?![\w-]))"
_SPACE = re.compile(r"\s{1,3}")
_TOKEN = re.compile(rf"\s{{1,3}}(?:\(\s{{0,3}}[^()]{{1,60}}\)|{_ONE_WORD})")
_LEAD = re.compile(
    r"\s{1,3}(?:(?:ri|republik\sindonesia)\s{1,3})?"
    r"(?:(?:kota|kabupaten|kab\.?|provinsi|desa)\s\w{1,20}(?:\s\w{1,20})?\s{1,3}(?=tentang))?"
    r"(?P<tentang>tentang\s{1,3})?"
)
_GLUED_BRACKET = re.compile(r"\(\s{0,3}[^()]{1,60}\)")
_REPUBLIC = frozenset({"ri", "republik", "indonesia", "nri", "negara"})
_TITLE = re.compile(
    r"\s{0,3},?\s{0,2}tentang\s{1,3}((?:[\w/&'-]{1,40}(?:\s\([A-Z][\w-]{1,15}\))?,?\s{0,2}){1,16})",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"\s{0,2}\(\s{0,2}[A-Z][\w-]{1,15}\s{0,2}\)")
_STOPS = frozenset({"pasal", "ayat", "tahun", "huruf"})
_NO_NAME = re.compile(
    r"(?:(?:nomor|no|kota|kabupaten|provinsi|revisi|baru|perubahan|prolegnas)(?![\w-])(?!\s(?:apbd|anggaran|apbn))"
    r"|perubahan\s(?:pertama|kedua|ketiga|ke\w+|atas))"
)
_PERSON = re.compile(r"\b(?:gubernur|wagub|bupati|wabup|pak|bapak|kang|haji|h\.|saudara)\s(?:\w+\s)?$")  # "Kang UU ..."
_NAME_WORD = re.compile(r"[A-Z0-9](?:[\w'’./&-]{0,40}\w)?|(?:dan|atas|bagi|dalam)(?![\w-])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One place where the text names a rule, as far as that place alone tells.

    Attributes:
        start: First character.
        end: One past the last character.
        head: The form it begins with; for the next numbers of a list, that of the first.
        words: What stands between form and number, or "" ("Kota Metro", "Kesehatan").
        number: Number with its slashes replaced by "-", or "".
        year: Year, or "".
        nickname: Name in the place of a number ("ASN"), or "".
        title: Words after "tentang" behind the number, or "".
    """

    start: int
    end: int
    head: Head
    words: str = ""
    number: str = ""
    year: str = ""
    nickname: str = ""
    title: str = ""

    @property
    def kind(self) -> str:
        """Type of the rule."""
        return self.head.form.type


def find_namings(text: str, low: str) -> Iterator[Naming]:
    """Every naming of a rule in text order, none inside another; bare forms ("Perda") come along."""
    end = 0
    for head in find_heads(text, low):
        if head.start < end:
            continue
        for naming in _namings_at(text, low, head):
            yield naming
            end = max(end, naming.end)


def _namings_at(text: str, low: str, head: Head) -> Iterator[Naming]:
    if head.form.bare == "yes":
        yield Naming(start=head.start, end=head.end, head=head)
        return
    tokens, number = _tail(text, low, head)
    if number and head.form.bare != "draft":
        yield from _numbered(text, low, head, tokens, number)
    else:
        yield _named(text, low, head, tokens)


def _tail(text: str, low: str, head: Head) -> tuple[list[re.Match[str]], RuleNumber | None]:
    """Words and brackets after a form, up to and with the number where one is reached."""
    at = head.end
    tokens: list[re.Match[str]] = []
    while len(tokens) <= _MOST_WORDS:
        if number := number_at(text, at):
            return tokens, number
        token = _token(text, low, head, at)
        if not token:
            break
        tokens.append(token)
        at = token.end()
    return tokens, None


def _token(text: str, low: str, head: Head, at: int) -> re.Match[str] | None:
    """The ministry, bracket or word at ``at``, if it may stand between this form and its number."""
    if head.form.issuer == "ministry" and (ministry := ministry_names().match(low, at)):
        return ministry
    token = _TOKEN.match(text, at) or (_GLUED_BRACKET.match(text, at) if at == head.end else None)
    return token if token and _may_stand_between(text, low, head, token) else None


def _may_stand_between(text: str, low: str, head: Head, token: re.Match[str]) -> bool:
    word = token.group().strip()
    if word.startswith("("):
        return True
    if word.lower() in _STOPS or head_at(text, low, token.end() - len(word)):
        return False
    return word.lower() in _REPUBLIC or head.form.issuer != "none" or head.form.nickname == "open"


def _numbered(text: str, low: str, head: Head, tokens: list[re.Match[str]], number: RuleNumber) -> Iterator[Naming]:
    words = " ".join(token.group().strip() for token in tokens)
    if not _belongs(head, words, number):
        yield _named(text, low, head, tokens)
        return
    first, *further = numbers_from(text, number)
    named = Naming(start=head.start, end=first.end, head=head, words=words, number=first.number, year=first.year)
    if head.form.type == "skb" and further:
        yield replace(named, end=further[-1].end)
        return
    title = _TITLE.match(text, (further or [first])[-1].end)
    yield replace(named, title=title[1] if title and not further else "")
    for other in further:
        yield replace(named, start=other.start, end=other.end, number=other.number, year=other.year)


def _belongs(head: Head, words: str, number: RuleNumber) -> bool:
    """Whether these words may stand between this form and its number."""
    form = head.form
    plain = [w for w in slug(re.sub(r"\([^()]*\)", " ", words)).split("-") if w and w not in _REPUBLIC]
    if form.type in {"other", "instruksi"} and not form.issuer.startswith("="):
        return bool(plain) and bool(number.year or "-" in number.number)
    if form.type == "putusan":
        return "-" in number.number
    return not plain or form.nickname == "open" or form.issuer != "none"


def _named(text: str, low: str, head: Head, tokens: list[re.Match[str]]) -> Naming:
    """A form without a number, with the name that stands in its place if there is one."""
    bare = Naming(start=head.start, end=head.end, head=head)
    bracketed = [token for token in tokens[:1] if token.group().lstrip().startswith("(")]
    if bracketed:
        bare = replace(bare, end=bracketed[0].end())
    if head.form.issuer == "ministry" and (ministry := ministry_names().match(low, bare.end)):
        return replace(bare, end=ministry.end(), words=text[bare.end : ministry.end()].strip())
    lead = _LEAD.match(low, bare.end)
    if not lead:
        return bare
    end = _name_end(text, low, head, lead.end(), titled=bool(lead["tentang"]))
    if not end:
        return bare
    acronym = _ACRONYM.match(text, end)
    return replace(bare, end=acronym.end() if acronym else end, nickname=text[lead.end() : end])


def _name_end(text: str, low: str, head: Head, at: int, *, titled: bool) -> int:
    """Where the name at ``at`` ends: a known one, a topic of by-laws, or capitalised words; 0 for none."""
    policy = head.form.nickname
    for names in (nicknames(head.form.type), _topics() if policy == "topic" else None):
        if names and (known := names.match(low, at)):
            return known.end()
    if policy == "open" and not titled and _PERSON.search(low, max(0, head.start - 30), head.start):
        return 0
    if policy == "open" or (titled and policy != "none"):
        return _capitals_end(text, low, at)
    return 0


def _capitals_end(text: str, low: str, at: int) -> int:
    """Where the capitalised words at ``at`` end, with "dan" and its like between them; 0 for none."""
    if _NO_NAME.match(low, at):
        return 0
    end = 0
    for _ in range(_MOST_WORDS):
        word = _NAME_WORD.match(text, at)
        if not word or word.group().lower() in _STOPS or head_at(text, low, at):
            break
        if word.group()[0].isupper():
            end = word.end()
        elif not end:
            break
        space = _SPACE.match(text, word.end())
        if not space:
            break
        at = space.end()
    return end


@cache
def _topics() -> re.Pattern[str]:
    topics = {spaced(row["topic"]) for row in read_tsv("regulation_topics.tsv", "topic")}
    return re.compile(trie(topics) + r"(?![\w])")
