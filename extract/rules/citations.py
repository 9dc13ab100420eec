"""Rules as the text names them: form, issuer or name, number and year, each read at one place of the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.rules.emergency_law import NAME as EMERGENCY
from extract.rules.emergency_law import is_emergency_law
from extract.rules.issuing_places import region_end
from extract.rules.registry import slug
from extract.rules.rule_forms import REGIONAL, Head, corrected, find_heads, form_of
from extract.rules.rule_issuers import agencies_with_commas, is_private, ministry_names
from extract.rules.rule_names import REPUBLIC, rule_name, title_behind
from extract.rules.rule_numbers import RuleNumber, number_at, numbers_from
from extract.rules.title_words import STOPS

_MOST_WORDS = 14  # between a form and its number; the longest names of ministries and offices have eleven
_CONNECTIVES = (
    "dan|dan/atau|atas|di|tentang|bagi|dalam|untuk|dengan|bidang|kasasi|banding|tingkat|perkara|yang"
    "|dua|tiga|empat|lima|menteri|lembaga|instansi"
)
_ONE_WORD = (
    rf"(?:(?:Kab|Prov|Kec|D\.\s?I|D\.\s?K\.\s?I)\.|[A-Z0-9](?:[\w'’./&-]{{0,40}}\w)?|(?:{_CONNECTIVES})(?![\w-]))"
)
_TOKEN = re.compile(rf"\s{{1,3}}(?:\(\s{{0,3}}[^()]{{1,60}}\)|{_ONE_WORD})")
_GLUED_BRACKET = re.compile(r"\(\s{0,3}[^()]{1,60}\)")
_ACRONYM = re.compile(r"\(\s{0,2}([^()]{1,20}?)\s{0,2}\)$")
_CHANGING = re.compile(
    r"\s{1,3}(?:\([^()]{1,40}\)\s{1,3})?(?:atas\s{1,3}(?=(?:uu|undang-undang)\s)|(?:(?:tentang|atas)\s{1,3})?(?:perubahan|revisi)(?:\s{1,3}(?:pertama|kedua|ketiga|keempat|kelima|ke-?\w{1,8}))?"
    r"(?:\s{1,3}(?:atas|terhadap|dari))?\s{1,3})"
)
_BILL = "ruu"
_AS_AMENDED = "perubahan"  # "UU 31/1999 perubahan UU 20/2001" means the law that was passed
_LAW = re.compile(r"\b(?:uu|undang)")
_VERSION = re.compile(  # of a code: "KUHP baru", not "KUHP baru disahkan"
    r"\s(?:yang\s)?(?:lama|nasional|tahun\s(?:19|20)\d\d|baru(?!\s(?:saja|akan|(?:di|ber|me)\w)))(?:\s(?:itu|ini|tersebut))?(?![\w-])"
)
_DAY = r"(?:\w{4,6},?\s)?\(?\d{1,2}\s[a-z]{3,9}\s(?P<year>(?:19[4-9]|20[0-3])\d)(?!\d)"
_ISSUED_ON = re.compile(  # "SE Nomor 45/PK.03 tertanggal 6 Mei 2025", "SK Nomor 5 yang ditetapkan pada 6 Mei 2025"
    r",?\s(?:(?:yang\s)?di(?:tetapkan|terbitkan|keluarkan|tandatangani|teken)\s(?:pada\s)?(?:tanggal\s)?|(?:ter)?tanggal\s)"
    rf"{_DAY}"
)
_TITLED_AND_DATED = re.compile(rf"\stentang\s[^.;:\n\"”]{{3,200}}?\stertanggal\s{_DAY}")
_CONSTITUTIONAL = re.compile(r"(?i)^\d[\d-]*-(?:PUU|PHPU?|SKLN)(?![a-z])")  # "60/PUU-XXII/2024", "3/PHP.BUP-XIX/2021"


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
        changes: For a draft whose title says that it changes another rule, the naming of that rule.
    """

    start: int
    end: int
    head: Head
    words: str = ""
    number: str = ""
    year: str = ""
    nickname: str = ""
    title: str = ""
    changes: "Naming | None" = None

    @property
    def kind(self) -> str:
        """Type of the rule; a judgment with a number of the constitutional court is one of that court."""
        kind = self.head.form.type
        return "putusan-mk" if kind == "putusan" and _CONSTITUTIONAL.search(self.number) else kind


def find_namings(text: str, low: str) -> list[Naming]:
    """Every naming of a rule in text order, none inside another; bare forms ("Perda") come along."""
    return list(_namings(text, low))


def _namings(text: str, low: str) -> Iterator[Naming]:
    end = 0
    draft = False  # whether the last bill or revision was one with a name, to which "revisi UU itu" may point
    for head in find_heads(text, low):
        if head.start < end or head.is_repeated():
            continue
        found = list(_namings_at(text, low, head))
        if head.form.bare == "revision" and not _is_draft(low, found, draft=draft):
            draft = draft and not found[0].number
            continue
        for naming in found:
            yield naming
            draft = draft or naming.kind == "ruu"
            end = max(end, naming.end)


def _is_draft(low: str, found: Sequence[Naming], *, draft: bool) -> bool:
    """Whether a revision is a bill: no rule with its number, no title of one ("UU ... tentang Perubahan atas UU")."""
    first = found[0]
    if first.number or low.endswith("tentang ", 0, first.start):
        return False
    return bool(first.nickname) or (draft and not low.startswith(" dasar", first.end))


def _namings_at(text: str, low: str, head: Head) -> Iterator[Naming]:
    if head.form.bare in {"yes", "treaty"}:
        version = _VERSION.match(low, head.end) if head.form.bare == "yes" else None
        yield Naming(start=head.start, end=version.end() if version else head.end, head=head)
        return
    tokens, number = _tail(text, low, head)
    if number and number.year and head.form.type == _BILL and not low.startswith(_AS_AMENDED, head.start):
        yield from _bills(text, low, head, tokens, number)
    elif number and head.form.bare != "draft":
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
    """The ministry, agency, bracket or word at ``at``, if it may stand between this form and its number."""
    minister = head.form.issuer == "ministry" or low.endswith("menteri", head.end, at)
    named = ministry_names() if minister else agencies_with_commas() if head.form.issuer == "office" else None
    if named and (issuer := named.match(low, at)):
        return issuer
    token = _TOKEN.match(text, at) or (_GLUED_BRACKET.match(text, at) if at == head.end else None)
    return token if token and _may_stand_between(head, token) else None


def _may_stand_between(head: Head, token: re.Match[str]) -> bool:
    word = token.group().strip()
    if word.startswith("("):
        return True
    if word.lower() in STOPS or token.end() - len(word) in head.starts:
        return False
    return word.lower() in REPUBLIC or head.form.issuer != "none" or head.form.nickname in {"open", "title"}


def _numbered(text: str, low: str, head: Head, tokens: list[re.Match[str]], number: RuleNumber) -> Iterator[Naming]:
    head, tokens = corrected(low, head, tokens)
    words = " ".join(token.group().strip() for token in tokens)
    if not _belongs(head, words, number):
        yield _named(text, low, head, tokens)
        return
    first, *further = numbers_from(text, number)
    last = further[-1] if further else first
    if not words and (region := region_end(low, last.end) if head.form.issuer in REGIONAL else 0):
        words = text[last.end : region].strip()
        first = first if further else replace(first, end=region)
        further = [*further[:-1], replace(last, end=region)] if further else further
    start = _case_start(low, head)
    named = Naming(start=start, end=first.end, head=head, words=words, number=first.number, year=first.year)
    if head.form.type == "skb" and further:
        yield replace(named, end=further[-1].end)
        return
    title = title_behind(text, low, head, first.end)
    issued = None if first.year else _ISSUED_ON.match(low, title.end) or _TITLED_AND_DATED.match(low, first.end)
    if issued:
        named = replace(named, year=issued["year"])
    yield named if further else replace(named, title=title.nickname)
    for other in further:
        yield replace(named, start=other.start, end=other.end, number=other.number, year=other.year)


def _case_start(low: str, head: Head) -> int:
    """Where the naming begins: of a case that is decided ("menolak gugatan Nomor ...") behind the verb."""
    case = head.form.type == "putusan" and head.form.bare == "year"
    return head.end - len(low[head.start : head.end].rsplit(maxsplit=1)[-1]) if case else head.start


def _belongs(head: Head, words: str, number: RuleNumber) -> bool:
    """Whether these words may stand between this form and its number."""
    form = head.form
    plain = [w for w in slug(re.sub(r"\([^()]*\)", " ", words)).split("-") if w and w not in REPUBLIC]
    if (form.bare == "year" and not number.year) or number.number.startswith("AHU-"):  # the register of companies
        return False
    if form.issuer == "office" and is_private(words):
        return False
    if form.type in {"other", "instruksi"} and form.issuer == "office":
        return bool(number.year) or (bool(plain) and "-" in number.number)
    if form.type == "putusan":
        return "-" in number.number or (bool(plain) and bool(number.year))
    titled = (
        form.nickname == "title" and bool(number.year) and number.number.isdigit()
    )  # "PP Disiplin PNS Nomor 53 Tahun 2010"
    return not plain or titled or form.nickname == "open" or form.issuer != "none"


def _bills(text: str, low: str, head: Head, tokens: list[re.Match[str]], number: RuleNumber) -> Iterator[Naming]:
    """A bill named by the number of its law ("revisi UU Nomor 5 Tahun 2014"), and the rules listed behind it."""
    own = _LAW.search(low, head.start, head.end)  # "RUU Nomor 5 Tahun 2014" has no word for the law
    law = replace(head, start=own.start() if own else head.start, form=form_of("uu"))
    rule, *others = _numbered(text, low, law, tokens, number)
    yield _bill(head, rule, rule.end, rule.title) if rule.number else replace(rule, head=head)
    yield from others


def _named(text: str, low: str, head: Head, tokens: list[re.Match[str]]) -> Naming:
    """A form without a number, with the name that stands in its place if there is one."""
    if head.form.bare in {"draft", "revision"} and (draft := _changing_draft(text, low, head)):
        return draft
    name = rule_name(text, low, head, tokens)
    if is_emergency_law(low, head.start, head.end):
        name = replace(name, nickname=EMERGENCY)
    return Naming(start=head.start, end=name.end, head=head, words=name.words, nickname=name.nickname)


def _changing_draft(text: str, low: str, head: Head) -> Naming | None:
    """A draft named by the rule that it changes: "RUU tentang Perubahan Kedua atas UU Nomor 5 Tahun 2014"."""
    lead = _CHANGING.match(low, head.end)
    changed = head.other(lead.end()) if lead else None
    if not changed or changed.form.bare == "draft":
        return None
    rule = next(_namings_at(text, low, replace(changed, starts=head.starts)))
    if not (rule.number or rule.nickname):
        return None
    title = title_behind(text, low, head, rule.end)
    return _bill(head, rule, title.end, title.nickname)


def _bill(head: Head, changed: Naming, end: int, title: str) -> Naming:
    """The naming of a bill by the rule that it changes and that rule's title."""
    short = _ACRONYM.search(title)
    called = changed.nickname or (short[1] if short else title)
    name = called or f"perubahan {changed.kind} {changed.year} {changed.number}"
    return Naming(start=head.start, end=end, head=head, nickname=name, changes=changed)
