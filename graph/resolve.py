"""From one article and its record to the rows of the graph. Pure: one article in, rows out, nothing remembered."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from corpus.article import Article
from extract.record import Mention, MentionType, Offsets, Record, Statement
from graph.cast import Cast, Member
from graph.citations import akn_address, parse_regulation_id, provision_id
from graph.identity import named_id
from graph.layout import edge_table

Value = str | int | float | list[str] | list[int] | None
TitleOf = Callable[[str], str]

ELLIPSIS = " … "


class Row(NamedTuple):
    """One row of one table of the schema; ``values`` stand in the order of the table's columns."""

    table: str
    values: tuple[Value, ...]


def resolve(article: Article, record: Record, *, title_of: TitleOf) -> Iterator[Row]:
    """The nodes and edges that ``article`` gives; the same node may come more than once.

    Args:
        article: The article.
        record: What was found in it.
        title_of: The official title of a regulation, or "".
    """
    yield from _publication(article)
    cast = Cast(article.id, record)
    yield from _cast(article, cast)
    yield from _regulations(article, record, title_of)
    sanctions = {s.kind for s in record.sanctions}.union(*(s.sanctions for s in record.statements))
    yield from (Row("Sanction", (kind, kind.replace("-", " "))) for kind in sorted(sanctions))
    for statement in _distinct(record.statements):
        yield from _statement(article, record, cast, statement)


def statement_id(article_id: str, spans: Iterable[Offsets]) -> str:
    """The id of a statement says where it stands.

    >>> statement_id("a1", [(20, 118), (130, 150)])
    'a1:20-118_130-150'
    """
    return f"{article_id}:" + "_".join(f"{start}-{end}" for start, end in spans)


def _publication(article: Article) -> Iterator[Row]:
    yield Row(
        "Article",
        (article.id, article.url, article.title, article.date, article.author, article.text),
    )
    if article.outlet:
        outlet = named_id(article.outlet)
        yield Row("Outlet", (outlet, article.outlet))
        yield Row("PUBLISHED_BY:Article:Outlet", (article.id, outlet))


def _cast(article: Article, cast: Cast) -> Iterator[Row]:
    for member in cast.members():
        yield Row(member.label, member.values)
    for member in dict.fromkeys(cast.by_key.values()):
        yield Row(edge_table("MENTIONS", "Article", member.label), (article.id, member.id))
    yield from (Row("LOCATED_IN:Institution:Region", pair) for pair in cast.located())
    for post in cast.posts():
        ends = (post.person, post.place.id)
        seen = (article.date, article.date, 1)
        table = edge_table("HOLDS", "Person", post.place.label)
        yield Row(table, (*ends, post.position.casefold(), post.position, *seen))


def _regulations(article: Article, record: Record, title_of: TitleOf) -> Iterator[Row]:
    deeds = [
        (f"{type_}:Regulation:Regulation", (use.id, other, 1))
        for use in record.regulations
        for type_, others in (("AMENDS", use.amends), ("REVOKES", use.revokes), ("ENACTS", use.enacts))
        for other in dict.fromkeys(others)
    ]
    used = {use.id: use.provisions for use in record.regulations}
    spoken_of = (id_ for statement in record.statements for id_ in statement.regulations)
    for id_ in dict.fromkeys((*used, *spoken_of, *(str(values[1]) for _, values in deeds))):
        parts = parse_regulation_id(id_)
        yield Row(
            "Regulation",
            (id_, parts.type, parts.year, parts.number, parts.issuer, title_of(id_), akn_address(id_)),
        )
    for table, values in deeds:
        yield Row(table, values)
    for id_, provisions in used.items():
        yield from _citation("Article", article.id, id_, record.mentions, provisions)


def _citation(
    label: str, id_: str, regulation: str, mentions: Iterable[Mention], provisions: Sequence[str] = ()
) -> Iterator[Row]:
    """The edge from a statement or article to a rule, with the provisions that stand in its words."""
    found = [m for m in mentions if m.type is MentionType.REGULATION and m.target == regulation]
    pins = list(dict.fromkeys((*provisions, *(pin for m in found for pin in m.provisions))))
    surface = found[0].text if found else ""
    how = found[0].how or "" if found else "anaphora"
    yield Row(f"CITES:{label}:Regulation", (id_, regulation, surface, str(how), pins))
    for pin in pins:
        node = provision_id(regulation, pin)
        yield Row("Provision", (node, pin))
        yield Row("PART_OF:Provision:Regulation", (node, regulation))


def _distinct(statements: Iterable[Statement]) -> Iterable[Statement]:
    """The statements without those whose words an earlier one has."""
    found: dict[tuple[Offsets, ...], Statement] = {}
    for statement in statements:
        found.setdefault(statement.spans, statement)
    return found.values()


def _statement(article: Article, record: Record, cast: Cast, statement: Statement) -> Iterator[Row]:
    id_ = statement_id(article.id, statement.spans)
    words = ELLIPSIS.join(article.text[start:end] for start, end in statement.spans)
    mode = str(statement.mode)
    yield Row("Statement", (id_, words, mode, statement.confidence, article.date, statement.speaker_name))
    places = [offset for span in statement.spans for offset in span]
    yield Row(
        "REPORTED_IN:Statement:Article",
        (id_, article.id, places, list(statement.cue or ()), list(statement.source or ())),
    )
    speaker = cast.by_key.get(statement.speaker)
    if speaker and speaker.label != "Region":
        yield _said(article, record, speaker, statement, id_)
    inside = [m for m in record.mentions if _stands_in(m, statement.spans)]
    for regulation in dict.fromkeys(statement.regulations):
        yield from _citation("Statement", id_, regulation, inside)
    for sanction in dict.fromkeys(statement.sanctions):
        yield from _invocations(id_, sanction, inside)
    for member in dict.fromkeys(cast.by_key[m.target] for m in inside if m.target in cast.by_key):
        yield Row(edge_table("MENTIONS", "Statement", member.label), (id_, member.id))


def _said(article: Article, record: Record, speaker: Member, statement: Statement, id_: str) -> Row:
    cue = article.text[slice(*statement.cue)] if statement.cue else ""
    roles = next((e.roles for e in record.entities if e.key == statement.speaker), ())
    first = roles[0] if roles else None
    post = [part for part in (first.position, first.institution or first.region) if part] if first else []
    values = (speaker.id, id_, cue, str(statement.mode), statement.confidence, ", ".join(post))
    return Row(edge_table("SAID", speaker.label, "Statement"), values)


def _invocations(id_: str, sanction: str, inside: Iterable[Mention]) -> Iterator[Row]:
    found = [m for m in inside if m.type is MentionType.SANCTION and m.target == sanction]
    surfaces: dict[str, str] = {}
    for mention in found:
        surfaces.setdefault(mention.detail, mention.text)
    for detail, surface in (surfaces or {"": ""}).items():
        yield Row("INVOKES:Statement:Sanction", (id_, sanction, surface, detail))


def _stands_in(mention: Mention, spans: Iterable[Offsets]) -> bool:
    return any(start <= mention.start and mention.end <= end for start, end in spans)
