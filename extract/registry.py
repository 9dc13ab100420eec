"""The national rules that news cites most: titles, names and when they held, what they do to each other."""

import re
from dataclasses import dataclass
from functools import cache

from extract.lexicon import LexiconError, read_tsv
from extract.word_trie import spaced, trie

_COLUMNS = ("id", "title", "nicknames", "since", "until", "amends", "revokes", "enacts")
_ID = re.compile(r"[a-z]+(?:-[a-z]+)*/(?:\d{4})?/[\w.-]*")
_DAY = re.compile(r"(?:\d{4}-\d\d-\d\d)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownRule:
    """A rule of the registry.

    Attributes:
        id: Canonical id ("uu/2014/5").
        title: What it is about, as its title says, without type, number and year.
        nicknames: Slugs of what follows the type where it is called by name ("asn").
        since: First day on which a nickname meant this rule, or "".
        until: First day on which it no longer did, or "".
        amends: Ids of the rules it changes.
        revokes: Ids of the rules it ends.
        enacts: Ids of the emergency rules it turns into law.
    """

    id: str
    title: str
    nicknames: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    amends: tuple[str, ...] = ()
    revokes: tuple[str, ...] = ()
    enacts: tuple[str, ...] = ()

    @property
    def type(self) -> str:
        """Type of the rule ("uu"), without an issuer."""
        return self.id.split("/", 1)[0]


@cache
def known_rules() -> dict[str, KnownRule]:
    """Every rule of the registry by its id.

    Raises:
        LexiconError: A row has a malformed id or day, or an id stands twice.
    """
    rules: dict[str, KnownRule] = {}
    for row in read_tsv("registry.tsv", *_COLUMNS):
        related = {name: tuple(row[name].split()) for name in ("amends", "revokes", "enacts")}
        for rule_id in (row["id"], *(i for ids in related.values() for i in ids)):
            if not _ID.fullmatch(rule_id):
                raise LexiconError(f"registry.tsv: {rule_id!r} is no regulation id")
        if row["id"] in rules:
            raise LexiconError(f"registry.tsv: {row['id']} stands twice")
        for day in (row["since"], row["until"]):
            if not _DAY.fullmatch(day):
                raise LexiconError(f"registry.tsv: {row['id']}: {day!r} is no day (YYYY-MM-DD)")
        rules[row["id"]] = KnownRule(
            id=row["id"],
            title=row["title"],
            nicknames=tuple(slug(name) for name in row["nicknames"].split("|") if name),
            since=row["since"],
            until=row["until"],
            **related,
        )
    return rules


def title_of(regulation_id: str) -> str:
    """The title of a rule, "" where the registry does not know it.

    >>> title_of("uu/2014/5")
    'Aparatur Sipil Negara'
    """
    rule = known_rules().get(regulation_id)
    return rule.title if rule else ""


def resolve_nickname(kind: str, nickname: str, date: str = "") -> str:
    """The id of the rule that type and nickname meant on ``date`` (ISO day), "" where that is not certain.

    Without a date a name answers only if it has meant one rule all along.

    >>> resolve_nickname("uu", "ASN", "2020-03-04"), resolve_nickname("uu", "ASN", "2024-03-04")
    ('uu/2014/5', 'uu/2023/20')
    >>> resolve_nickname("uu", "ASN")
    ''
    """
    rules = _by_nickname().get((kind, slug(nickname)), ())
    if date:
        rules = tuple(r for r in rules if r.since <= date and (not r.until or date < r.until))
    return rules[0].id if len(rules) == 1 else ""


@cache
def nicknames(kind: str) -> re.Pattern[str] | None:
    """A pattern, for text in lower case, of the names that rules of this type go by; None for none."""
    rows = read_tsv("registry.tsv", *_COLUMNS)
    names = {
        spaced(n) for row in rows if row["id"].split("/")[0] == kind for n in row["nicknames"].split("|") if n
    }
    return re.compile(trie(names) + r"(?![\w])") if names else None


def slug(words: str) -> str:
    """Lower-case words joined by "-": letters and digits only.

    >>> slug("Provinsi DKI  Jakarta")
    'provinsi-dki-jakarta'
    """
    return "-".join(re.findall(r"[^\W_]+", words.lower()))


@cache
def _by_nickname() -> dict[tuple[str, str], tuple[KnownRule, ...]]:
    found: dict[tuple[str, str], tuple[KnownRule, ...]] = {}
    for rule in known_rules().values():
        for nickname in rule.nicknames:
            found[rule.type, nickname] = (*found.get((rule.type, nickname), ()), rule)
    return found
