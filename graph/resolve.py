"""From one article and its record to the rows of the graph. Pure: one article in, rows out, nothing remembered."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Article
from extract.record import Entity, Mention, MentionType, Offsets, Record, Statement
from graph.cast import Apart, Cast
from graph.identity.naming import named_id
from graph.layout import edge_table
from graph.penalties import invocations, sanctions_of
from graph.rows import End, Row, Value, flat
from graph.rules import ByTarget, by_target, citation, rules_of, spoken

ELLIPSIS = " … "


def resolve(article: Article, record: Record, apart: Collection[Apart] = ()) -> Iterator[Row]:
    """The nodes and edges that ``article`` gives, by what was found in it; the same node may come more than once.

    People and institutions are profiles: what one name is within one region, office or article. Those of ``apart``
    are profiles of this article alone.
    """
    cast = Cast(article, record, apart)
    found = _Found.of(record)
    yield from _publication(article)
    yield from _cast(article, cast)
    yield from rules_of(record)
    yield from sanctions_of(record)
    yield from _of_article(article, record, found.anywhere)
    for statement in _distinct(record.statements):
        id_ = statement_id(article.id, statement.spans)
        yield from _statement(article, statement, id_)
        speaker = cast.by_key.get(statement.speaker)
        if speaker and speaker.label != "Region":
            cue = article.text[slice(*statement.cue)] if statement.cue else ""
            post = found.posts.get(statement.speaker, "")
            values = (cue, str(statement.mode), statement.confidence, post, "named")
            yield Row(_SAID[speaker.label], (speaker.id, id_, *values))
        inside = found.inside(statement.spans)
        for member in dict.fromkeys(cast.by_key[m.target] for m in inside if m.target in cast.by_key):
            yield Row(_MENTIONED[member.label], (id_, member.id))
        if statement.regulations or statement.sanctions:
            yield from _spoken_of(article, statement, End("Statement", id_), found.anywhere, inside)


def resolve_earlier(article: Article, later: str) -> Iterator[Row]:
    """The rows of an article whose place the article ``later`` took: its words can be read, nothing in it counts."""
    yield from _publication(article)
    yield Row("REVISES:Article:Article", (later, article.id))


def statement_id(article_id: str, spans: Iterable[Offsets]) -> str:
    """The id of a statement says where it stands.

    >>> statement_id("a1", [(20, 118), (130, 150)])
    'a1:20-118_130-150'
    """
    return f"{article_id}:" + "_".join([f"{start}-{end}" for start, end in spans])


_SAID = {label: edge_table("SAID", label, "Statement") for label in ("Person", "Institution")}
_MENTIONED = {label: edge_table("MENTIONS", "Statement", label) for label in ("Person", "Institution", "Region")}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What one record found, as the statements of its article look it up.

    Attributes:
        mentions: Those that name something, in text order; references to persons name nobody.
        starts: Where each begins.
        anywhere: Those of rules and sanctions, by what they name.
        posts: The first post of each entity, in words.
    """

    mentions: Sequence[Mention]
    starts: Sequence[int]
    anywhere: ByTarget
    posts: dict[str, str]

    @classmethod
    def of(cls, record: Record) -> "_Found":
        mentions = sorted((m for m in record.mentions if m.type is not MentionType.REFERENCE), key=_start)
        return cls(
            mentions=mentions,
            starts=[m.start for m in mentions],
            anywhere=by_target(m for m in mentions if m.type in _OF_RULES),
            posts={entity.key: _post(entity) for entity in record.entities if entity.roles},
        )

    def inside(self, spans: Iterable[Offsets]) -> list[Mention]:
        """Those of the mentions that stand in the words of a statement."""
        found: list[Mention] = []
        for start, end in spans:
            first = bisect_left(self.starts, start)
            found += [m for m in self.mentions[first : bisect_left(self.starts, end, first)] if m.end <= end]
        return found


_OF_RULES = frozenset({MentionType.REGULATION, MentionType.SANCTION})


def _start(mention: Mention) -> int:
    return mention.start


def _post(entity: Entity) -> str:
    first = entity.roles[0]
    return ", ".join(part for part in (first.position, first.institution or first.region) if part)


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
    for pair in cast.located():
        yield Row("LOCATED_IN:Institution:Region", pair)
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


def _statement(article: Article, statement: Statement, id_: str) -> tuple[Row, Row]:
    """The statement with its manner, and where it stands."""
    text, act_at = article.text, statement.act_at
    words = ELLIPSIS.join([text[start:end] for start, end in statement.spans])
    mode, act_words = str(statement.mode), text[act_at[0] : act_at[1]] if act_at else ""
    modality = [str(mark.kind) for mark in statement.modality]
    told: tuple[Value, ...] = (id_, words, mode, statement.confidence, article.date, statement.speaker_name)
    places = [place or () for place in (statement.cue, statement.source, act_at)]
    marks = flat([(mark.start, mark.end) for mark in statement.modality])
    return (
        Row("Statement", (*told, str(statement.act), act_words, modality, *places, marks)),
        Row("REPORTED_IN:Statement:Article", (id_, article.id, flat(statement.spans))),
    )


def _spoken_of(
    article: Article, statement: Statement, source: End, anywhere: ByTarget, inside: Iterable[Mention]
) -> Iterator[Row]:
    """The rules and sanctions that a statement speaks of."""
    for rule in dict.fromkeys(statement.regulations):
        named = anywhere.get((MentionType.REGULATION, rule), [])
        yield from citation(source, rule, list(spoken(article.text, named, statement.spans)), named)
    for kind in dict.fromkeys(statement.sanctions):
        of_kind = [m for m in inside if m.target == kind and m.type is MentionType.SANCTION]
        yield from invocations(source, kind, of_kind)
