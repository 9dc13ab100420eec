"""From one article and its record to the rows of the graph. Pure: one article in, rows out, nothing remembered."""

from collections.abc import Iterable, Iterator

from corpus.article import Article
from extract.record import Mention, MentionType, Offsets, Record, Statement
from graph.cast import Cast, Member
from graph.identity.naming import named_id
from graph.layout import edge_table
from graph.penalties import invocations, sanctions_of
from graph.rows import End, Row, flat
from graph.rules import ByTarget, by_target, citation, rules_of, spoken

ELLIPSIS = " … "


def resolve(article: Article, record: Record) -> Iterator[Row]:
    """The nodes and edges that ``article`` gives, by what was found in it; the same node may come more than once."""
    yield from _publication(article)
    cast = Cast(article.id, record)
    yield from _cast(article, cast)
    mentions = sorted(record.mentions, key=_start)
    anywhere = by_target(mentions)
    yield from rules_of(record)
    yield from sanctions_of(record)
    yield from _of_article(article, record, anywhere)
    for statement in _distinct(record.statements):
        inside = _inside(mentions, statement.spans)
        source = End("Statement", statement_id(article.id, statement.spans))
        yield from _statement(article, record, cast, statement, source.id)
        yield from _mentions(source, cast, inside)
        here = by_target(inside)
        for rule in dict.fromkeys(statement.regulations):
            named = anywhere.get((MentionType.REGULATION, rule), [])
            yield from citation(source, rule, list(spoken(article.text, named, statement.spans)), named)
        for kind in dict.fromkeys(statement.sanctions):
            yield from invocations(source, kind, here.get((MentionType.SANCTION, kind), []))


def resolve_earlier(article: Article, later: str) -> Iterator[Row]:
    """The rows of an article whose place the article ``later`` took: its words can be read, nothing in it counts."""
    yield from _publication(article)
    yield Row("REVISES:Article:Article", (later, article.id))


def statement_id(article_id: str, spans: Iterable[Offsets]) -> str:
    """The id of a statement says where it stands.

    >>> statement_id("a1", [(20, 118), (130, 150)])
    'a1:20-118_130-150'
    """
    return f"{article_id}:" + "_".join(f"{start}-{end}" for start, end in spans)


def _publication(article: Article) -> Iterator[Row]:
    told = (article.date, article.published, article.author, article.editor, article.section, article.place)
    yield Row("Article", (article.id, article.url, article.title, *told, article.text))
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
        words = (post.position.casefold(), post.position, str(post.status))
        seen = (article.date, article.date, 1)
        yield Row(edge_table("HOLDS", "Person", post.place.label), (*ends, *words, *seen))


def _of_article(article: Article, record: Record, anywhere: ByTarget) -> Iterator[Row]:
    """The rules and sanctions that stand anywhere in the article."""
    source = End("Article", article.id)
    for rule, pins in {use.id: use.provisions for use in record.regulations}.items():
        found = anywhere.get((MentionType.REGULATION, rule), [])
        yield from citation(source, rule, found, found, pins)
    for kind in dict.fromkeys(use.kind for use in record.sanctions):
        details = (use.detail for use in record.sanctions if use.kind == kind)
        yield from invocations(source, kind, anywhere.get((MentionType.SANCTION, kind), []), details)


def _distinct(statements: Iterable[Statement]) -> Iterable[Statement]:
    """The statements without those whose words an earlier one has."""
    found: dict[tuple[Offsets, ...], Statement] = {}
    for statement in statements:
        found.setdefault(statement.spans, statement)
    return found.values()


def _statement(article: Article, record: Record, cast: Cast, statement: Statement, id_: str) -> Iterator[Row]:
    words = ELLIPSIS.join(article.text[start:end] for start, end in statement.spans)
    mode = str(statement.mode)
    modality = [str(mark.kind) for mark in statement.modality]
    manner = (str(statement.act), article.text[slice(*statement.act_at)] if statement.act_at else "", modality)
    yield Row("Statement", (id_, words, mode, statement.confidence, article.date, statement.speaker_name, *manner))
    places = [statement.cue, statement.source, statement.act_at]
    marks = flat((mark.start, mark.end) for mark in statement.modality)
    yield Row(
        "REPORTED_IN:Statement:Article",
        (id_, article.id, flat(statement.spans), *(list(place or ()) for place in places), marks),
    )
    speaker = cast.by_key.get(statement.speaker)
    if speaker and speaker.label != "Region":
        yield _said(article, record, speaker, statement, id_)


def _said(article: Article, record: Record, speaker: Member, statement: Statement, id_: str) -> Row:
    cue = article.text[slice(*statement.cue)] if statement.cue else ""
    roles = next((e.roles for e in record.entities if e.key == statement.speaker), ())
    first = roles[0] if roles else None
    post = [part for part in (first.position, first.institution or first.region) if part] if first else []
    values = (speaker.id, id_, cue, str(statement.mode), statement.confidence, ", ".join(post))
    return Row(edge_table("SAID", speaker.label, "Statement"), values)


def _mentions(source: End, cast: Cast, inside: Iterable[Mention]) -> Iterator[Row]:
    for member in dict.fromkeys(cast.by_key[m.target] for m in inside if m.target in cast.by_key):
        yield Row(edge_table("MENTIONS", source.label, member.label), (source.id, member.id))


def _start(mention: Mention) -> int:
    return mention.start


def _inside(mentions: Iterable[Mention], spans: Iterable[Offsets]) -> list[Mention]:
    """Those of the mentions that stand in the words of a statement; references to persons name nobody."""
    named = (m for m in mentions if m.type is not MentionType.REFERENCE)
    return [m for m in named for start, end in spans if start <= m.start and m.end <= end]
