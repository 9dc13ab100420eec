"""The national rules that news cites most: titles, names and when they held, what they do to each other."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from extract import lexicon
from extract.lexicon import LexiconError, read_tsv
from extract.rules.word_trie import spaced, trie

_FILE = "registry.tsv"
_RELATIONS = ("amends", "revokes", "enacts")
_NAMED = ("since", "until")
_FORCE = ("in_force_from", "in_force_until")
_COLUMNS = ("id", "title", "nicknames", *_NAMED, *_FORCE, *_RELATIONS, "checked", "dates_checked")
_ID = re.compile(r"[a-z]+(?:-[a-z]+)*/(?:\d{4})?/[\w.-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownRule:
    """A rule of the registry.

    Attributes:
        id: Canonical id ("uu/2014/5").
        title: What it is about, as its title says, without type, number and year.
        nicknames: Slugs of what follows the type where it is called by name ("asn").
        since: First day on which a nickname meant this rule, or "" for the start of the rule's year.
        until: First day on which it no longer did, or "".
        in_force_from: First day on which the rule was in force, or only the year, or "" for not known.
        in_force_until: First day on which it no longer was, or only the year, or "" for not known to have fallen.
        amends: Ids of the rules it changes.
        revokes: Ids of the rules it ends.
        enacts: Ids of the emergency rules it turns into law.
        checked: Kind of source that confirmed number, year and title ("news citation").
        dates_checked: Kind of source that confirmed the days of force and what it revokes, "" for neither.
    """

    id: str
    title: str
    nicknames: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    in_force_from: str = ""
    in_force_until: str = ""
    amends: tuple[str, ...] = ()
    revokes: tuple[str, ...] = ()
    enacts: tuple[str, ...] = ()
    checked: str
    dates_checked: str = ""

    @property
    def type(self) -> str:
        """Type of the rule ("uu"), with the ministry of a minister's rule ("permen-dalam-negeri")."""
        return self.id.split("/", 1)[0]

    @property
    def year(self) -> str:
        """Year of the rule, or ""."""
        return self.id.split("/")[1]

    def named_on(self, day: str) -> bool:
        """Whether its nicknames meant this rule on ``day`` (ISO)."""
        return (self.since or self.year) <= day and (not self.until or day < self.until)

    def in_force_on(self, day: str) -> bool | None:
        """Whether it was in force on ``day`` (ISO), None where the days known do not tell.

        True says that it had begun and is not known to have fallen, not that nothing has ended it.
        """
        began = _reached(day, self.in_force_from)
        fell = _reached(day, self.in_force_until) if self.in_force_until else False
        if fell or began is False:
            return False
        return None if began is None or fell is None else True


def _reached(day: str, bound: str) -> bool | None:
    """Whether ``day`` is ``bound`` or later; None for no bound, and inside a bound that is only a year."""
    return None if not bound or bound == day[:4] else day >= bound


@cache
def known_rules() -> dict[str, KnownRule]:
    """Every rule of the registry by its id.

    Raises:
        LexiconError: A row has a malformed id or day, days in the wrong order or without a source, no title
            or no source, or an id stands twice; the message names file and line.
    """
    rules: dict[str, KnownRule] = {}
    for row in read_tsv(_FILE, *_COLUMNS):
        rule = _rule(row)
        if rule.id in rules:
            raise _error(row, f"{rule.id} stands twice")
        rules[rule.id] = rule
    return rules


def _rule(row: Mapping[str, str]) -> KnownRule:
    related = {name: tuple(row[name].split()) for name in _RELATIONS}
    for rule_id in (row["id"], *(other for others in related.values() for other in others)):
        if not _ID.fullmatch(rule_id):
            raise _error(row, f"{rule_id!r} is no regulation id")
    if missing := next((name for name in ("title", "checked") if not row[name]), ""):
        raise _error(row, f"{row['id']} has no {missing!r}")
    days = _days(row)
    nicknames = tuple(slug(name) for name in row["nicknames"].split("|") if name)
    return KnownRule(
        id=row["id"],
        title=row["title"],
        nicknames=nicknames,
        since=days["since"],
        until=days["until"],
        in_force_from=days["in_force_from"],
        in_force_until=days["in_force_until"],
        checked=row["checked"],
        dates_checked=row["dates_checked"],
        **related,
    )


def _days(row: Mapping[str, str]) -> dict[str, str]:
    days = {name: _day(row, name) for name in (*_NAMED, *_FORCE)}
    for first, end in (_NAMED, _FORCE):
        if days[end] and days[first] >= days[end]:
            raise _error(row, f"{row['id']}: {days[first]} is not before {days[end]}")
    if any(days[name] for name in _FORCE) and not row["dates_checked"]:
        raise _error(row, f"{row['id']} has no 'dates_checked'")
    return days


def _day(row: Mapping[str, str], name: str) -> str:
    if name in _FORCE and re.fullmatch(r"\d{4}", row[name]):
        return row[name]
    try:
        if row[name] and date.fromisoformat(row[name]).isoformat() != row[name]:
            raise ValueError
    except ValueError:
        raise _error(row, f"{row['id']}: {row[name]!r} is no day (YYYY-MM-DD)") from None
    return row[name]


def _error(row: Mapping[str, str], problem: str) -> LexiconError:
    """``problem`` with the line of the last row of this id."""
    lines = files(lexicon.__name__).joinpath(_FILE).read_text("utf-8").splitlines()
    line = max(n for n, line in enumerate(lines, start=1) if line.split("\t")[0].strip() == row["id"])
    return LexiconError(f"{_FILE}:{line}: {problem}")


def title_of(regulation_id: str) -> str:
    """The title of a rule, "" where the registry does not know it.

    >>> title_of("uu/2014/5")
    'Aparatur Sipil Negara'
    """
    rule = known_rules().get(regulation_id)
    return rule.title if rule else ""


def in_force(regulation_id: str, day: str) -> bool | None:
    """Whether a rule was in force on ``day`` (ISO): True where it had begun and is not known to have fallen.

    None without a day, and where the registry does not know the rule, its days of force, or more of them
    than the year in which ``day`` is.

    >>> in_force("uu/2014/5", "2023-10-30"), in_force("uu/2014/5", "2023-10-31")
    (True, False)
    """
    rule = known_rules().get(regulation_id)
    return rule.in_force_on(day) if rule and day else None


def resolve_nickname(kind: str, nickname: str, day: str = "") -> str:
    """The id of the rule that type and nickname meant on ``day`` (ISO), "" where that is not certain.

    Without a day a name answers only if the registry knows one rule by it, and that one still has it.

    >>> resolve_nickname("uu", "ASN", "2020-03-04"), resolve_nickname("uu", "ASN", "2024-03-04")
    ('uu/2014/5', 'uu/2023/20')
    >>> resolve_nickname("uu", "ASN")
    ''
    """
    called = _rules_by_name().get((kind, slug(nickname)), [])
    if day:
        called = [rule for rule in called if rule.named_on(day)]
    return called[0].id if len(called) == 1 and (day or not called[0].until) else ""


def rules_called(kind: str, nickname: str) -> frozenset[str]:
    """Ids of the rules of this type that ever had this nickname.

    >>> sorted(rules_called("uu", "ASN"))
    ['uu/2014/5', 'uu/2023/20']
    """
    return frozenset(rule.id for rule in _rules_by_name().get((kind, slug(nickname)), []))


@cache
def _rules_by_name() -> dict[tuple[str, str], list[KnownRule]]:
    """The rules that ever had a nickname, by their type and the nickname."""
    called: dict[tuple[str, str], list[KnownRule]] = {}
    for rule in known_rules().values():
        for nickname in rule.nicknames:
            called.setdefault((rule.type, nickname), []).append(rule)
    return called


@cache
def nicknames(kind: str) -> re.Pattern[str] | None:
    """A pattern, for text in lower case, of the names that rules of this type go by; None for none."""
    rows = read_tsv(_FILE, *_COLUMNS)
    names = {spaced(n) for row in rows if row["id"].split("/")[0] == kind for n in row["nicknames"].split("|") if n}
    return re.compile(trie(names) + r"(?![\w])") if names else None


def slug(words: str) -> str:
    """Lower-case words joined by "-": letters and digits only.

    >>> slug("Provinsi DKI  Jakarta")
    'provinsi-dki-jakarta'
    """
    return "-".join(re.findall(r"[^\W_]+", words.lower()))
