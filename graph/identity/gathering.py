"""The profiles of a graph in the making, gathered from its staged tables in DuckDB."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import duckdb
import pyarrow as pa

from graph.identity.areas import COUNTRY, area_of
from graph.identity.profiles import Held, Profile

_AROUND = 6  # areas kept of a profile
_BESIDE = 12  # names kept of a profile
_AT_A_TIME = 10_000  # rows fetched


class Named(NamedTuple):
    """A profile by its name and what it is bound to: area, and office or kind; an institution with its aliases."""

    id: str
    name: str
    area: str
    bound: str
    aliases: tuple[str, ...] = ()


def gather_names(connection: duckdb.DuckDBPyConnection, label: str) -> list[Named]:
    """Every profile of ``label`` by its name and what it is bound to, in the order of the ids."""
    codes = codes_of_regions(connection)
    columns = "office, NULL" if label == "Person" else "kind, aliases"
    rows = _rows(connection, _NAMES.format(label=label, columns=columns))
    return [
        Named(id_, name, area_of(region, codes.get(region, "")), bound, tuple(aliases or ()))
        for id_, name, region, bound, aliases in rows
    ]


def gather(connection: duckdb.DuckDBPyConnection, label: str, wanted: Iterable[str]) -> list[Profile]:
    """The profiles of ``label`` with these ids and what their articles say of them, in the order of the ids.

    Places of posts are the entities of institutions where the table ``entity`` has some.
    """
    connection.register("given", pa.table({"id": pa.array(sorted(wanted), pa.string())}))
    connection.execute(_WANTED.format(label=label))
    connection.unregister("given")
    connection.execute(_SEEN.format(label=label))
    codes = codes_of_regions(connection)
    around = _lists(connection, _AROUND_THEM.format(country=COUNTRY, most=_AROUND))
    people = label == "Person"
    beside = _lists(connection, _BESIDE_THEM.format(most=_BESIDE)) if people else {}
    held = _held(connection, codes) if people else {}
    columns = "w.office, '', w.posts" if people else "'', w.kind, NULL"
    return [
        Profile(
            id=id_,
            label=label,
            name=name,
            aliases=tuple(aliases or ()),
            region=region,
            area=area_of(region, codes.get(region, "")),
            office=office,
            kind=kind,
            posts=(*held.get(id_, ()), *(Held(post=post) for post in posts or ())),
            first_seen=first or "",
            last_seen=last or "",
            articles=articles,
            around=tuple(area_of(*region.split("\t")) for region in around.get(id_, ())),
            beside=tuple(beside.get(id_, ())),
        )
        for id_, name, aliases, region, articles, first, last, office, kind, posts in _rows(
            connection, _PROFILES.format(columns=columns)
        )
    ]


_NAMES = 'SELECT id, name, region, {columns} FROM "{label}" ORDER BY id'
_WANTED = 'CREATE OR REPLACE TEMP TABLE wanted AS SELECT t.* FROM "{label}" t JOIN given USING (id)'

# The articles of the profiles.
_SEEN = """
CREATE OR REPLACE TEMP TABLE seen AS
SELECT m.target AS id, m.source AS article FROM "MENTIONS:Article:{label}" m JOIN wanted w ON w.id = m.target
"""

_PROFILES = """
SELECT w.id, w.name, w.aliases, w.region, coalesce(d.articles, 1), d.first, d.last, {columns}
FROM wanted w LEFT JOIN (
    SELECT s.id, count(*) AS articles, min(day)::VARCHAR AS first, max(day)::VARCHAR AS last
    FROM seen s JOIN (SELECT id, try_cast(date AS DATE) AS day FROM "Article") a ON a.id = s.article GROUP BY s.id
) d USING (id) ORDER BY w.id
"""

# Regions named in the articles of a profile, those of most articles first.
_AROUND_THEM = """
SELECT id, list(area ORDER BY articles DESC, area)[:{most}] FROM (
    SELECT s.id, r.name || chr(9) || r.code AS area, count(*) AS articles
    FROM seen s JOIN "MENTIONS:Article:Region" m ON m.source = s.article JOIN "Region" r ON r.id = m.target
    WHERE lower(r.name) <> '{country}' GROUP BY ALL
) GROUP BY id
"""

# People named in the articles of a profile, those of most articles first.
_BESIDE_THEM = """
SELECT id, list(name ORDER BY articles DESC, name)[:{most}] FROM (
    SELECT s.id, p.name, count(*) AS articles
    FROM seen s JOIN "MENTIONS:Article:Person" m ON m.source = s.article JOIN "Person" p ON p.id = m.target
    WHERE m.target <> s.id GROUP BY ALL
) GROUP BY id
"""

_HELD = """
SELECT h.source, h.post, h.status, coalesce(e.entity, h.target), p.region,
    min(nullif(h.first_seen, '')), max(h.last_seen)
FROM "HOLDS:Person:{label}" h JOIN wanted w ON w.id = h.source JOIN {places} p ON p.id = h.target
LEFT JOIN entity e ON e.label = '{label}' AND e.profile = h.target
GROUP BY ALL ORDER BY ALL
"""
_PLACES = {"Institution": '"Institution"', "Region": '(SELECT id, name AS region FROM "Region")'}


def _held(connection: duckdb.DuckDBPyConnection, codes: dict[str, str]) -> dict[str, tuple[Held, ...]]:
    """The posts of the profiles that lead to a place."""
    found: defaultdict[str, list[Held]] = defaultdict(list)
    for label, places in _PLACES.items():
        query = _HELD.format(label=label, places=places)
        for id_, post, status, place, region, first, last in _rows(connection, query):
            area = area_of(region, codes.get(region, ""))
            seen = {"first_seen": first or "", "last_seen": last or ""}
            found[id_].append(Held(post=post, status=status, place=place, area=area, **seen))
    return {id_: tuple(posts) for id_, posts in found.items()}


def codes_of_regions(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """The codes of regions by their names, of those that only one region bears."""
    query = 'SELECT name, max(code) FROM "Region" GROUP BY name HAVING count(DISTINCT code) = 1'
    return dict(connection.execute(query).fetchall())


def _lists(connection: duckdb.DuckDBPyConnection, query: str) -> dict[str, list[str]]:
    return dict(_rows(connection, query))


def _rows(connection: duckdb.DuckDBPyConnection, query: str) -> Iterator[Any]:
    found = connection.execute(query)
    while rows := found.fetchmany(_AT_A_TIME):
        yield from rows
