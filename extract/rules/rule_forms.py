"""The words that name kinds of rules ("Undang-Undang", "Permendagri", "Perda"), and where they stand."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from extract.lexicon import LexiconError, read_tsv
from extract.rules.rule_issuers import issuer_rows
from extract.rules.word_trie import Openings, Phrases, spaced

REGIONAL = frozenset({"province", "regency", "city", "region", "village", "governor", "regent", "mayor"})
_ISSUERS = frozenset({"none", "ministry", "office", "named"}) | REGIONAL
_NICKNAMES = frozenset({"open", "title", "topic", "none"})
_BARE = frozenset({"yes", "number", "year", "draft", "revision", "treaty"})
_OF_MINISTRIES = (  # type, what may stand in the place of a number, what precedes the ministry in the id, forms
    ("permen", "title", "", ("Permen", "Peraturan Men", "Peraturan Kemen")),
    ("kepmen", "none", "", ("Kepmen", "Keputusan Men", "SK Men", "Surat Keputusan Men")),
    ("instruksi", "title", "menteri-", ("Inmen", "Instruksi Men")),
)
_NUMBERED = re.compile(r"\s{1,3}(?:no|nomor)\b")
_BOUNDARY = r"(?:(?![^\W_])|(?=no(?:mor|mer)?[\s.:]{0,3}\d|\d{1,3}(?:/|\s?tahun\s)))"  # "UU26/2002", "UUNo. 5"
_BEFORE_BOARD = re.compile(
    r"\b(?:(?:ka)?satpol|pol|pt|ketua|ketum|sekretaris|sekjen|pengurus|santri|massa|ormas|anggota|kader|simpatisan"
    r"|pentolan|oknum)\s(?:dari\s|ormas\s)?$"
)
_BEHIND_BOARD = re.compile(r"\s(?:Muhammadiyah|Pemuda|Aisyiyah|Polri|(?!RI\b|NOMOR\b|TAHUN\b)[A-Z]{3,})\b(?!\s?[Nn]o)")
_OF_ANOTHER = re.compile(r"\s[A-Z]")
_OFFICES = ("pemerintah", "presiden", "menteri", "daerah", "gubernur", "bupati")  # behind "Peraturan"
_UPPER_ONLY = 3  # forms this short are letters of other words: they count in capitals or before "Nomor"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleForm:
    """What one form says: the type, who issues it, and what may follow.

    Attributes:
        type: Type in the regulation id ("permen").
        issuer: Who issues it: a class of ``regulation_types.tsv``, or "=slug" where the form itself says it.
        nickname: What may stand in the place of a number: open, title, topic or none.
        bare: "yes" where the form alone is a rule, "number" where it needs one, "year" where that needs a year
            ("PM 89 Tahun 2015"), "treaty" for rules known by their name alone, "draft" for bills, "revision" for those
            named by the rule they change ("revisi UU KPK").
    """

    type: str
    issuer: str
    nickname: str
    bare: str


_Found = tuple[int, RuleForm]  # where a form ends, and what it says


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A form found in a text: its place and what it says.

    ``starts`` holds the forms of this text by where they begin, this one and those inside others too.
    """

    start: int
    end: int
    form: RuleForm
    starts: Mapping[int, _Found] = field(default_factory=dict, repr=False, compare=False)

    def is_repeated(self) -> bool:
        """Whether a form of the same type stands directly behind this one, which then says nothing ("UU UU")."""
        found = self.starts.get(self.end + 1)
        return found is not None and found[1] is self.form

    def other(self, start: int) -> "Head | None":
        """The form of this text that begins at ``start``, if one does."""
        found = self.starts.get(start)
        return replace(self, start=start, end=found[0], form=found[1]) if found else None


@dataclass(frozen=True, slots=True)
class _Matcher:
    folded: Openings  # what forms begin with, in lower case
    capitals: Openings  # the short ones, which count in capitals only
    phrases: Phrases
    forms: dict[str, RuleForm]


def lowered(text: str) -> str:
    """``text`` in lower case with every character in its place (a few capitals lower to two characters)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def evened(text: str) -> str:
    """``text`` with "¬†", a hard space of pages read with the wrong table, as two spaces; all stays in its place."""
    return text.replace("¬†", "  ")


def find_heads(text: str, low: str) -> list[Head]:
    """Forms in text order, the longest at each place; one may lie in another ("Perda", "Rancangan Perda")."""
    matcher = _matcher()
    found: dict[int, _Found] = {}
    for start in sorted({*matcher.folded.starts(low), *matcher.capitals.starts(text)}):
        if form := _form_at(matcher, text, low, start):
            found[start] = form
    return [Head(start=start, end=end, form=form, starts=found) for start, (end, form) in found.items()]


def form_of(word: str) -> RuleForm:
    """What the form spelled ``word`` says; its letters alone, in lower case ("uu")."""
    return _matcher().forms[word]


@cache
def treaties() -> frozenset[str]:
    """Ids of the rules that are known by their name alone, those between states most of all ("~uncac")."""
    return frozenset(treaty_id(form) for form in _matcher().forms.values() if form.bare == "treaty")


def treaty_id(form: RuleForm) -> str:
    """Id of the rule that ``form`` names, known by this name alone."""
    return f"~{form.issuer[1:]}"


def corrected(low: str, head: Head, tokens: list[re.Match[str]]) -> tuple[Head, list[re.Match[str]]]:
    """The head with a slip in its second word put right ("Peraturan Pemeintah"), and the words left behind it."""
    if head.form.type != "other" or not tokens or not low.startswith("peraturan", head.start):
        return head, tokens
    word = tokens[0].group().strip().lower()
    office = next((office for office in _OFFICES if _is_slip(word, office)), "")
    form = _matcher().forms.get(f"peraturan{office}") if office else None
    return (replace(head, end=tokens[0].end(), form=form), tokens[1:]) if form else (head, tokens)


def _is_slip(word: str, right: str) -> bool:
    """Whether one letter of ``right`` is missing, wrong, doubled or swapped with the next in ``word``."""
    if word[:1] != right[0] or word == right or abs(len(word) - len(right)) > 1:
        return False
    same = next((i for i, letter in enumerate(right) if word[i : i + 1] != letter), len(right))
    rest, wanted = word[same:], right[same:]
    return wanted[1:] in {rest, rest[1:]} or rest[1:] == wanted or rest == wanted[1::-1] + wanted[2:]


def _form_at(matcher: _Matcher, text: str, low: str, start: int) -> _Found | None:
    """Where the longest form that starts at ``start`` ends, and what it says."""
    found = matcher.phrases.match(low, start)
    if not found:
        return None
    key = _key(found.group())
    if len(key) <= _UPPER_ONLY and not _abbreviation(text, low, found):
        return None
    if key == "pp" and _is_board(text, low, start, found.end()):
        return None
    if key == "omnibuslaw" and _OF_ANOTHER.match(text, found.end()):  # "Omnibus Law Kesehatan" has its own name
        return None
    return found.end(), matcher.forms[key]


def _is_board(text: str, low: str, start: int, end: int) -> bool:
    """Whether "PP" is a board, a company or a part of one: "Satpol PP", "PT PP", "Massa PP", "PP Pemuda ..."."""
    return bool(_BEFORE_BOARD.search(low, max(0, start - 18), start) or _BEHIND_BOARD.match(text, end))


def _abbreviation(text: str, low: str, found: re.Match[str]) -> bool:
    if text[found.start() : found.end()].isupper():
        return True
    return _NUMBERED.match(low, found.end()) is not None


@lru_cache(maxsize=4096)
def _key(form: str) -> str:
    return re.sub(r"[^a-z0-9/']+", "", form.lower())


@cache
def _matcher() -> _Matcher:
    forms: dict[str, RuleForm] = {}
    spelled: set[str] = set()
    for spelling, form in _spellings():
        if forms.setdefault(_key(spelling), form) != form:
            raise LexiconError(f"regulation_types.tsv: {spelling!r} names two kinds of rules")
        spelled.add(spaced(spelling))
    folded = {_folded_trigger(spelling) for spelling in spelled}
    capitals = {first.upper() for first in (s.split()[0] for s in spelled) if len(first) <= _UPPER_ONLY}
    return _Matcher(Openings(folded), Openings(capitals), Phrases(spelled, _BOUNDARY), forms)


def _folded_trigger(spelling: str) -> str:
    first = spelling.split(maxsplit=1)[0]
    if len(first) > _UPPER_ONLY:
        return first[:5]
    return spelling[: len(first) + 3] if first != spelling else f"{first} no"


def _spellings() -> Iterator[tuple[str, RuleForm]]:
    for row in read_tsv("regulation_types.tsv", "type", "issuer", "nickname", "bare", "forms"):
        form = RuleForm(type=row["type"], issuer=row["issuer"], nickname=row["nickname"], bare=row["bare"])
        fixed = form.issuer.startswith("=")
        if not (fixed or form.issuer in _ISSUERS) or form.nickname not in _NICKNAMES or form.bare not in _BARE:
            raise LexiconError(f"regulation_types.tsv: {form} is not in the closed sets named above its header")
        for spelling in row["forms"].split("|"):
            yield spelling, form
    for row in issuer_rows("ministry"):
        yield from _ministry_spellings(row)


def _ministry_spellings(row: dict[str, str]) -> Iterator[tuple[str, RuleForm]]:
    for kind, nickname, office, heads in _OF_MINISTRIES:
        form = RuleForm(type=kind, issuer=f"={office}{row['slug']}", nickname=nickname, bare="number")
        yield from ((f"{head}{short}", form) for head in heads for short in row["short"].split("|") if short)
