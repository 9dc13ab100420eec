"""What a person sees of an entity as it stands in the graph."""

from dataclasses import asdict, dataclass
from typing import Any

from graph.engine import Graph

_SHOWN = 8  # posts, papers


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post as articles tell it.

    Attributes:
        post: The post in small letters.
        place: Name of its institution or region, or "".
        first_seen: Day of the first dated article that says so, or "".
        last_seen: Day of the last one, or "".
    """

    post: str
    place: str = ""
    first_seen: str = ""
    last_seen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """An entity, of however many profiles.

    Attributes:
        label: Person or Institution.
        entity: Its id.
        name: Fullest form of the name.
        aliases: Every form that articles use, sorted.
        region: Region it is bound to, or "".
        office: Institution that a person is bound to, kind of an institution; or "".
        posts: Its posts, the latest first.
        outlets: Papers that name it, those of most articles first.
        first_seen: Day of its first dated article, or "".
        last_seen: Day of its last one, or "".
        articles: How many articles name it.
        statements: How many statements it made.
    """

    label: str
    entity: str
    name: str
    aliases: tuple[str, ...] = ()
    region: str = ""
    office: str = ""
    posts: tuple[Post, ...] = ()
    outlets: tuple[str, ...] = ()
    first_seen: str = ""
    last_seen: str = ""
    articles: int = 0
    statements: int = 0

    def to_json(self) -> dict[str, Any]:
        """The same as one JSON object."""
        return asdict(self)


def portrait_of(graph: Graph, label: str, entity: str) -> Portrait | None:
    """The entity with this id as ``graph`` has it; None where it has none."""
    found = {name: list(graph.run(query, {"id": entity}).dicts()) for name, query in _QUERIES[label].items()}
    if not found["node"]:
        return None
    (node,) = found["node"]
    days = [row for row in found["outlets"] if row["first"]]
    posts = [Post(post=post) for post in node["posts"] or ()]
    return Portrait(
        label=label,
        entity=entity,
        name=node["name"],
        aliases=tuple(node["aliases"] or ()),
        region=node["region"] or "",
        office=node["office"] or "",
        posts=(*(Post(**row) for row in found.get("held", ())), *posts)[:_SHOWN],
        outlets=tuple(row["outlet"] for row in found["outlets"] if row["outlet"])[:_SHOWN],
        first_seen=min((row["first"] for row in days), default=""),
        last_seen=max((row["last"] for row in days), default=""),
        articles=sum(row["articles"] for row in found["outlets"]),
        statements=found["said"][0]["statements"],
    )


_NODE = "MATCH (e:{label} {{id: $id}}) RETURN e.name AS name, e.aliases AS aliases, e.region AS region, {more}"
_HELD = (
    "MATCH (e:Person {id: $id})-[h:HOLDS]->(place) RETURN h.post AS post, place.name AS place,"
    " min(h.first_seen) AS first_seen, max(h.last_seen) AS last_seen ORDER BY last_seen DESC, post, place"
)
_OUTLETS = (
    "MATCH (e:{label} {{id: $id}})<-[:MENTIONS]-(a:Article) OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(o:Outlet)"
    " RETURN o.name AS outlet, count(*) AS articles, min(CASE WHEN a.date <> '' THEN a.date END) AS first,"
    " max(CASE WHEN a.date <> '' THEN a.date END) AS last ORDER BY articles DESC, outlet"
)
_SAID = "MATCH (e:{label} {{id: $id}})-[:SAID]->(s:Statement) RETURN count(*) AS statements"


def _queries(label: str, more: str) -> dict[str, str]:
    return {
        "node": _NODE.format(label=label, more=more),
        "outlets": _OUTLETS.format(label=label),
        "said": _SAID.format(label=label),
    }


_QUERIES = {
    "Person": _queries("Person", "e.office AS office, e.posts AS posts") | {"held": _HELD},
    "Institution": _queries("Institution", "e.kind AS office, [] AS posts"),
}
