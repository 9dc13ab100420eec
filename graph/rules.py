"""The rules of a graph: those an article cites, what it says they do to each other, what the registry knows of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from types import MappingProxyType
from typing import NamedTuple

from extract import akn_address
from extract.record import How, IssuerFrom, Mention, MentionType, Offsets, Pin, Record
from extract.rules.registry import KnownRule
from graph.citations import parse_regulation_id, provision_id
from graph.layout import edge_table
from graph.rows import End, Row, flat

Registry = Mapping[str, KnownRule]
ByTarget = Mapping[tuple[MentionType, str], list[Mention]]
NO_REGISTRY: Registry = MappingProxyType({})


def rules_of(record: Record) -> Iterator[Row]:
    """The rules that an article cites or that its penalties come from, and what it says they do to others."""
    deeds = [deed for use in record.regulations for deed in _deeds(use.id, use.amends, use.revokes, use.enacts)]
    spoken_of = (id_ for statement in record.statements for id_ in statement.regulations)
    providing = (m.penalty.regulation for m in record.mentions if m.penalty and m.penalty.regulation)
    others = (other for _, _, other in deeds)
    for id_ in dict.fromkeys((*(use.id for use in record.regulations), *spoken_of, *providing, *others)):
        yield _rule(id_)
    yield from (Row(table, (id_, other, 1, False)) for table, id_, other in deeds)


class Spoken(NamedTuple):
    """What a statement says of a mention of a rule: its words or a pin cite of it, and what is the same for both."""

    start: int
    end: int
    text: str
    how: How | None
    provisions: tuple[str, ...]
    antecedent: Offsets | None
    issuer_from: IssuerFrom | None
    pins: tuple[Pin, ...] = ()


def citation(
    source: End, rule: str, inside: Sequence[Mention | Spoken], anywhere: Iterable[Mention], pins: Iterable[str] = ()
) -> Iterator[Row]:
    """The edge from a statement or article to a rule it cites, and the provisions that are cited with it.

    Args:
        source: The statement or article.
        rule: Id of the rule.
        inside: The mentions of that rule in these words; the first tells how it is named and where.
        anywhere: All mentions of it in the article: who issued it and whether it was in force is the same for all.
        pins: Further provisions that are cited.
    """
    first = inside[0] if inside else None
    provisions = list(dict.fromkeys((*pins, *(pin for m in inside for pin in m.provisions))))
    yield Row(
        edge_table("CITES", source.label, "Regulation"),
        (
            source.id,
            rule,
            first.text if first else "",
            [first.start, first.end] if first else [],
            flat(sorted({place for m in inside for place in _places(m)})),
            str(first.how or "") if first else "anaphora",
            provisions,
            flat([first.antecedent] if first and first.antecedent else []),
            next((str(m.issuer_from) for m in (*inside, *anywhere) if m.issuer_from), ""),
            next((m.in_force for m in anywhere if m.in_force is not None), None),
        ),
    )
    for provision in provisions:
        node = provision_id(rule, provision)
        yield Row("Provision", (node, provision))
        yield Row("PART_OF:Provision:Regulation", (node, rule))


def _places(mention: Mention | Spoken) -> Iterator[Offsets]:
    """Where a mention stands, and where the provisions that are cited with it."""
    yield mention.start, mention.end
    yield from ((pin.start, pin.end) for pin in mention.pins)


def spoken(text: str, rule: Iterable[Mention], spans: Sequence[Offsets]) -> Iterator[Spoken]:
    """What stands in the words of a statement of the mentions of one rule.

    Those that name it, with the provisions that stand there, and pin cites that name no more than a provision
    ("Pasal 5" of a rule named before): they point at the citation they belong to.
    """

    def stands(start: int, end: int) -> bool:
        return any(first <= start and end <= last for first, last in spans)

    for mention in rule:
        pins = tuple(pin for pin in mention.pins if stands(pin.start, pin.end))
        if stands(mention.start, mention.end):
            cited = tuple(dict.fromkeys(provision for pin in pins for provision in pin.provisions))
            provisions = cited if mention.pins else mention.provisions
            told = (mention.how, provisions, mention.antecedent, mention.issuer_from)
            yield Spoken(mention.start, mention.end, mention.text, *told, pins)
            continue
        for pin in pins:
            antecedent = pin.antecedent or (mention.start, mention.end)
            told = (How.ANAPHORA, pin.provisions, antecedent, mention.issuer_from)
            yield Spoken(pin.start, pin.end, text[pin.start : pin.end], *told)


def by_target(mentions: Iterable[Mention]) -> ByTarget:
    """The mentions by type and by what they name, each list in the order given."""
    found: dict[tuple[MentionType, str], list[Mention]] = {}
    for mention in mentions:
        found.setdefault((mention.type, mention.target), []).append(mention)
    return found


def registry_rows(rules: Set[str], registry: Registry) -> Iterator[Row]:
    """What ``registry`` knows of ``rules``: titles, days of force, and all relations in which one of them stands."""
    told = set(rules)
    for known in registry.values():
        deeds = list(_deeds(known.id, known.amends, known.revokes, known.enacts))
        for table, id_, other in deeds:
            if id_ in rules or other in rules:
                yield Row(table, (id_, other, 0, True))
                told |= {id_, other}
    yield from (_rule(id_, registry.get(id_)) for id_ in sorted(told))


def _rule(id_: str, known: KnownRule | None = None) -> Row:
    parts = parse_regulation_id(id_)
    facts = (known.title, known.in_force_from, known.in_force_until) if known else ("", "", "")
    title, since, until = facts
    values = (id_, parts.type, parts.year, parts.number, parts.issuer, title, akn_address(id_), since, until)
    return Row("Regulation", values)


def _deeds(
    id_: str, amends: Iterable[str], revokes: Iterable[str], enacts: Iterable[str]
) -> Iterator[tuple[str, str, str]]:
    """Table, rule and other rule of each thing that a rule does to another."""
    for type_, others in (("AMENDS", amends), ("REVOKES", revokes), ("ENACTS", enacts)):
        for other in dict.fromkeys(others):
            yield edge_table(type_, "Regulation", "Regulation"), id_, other
