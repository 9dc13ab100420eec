"""The edges of the graph."""

from graph.schema.kinds import Edge, Merge, Property, Type, text

_SURFACE = text("surface", "the words that name it, or empty where it is only meant")
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
            text("cue", "the reporting word, or empty for a continuation"),
            text("mode", "direct, indirect or mixed"),
            Property("confidence", Type.FLOAT, "0 to 1"),
            text("post", "post and place of the speaker as this very article states them, or empty"),
            text("how", "named, or post: the article names only the post, others say who held it on those days"),
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
            text("how", "explicit, nickname or anaphora"),
            Property("provisions", Type.STRINGS, "pin cites that stand in these words"),
            Property(
                "antecedent", Type.INTEGERS, "start and end of the citation that a reference points at, or nothing"
            ),
            text("issuer_from", "what tells the issuer: citation, same-number, place, same-type or office, or empty"),
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
            text("detail", "amount or duration as written"),
            Property("amount_from", Type.INTEGER, "least amount in rupiah, or null"),
            Property("amount_to", Type.INTEGER, "greatest amount in rupiah, or null"),
            text("duration_from", "least duration, ISO 8601 (P1Y6M) or lifelong, or empty"),
            text("duration_to", "greatest duration, in the same form"),
            Property(
                "days", Type.INTEGER, "greatest duration in days (a year is 365, a month a twelfth of it), or null"
            ),
            text("degree", "ringan, sedang or berat, or empty"),
            text("status", "threatened, possible, imposed or denied, or empty"),
            text("regulation", "id of the rule that the text says it comes from, or empty"),
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
            text("post", "the post in small letters"),
            text("position", "the post as written"),
            text("status", "former, designate (not yet held) or acting, or empty for a post held as it is named"),
            text("first_seen", "day of the first dated article that says so, or empty", Merge.MIN),
            text("last_seen", "day of the last one, or empty", Merge.MAX),
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
