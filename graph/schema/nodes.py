"""The labels of the graph."""

from graph.schema.kinds import Merge, Node, Property, Type, text


def _id(doc: str) -> Property:
    return Property("id", Type.STRING, doc, Merge.MIN)


NODES: tuple[Node, ...] = (
    Node(
        label="Article",
        doc="A cleaned article; `text` is what all offsets count in.",
        owned=True,
        properties=(
            _id("id of the article"),
            text("url", "address, or empty"),
            text("title", "headline"),
            text("date", "day of publication, YYYY-MM-DD, or empty"),
            text("published", "moment of publication, ISO 8601, with offset where it is told, or empty"),
            text("author", "reporters, else the editor, or empty"),
            text("editor", "editor, or empty"),
            text("section", "section of the paper, or empty"),
            text("place", "where it is told from, by its dateline, or empty"),
            text("text", "the body, a paragraph a line"),
        ),
    ),
    Node(
        label="Outlet",
        doc="The paper or site that published.",
        properties=(_id("slug of the name"), text("name", "name or host")),
    ),
    Node(
        label="Person",
        doc="A human who is named, in however many ways: names are joined by what articles say of them.",
        properties=(
            _id("slug of name and place, and a short hash of both, of the article that names it first"),
            text("name", "fullest form, no title or degree"),
            text("region", "region the name was bound to, or empty"),
            text("office", "institution or article the name was bound to where no region is known, or empty"),
            text("honorifics", "titles and ranks before the name, as an article writes them: Dr., Hj., AKBP; or empty"),
            text("degrees", "degrees behind the name, as an article writes them: S.H., M.Si; or empty"),
            Property("aliases", Type.STRINGS, "every form of the name that articles use, sorted", Merge.UNION),
            Property("posts", Type.STRINGS, "posts that no place is told for, in small letters", Merge.UNION),
        ),
    ),
    Node(
        label="Institution",
        doc="A named organisation, one per region, by whatever name.",
        properties=(
            _id("slug of name and region, and a short hash of both"),
            text("name", "fullest form"),
            text("kind", "council, police, regional agency, ... (the annotation guide's list)"),
            text("region", "region it works in, or empty"),
            Property("aliases", Type.STRINGS, "every form of the name that articles use, sorted", Merge.UNION),
        ),
    ),
    Node(
        label="Region",
        doc="A named administrative area.",
        properties=(
            _id("slug of the name; for a kecamatan whose code is known, and the code"),
            text("name", "official form where the article has it"),
            text("code", "official code (Kemendagri): 18 a province, 18.72 a town, 18.72.01 a kecamatan; or empty"),
        ),
    ),
    Node(
        label="Regulation",
        doc="A rule with a canonical id.",
        properties=(
            _id("type[-issuer]/year/number, or ~nickname"),
            text("type", "uu, pp, perda, ..."),
            Property("year", Type.INTEGER, "year, or null", Merge.MIN),
            text("number", "number as cited, slashes as hyphens"),
            text("issuer", "slug of the issuer, or empty"),
            text("title", "official title where the registry has it, else empty"),
            text("akn", "Akoma Ntoso address, or empty for nicknames"),
            text("in_force_from", "first day in force, or its year; empty where not known"),
            text(
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
            text("text", "short form: pasal 71 ayat (1)"),
        ),
    ),
    Node(
        label="Sanction",
        doc="A kind of penalty.",
        properties=(_id("kind: denda, teguran-tertulis, ..."), text("name", "the kind in words")),
    ),
    Node(
        label="Statement",
        doc="What somebody said, by the words that show it.",
        owned=True,
        properties=(
            _id("id of the article, colon, offsets"),
            text("text", "the words; spans that stand apart are joined by an ellipsis"),
            text("mode", "direct, indirect or mixed"),
            Property("confidence", Type.FLOAT, "0 to 1"),
            text("date", "day of the article"),
            text("speaker_name", "name of the speaker; ? and the words for an unnamed source"),
            text("act", "states, warns, urges, forbids, promises, denies, proposes or announces-sanction"),
            text("act_words", "the words that tell the act, or empty"),
            Property("modality", Type.STRINGS, "negated, conditional, possible, obliged: those its main clause is"),
            Property("cue_at", Type.INTEGERS, "start and end of the reporting word in the article's text, or nothing"),
            Property("source_at", Type.INTEGERS, "start and end of the speaker's noun phrase there, or nothing"),
            Property("act_at", Type.INTEGERS, "start and end of the words that tell the act, or nothing"),
            Property("modality_at", Type.INTEGERS, "start and end of the words that tell each modality, in its order"),
        ),
    ),
)
