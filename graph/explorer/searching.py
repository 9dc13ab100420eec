"""What a visitor searches for, read from the address of the page; and the pages of a long list."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from extract import Act, Modality
from graph.questions import is_day

SIZE = 20  # statements on a page
FARTHEST = 1_000_000  # no page beyond this number
LONGEST = 200  # characters of a search field that count
FIELDS = ("words", "speaker", "place", "rule", "act", "modality", "since", "until")  # of the form, in its order
CHOICES = {"act": tuple(Act), "modality": tuple(Modality)}
TERMS = ("words", "also", "and_also")  # parameters of the query that take one word or phrase each


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """The fields of the search form, as typed; ``notices`` tell what could not be followed."""

    words: str = ""
    speaker: str = ""
    place: str = ""
    rule: str = ""
    act: str = ""
    modality: str = ""
    since: str = ""
    until: str = ""
    notices: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is asked for."""
        return not self.fields()

    @property
    def narrowed(self) -> bool:
        """Whether more than words is asked for."""
        return bool(self.fields().keys() - {"words"})

    @property
    def terms(self) -> list[str]:
        """Single words and quoted phrases of ``words``.

        >>> Search(words='denda "tempat umum"').terms
        ['denda', 'tempat umum']
        """
        found = re.findall(r'["“”]([^"“”]+)["“”]?|([^\s"“”]+)', self.words)
        return list(dict.fromkeys(" ".join((phrase or word).split()) for phrase, word in found))

    @property
    def searched(self) -> list[str]:
        """As many of the terms as a query takes, in their order: the longest, as those are in the fewest statements.

        >>> Search(words="apa yang dikatakan gubernur soal reklamasi").searched
        ['dikatakan', 'gubernur', 'reklamasi']
        """
        longest = sorted(self.terms, key=len, reverse=True)[: len(TERMS)]
        return [term for term in self.terms if term in longest]

    def named(self, field: str) -> str:
        """What a ``rule`` or ``speaker`` is looked up by: its own field, or the words where neither is filled.

        >>> Search(words='"UU ASN"').named("rule")
        'UU ASN'
        """
        words = "" if self.rule or self.speaker else " ".join(self.terms)
        return str(getattr(self, field)) or words

    def parameters(self) -> dict[str, str]:
        """The parameters of the queries that find statements."""
        terms = dict(zip(TERMS, [*self.searched, *[""] * len(TERMS)], strict=False))
        return terms | {name: getattr(self, name) for name in FIELDS if name != "words"}

    def fields(self) -> dict[str, str]:
        """The fields that are filled, for an address."""
        return {name: value for name in FIELDS if (value := getattr(self, name))}


def read_search(fields: Mapping[str, str]) -> Search:
    """The search of a request; a date, an act or a modality that is none is left out, and a notice says so."""
    texts = {name: _clean(fields.get(name, "")) for name in FIELDS}
    notices = []
    for name, choices in CHOICES.items():
        if texts[name] and texts[name] not in choices:
            notices.append(f"“{texts[name]}” is none of {', '.join(choices)} and was left out.")
            texts[name] = ""
    for name in ("since", "until"):
        if texts[name] and not is_day(texts[name]):
            notices.append(f"“{texts[name]}” is no date like 2024-03-09 and was left out.")
            texts[name] = ""
    search = Search(**texts, notices=())
    if search.since > search.until > "":
        notices.append(f"No day is from {search.since} on and not after {search.until}.")
    if search.searched != search.terms:
        notices.append(f"Only {len(TERMS)} words or phrases were searched for: {', '.join(search.searched)}.")
    return replace(search, notices=tuple(notices))


def _clean(value: str) -> str:
    """``value`` in one line without control characters, and not too long."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", value).split())[:LONGEST]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """Where a page stands in a list of ``total`` items; ``base`` and ``fields`` make its address."""

    number: int
    total: int
    base: str
    fields: Mapping[str, str]

    @property
    def last(self) -> int:
        """Number of the last page, at least 1."""
        return max(1, -(-self.total // SIZE))

    @property
    def previous(self) -> str:
        """Address of the page before."""
        return self._address(min(self.number - 1, self.last))

    @property
    def next(self) -> str:
        """Address of the page after."""
        return self._address(self.number + 1)

    def _address(self, number: int) -> str:
        return f"{self.base}?{urlencode({**self.fields, 'page': number}, safe='/:~')}"


def page_number(fields: Mapping[str, str]) -> int:
    """The page asked for, from 1; whatever is no such number is 1."""
    asked = fields.get("page", "")
    return min(max(int(asked), 1), FARTHEST) if asked.isascii() and asked.isdigit() and len(asked) < 10 else 1


def limits(number: int) -> dict[str, int]:
    """The parameters of a query that gives page ``number``."""
    return {"skip": (number - 1) * SIZE, "limit": SIZE}
