"""The graph, declared once: labels, properties, edges. Tables, export columns and docs derive from it.

Every property has a type that LadybugDB, Neo4j and Parquet all keep: no list of lists, so places of words are
flat lists of offsets (start, end, start, end, ...).
"""

from dataclasses import dataclass
from enum import StrEnum


class Type(StrEnum):
    """What a property holds; the value is the type's name in LadybugDB."""

    STRING = "STRING"
    INTEGER = "INT64"
    FLOAT = "DOUBLE"
    BOOLEAN = "BOOL"
    STRINGS = "STRING[]"
    INTEGERS = "INT64[]"


class Merge(StrEnum):
    """What becomes of a property when several articles give a value; each is free of the articles' order."""

    LONGEST = "longest"
    MIN = "min"
    MAX = "max"
    SUM = "sum"
    UNION = "union"  # all values of all lists, sorted


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a node or an edge."""

    name: str
    type: Type
    doc: str
    merge: Merge = Merge.LONGEST


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A label. ``properties[0]`` is ``id``, the key. ``owned``: each node belongs to exactly one article."""

    label: str
    doc: str
    properties: tuple[Property, ...]
    owned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A type of edge.

    Attributes:
        type: Its name.
        doc: What it says.
        pairs: The labels it leads from and to.
        properties: What it carries.
        key: Properties that, beside both ends, make an edge one of its own.
        owned: Each edge belongs to exactly one article.
    """

    type: str
    doc: str
    pairs: tuple[tuple[str, str], ...]
    properties: tuple[Property, ...] = ()
    key: tuple[str, ...] = ()
    owned: bool = False


def _id(doc: str) -> Property:
    return Property("id", Type.STRING, doc, Merge.MIN)


def _text(name: str, doc: str, merge: Merge = Merge.LONGEST) -> Property:
    return Property(name, Type.STRING, doc, merge)


NODES: tuple[Node, ...] = (
    Node(
        label="Article",
        doc="A cleaned article; `text` is what all offsets count in.",
        owned=True,
        properties=(
            _id("id of the article"),
            _text("url", "address, or empty"),
            _text("title", "headline"),
            _text("date", "day of publication, YYYY-MM-DD, or empty"),
            _text("published", "moment of publication, ISO 8601, with offset where it is told, or empty"),
            _text("author", "reporters, else the editor, or empty"),
            _text("editor", "editor, or empty"),
            _text("section", "section of the paper, or empty"),
            _text("place", "where it is told from, by its dateline, or empty"),
            _text("text", "the body, a paragraph a line"),
        ),
    ),
    Node(
        label="Outlet",
        doc="The paper or site that published.",
        properties=(_id("slug of the name"), _text("name", "name or host")),
    ),
    Node(
        label="Person",
        doc="A human who is named, in however many ways: names are joined by what articles say of them.",
        properties=(
            _id("slug of name and place, and a short hash of both, of the article that names it first"),
            _text("name", "fullest form, no title or degree"),
            _text("region", "region the name was bound to, or empty"),
            _text("office", "institution or article the name was bound to where no region is known, or empty"),
            _text(
                "honorifics", "titles and ranks before the name, as an article writes them: Dr., Hj., AKBP; or empty"
            ),
            _text("degrees", "degrees behind the name, as an article writes them: S.H., M.Si; or empty"),
            Property("aliases", Type.STRINGS, "every form of the name that articles use, sorted", Merge.UNION),
            Property("posts", Type.STRINGS, "posts that no place is told for, in small letters", Merge.UNION),
        ),
    ),
    Node(
        label="Institution",
        doc="A named organisation, one per region, by whatever name.",
        properties=(
            _id("slug of name and region, and a short hash of both"),
            _text("name", "fullest form"),
            _text("kind", "council, police, regional agency, ... (the annotation guide's list)"),
            _text("region", "region it works in, or empty"),
            Property("aliases", Type.STRINGS, "every form of the name that articles use, sorted", Merge.UNION),
        ),
    ),
    Node(
        label="Region",
        doc="A named administrative area.",
        properties=(
            _id("slug of the name; for a kecamatan whose code is known, and the code"),
            _text("name", "official form where the article has it"),
            _text("code", "official code (Kemendagri): 18 a province, 18.72 a town, 18.72.01 a kecamatan; or empty"),
        ),
    ),
    Node(
        label="Regulation",
        doc="A rule with a canonical id.",
        properties=(
            _id("type[-issuer]/year/number, or ~nickname"),
            _text("type", "uu, pp, perda, ..."),
            Property("year", Type.INTEGER, "year, or null", Merge.MIN),
            _text("number", "number as cited, slashes as hyphens"),
            _text("issuer", "slug of the issuer, or empty"),
            _text("title", "official title where the registry has it, else empty"),
            _text("akn", "Akoma Ntoso address, or empty for nicknames"),
            _text("in_force_from", "first day in force, or its year; empty where not known"),
            _text(
                "in_force_until",
                "first day no longer in force, or its year; empty where it is not known to have fallen",
            ),
        ),
    ),
    Node(
        label="Provision",
        doc="A pasal, ayat or huruf of a rule.",
        properties=(
            _id("id of the rule, #, slug of the text"),
            _text("text", "short form: pasal 71 ayat (1)"),
        ),
    ),
    Node(
        label="Sanction",
        doc="A kind of penalty.",
        properties=(_id("kind: denda, teguran-tertulis, ..."), _text("name", "the kind in words")),
    ),
    Node(
        label="Statement",
        doc="What somebody said, by the words that show it.",
        owned=True,
        properties=(
            _id("id of the article, colon, offsets"),
            _text("text", "the words; spans that stand apart are joined by an ellipsis"),
            _text("mode", "direct, indirect or mixed"),
            Property("confidence", Type.FLOAT, "0 to 1"),
            _text("date", "day of the article"),
            _text("speaker_name", "name of the speaker; ? and the words for an unnamed source"),
            _text("act", "states, warns, urges, forbids, promises, denies, proposes or announces-sanction"),
            _text("act_words", "the words that tell the act, or empty"),
            Property("modality", Type.STRINGS, "negated, conditional, possible, obliged: those its main clause is"),
            Property("cue_at", Type.INTEGERS, "start and end of the reporting word in the article's text, or nothing"),
            Property("source_at", Type.INTEGERS, "start and end of the speaker's noun phrase there, or nothing"),
            Property("act_at", Type.INTEGERS, "start and end of the words that tell the act, or nothing"),
            Property("modality_at", Type.INTEGERS, "start and end of the words that tell each modality, in its order"),
        ),
    ),
)

_SURFACE = _text("surface", "the words that name it, or empty where it is only meant")
_AT = Property("at", Type.INTEGERS, "start and end of these words in the article's text, or nothing")
_PLACES = Property(
    "places", Type.INTEGERS, "start, end, start, end, ... of all words that name it there, these among them"
)

EDGES: tuple[Edge, ...] = (
    Edge(
        type="SAID",
        doc="Who made the statement.",
        pairs=(("Person", "Statement"), ("Institution", "Statement")),
        owned=True,
        properties=(
            _text("cue", "the reporting word, or empty for a continuation"),
            _text("mode", "direct, indirect or mixed"),
            Property("confidence", Type.FLOAT, "0 to 1"),
            _text("post", "post and place of the speaker as this very article states them, or empty"),
            _text("how", "named, or post: the article names only the post, others say who held it on those days"),
        ),
    ),
    Edge(
        type="REPORTED_IN",
        doc="Where the words stand.",
        pairs=(("Statement", "Article"),),
        owned=True,
        properties=(
            Property("spans", Type.INTEGERS, "start, end, start, end, ... of the words in the article's text"),
        ),
    ),
    Edge(type="PUBLISHED_BY", doc="The paper of an article.", pairs=(("Article", "Outlet"),), owned=True),
    Edge(
        type="CITES",
        doc="A statement, or an article anywhere in its text, speaks of a rule.",
        pairs=(("Statement", "Regulation"), ("Article", "Regulation")),
        owned=True,
        properties=(
            _SURFACE,
            _AT,
            _PLACES,
            _text("how", "explicit, nickname or anaphora"),
            Property("provisions", Type.STRINGS, "pin cites that stand in these words"),
            Property(
                "antecedent", Type.INTEGERS, "start and end of the citation that a reference points at, or nothing"
            ),
            _text("issuer_from", "what tells the issuer: citation, same-number, place, same-type or office, or empty"),
            Property(
                "in_force",
                Type.BOOLEAN,
                "on the day of the article: true for begun and not known to have fallen, false for not yet or no longer"
                " in force, or null",
            ),
        ),
    ),
    Edge(
        type="PART_OF",
        doc="A provision of its rule; a region of the one around it.",
        pairs=(("Provision", "Regulation"), ("Region", "Region")),
    ),
    Edge(
        type="INVOKES",
        doc="A statement, or an article anywhere in its text, speaks of a sanction; the same of it is told once.",
        pairs=(("Statement", "Sanction"), ("Article", "Sanction")),
        owned=True,
        properties=(
            _SURFACE,
            _AT,
            _PLACES,
            _text("detail", "amount or duration as written"),
            Property("amount_from", Type.INTEGER, "least amount in rupiah, or null"),
            Property("amount_to", Type.INTEGER, "greatest amount in rupiah, or null"),
            _text("duration_from", "least duration, ISO 8601 (P1Y6M) or lifelong, or empty"),
            _text("duration_to", "greatest duration, in the same form"),
            Property(
                "days", Type.INTEGER, "greatest duration in days (a year is 365, a month a twelfth of it), or null"
            ),
            _text("degree", "ringan, sedang or berat, or empty"),
            _text("status", "threatened, possible, imposed or denied, or empty"),
            _text("regulation", "id of the rule that the text says it comes from, or empty"),
            Property("provisions", Type.STRINGS, "provisions of that rule that provide for it"),
        ),
        key=("at", "detail"),
    ),
    Edge(
        type="MENTIONS",
        doc="A statement, or an article anywhere in its text, names somebody or some place.",
        pairs=tuple(
            (source, target) for source in ("Statement", "Article") for target in ("Person", "Institution", "Region")
        ),
        owned=True,
    ),
    Edge(
        type="HOLDS",
        doc="A person holds a post.",
        pairs=(("Person", "Institution"), ("Person", "Region")),
        properties=(
            _text("post", "the post in small letters"),
            _text("position", "the post as written"),
            _text("status", "former, designate (not yet held) or acting, or empty for a post held as it is named"),
            _text("first_seen", "day of the first dated article that says so, or empty", Merge.MIN),
            _text("last_seen", "day of the last one, or empty", Merge.MAX),
            Property("articles", Type.INTEGER, "how many articles say so", Merge.SUM),
        ),
        key=("post", "status"),
    ),
    Edge(type="LOCATED_IN", doc="The region of an institution.", pairs=(("Institution", "Region"),)),
    *(
        Edge(
            type=type_,
            doc=doc,
            pairs=(("Regulation", "Regulation"),),
            properties=(
                Property("articles", Type.INTEGER, "how many articles say so", Merge.SUM),
                Property("registry", Type.BOOLEAN, "whether the registry says so", Merge.MAX),
            ),
        )
        for type_, doc in (
            ("AMENDS", "A rule changes another."),
            ("REVOKES", "A rule ends another."),
            ("ENACTS", "A rule makes another law."),
        )
    ),
    Edge(
        type="REVISES",
        doc="An article took the place of an earlier text at its address, which keeps its words but no statements.",
        pairs=(("Article", "Article"),),
        owned=True,
    ),
    Edge(
        type="REPEATS",
        doc="An article has the text of an earlier one, or nearly, or a part of it; a statement the words of the first "
        "one in articles that repeat one another.",
        pairs=(("Article", "Article"), ("Statement", "Statement")),
        properties=(
            Property("share", Type.FLOAT, "part of the shorter one's runs of four words that both have, 0 to 1"),
        ),
    ),
)
