"""Who spoke where an article names only a post: its holder of those days, where the articles know just one.

"Kepala Satpol PP Kota X mengatakan ..." without a name is bound to whoever other articles call so around that day. It
is never bound where two have been called so, nor an acting holder to a post that is named without that, nor the
reverse. The edge SAID says that it was found so.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

import duckdb
import pyarrow as pa

from extract.naming.posts import long_form
from graph.identity.areas import area_of
from graph.identity.gathering import codes_of_regions
from graph.identity.institutions import area_in, area_of_profile, core_of
from graph.identity.posts import is_single, post_of
from graph.places import regions_called

BY_POST = "post"  # SAID.how
_DAYS = 90  # a holder counts so long before the first and behind the last article that calls somebody so; set by hand
_LESS_SURE = 0.8  # of the confidence that the words and their attribution have; set by hand
_ACTING = ("penjabat ", "pelaksana tugas ", "pelaksana harian ", "penjabat sementara ")
_CACHED = 65_536  # phrases remembered

Place = tuple[str, str]  # the core of an institution's name, or "" for a region; and the area


class Holder(NamedTuple):
    """Somebody who held a post, by the articles that say so."""

    person: str
    acting: bool
    first: date
    last: date


Holders = dict[tuple[str, Place], list[Holder]]


def speak_by_post(connection: duckdb.DuckDBPyConnection) -> int:
    """Add to the table SAID who spoke by post, and give how many statements that binds.

    ``connection`` has the tables of the graph in the making and the table ``entity``.
    """
    holders = _holders(connection)
    said = []
    for id_, words, day, cue, mode, confidence in connection.execute(_UNNAMED).fetchall():
        phrase = words.removeprefix("?")
        if person := holder_at(holders, phrase, day):
            said.append((person, id_, cue or "", mode, confidence * _LESS_SURE, phrase, BY_POST))
    if said:
        names = ("source", "target", "cue", "mode", "confidence", "post", "how")
        _add(connection, pa.table(dict(zip(names, map(list, zip(*said, strict=True)), strict=True))))
    return len(said)


def holder_at(holders: Holders, phrase: str, day: date) -> str:
    """The one person who held the post that ``phrase`` names around ``day``, "" where none or several are known."""
    written_out = f"{long_form(phrase)} "
    if "mantan " in written_out:
        return ""
    acting = written_out.startswith(_ACTING)
    for reading in _readings(phrase):
        around = [holder for holder in holders.get(reading, ()) if _near(holder, day)]
        if around:
            people = {holder.person for holder in around}
            one_manner = all(holder.acting == acting for holder in around)
            return people.pop() if len(people) == 1 and one_manner else ""
    return ""


def _near(holder: Holder, day: date) -> bool:
    return holder.first - timedelta(_DAYS) <= day <= holder.last + timedelta(_DAYS)


@lru_cache(_CACHED)
def _readings(phrase: str) -> tuple[tuple[str, Place], ...]:
    """A phrase read as a post and its place, each way it can be cut: "Kepala | Satpol PP Kota X"."""
    words = phrase.split()
    cuts = ((post_of(" ".join(words[:cut])), " ".join(words[cut:])) for cut in range(1, len(words)))
    return tuple((post, place) for post, rest in cuts if is_single(post) for place in _places(rest))


def _places(words: str) -> Iterator[Place]:
    """The places that words can name: a region, or an institution with its region in its name or of the country."""
    regions = regions_called(words)
    if len(regions) == 1:
        yield "", regions[0].code
    if area := area_of_profile("", words, "council", area_in(words)):
        yield core_of(words, area), area


def _holders(connection: duckdb.DuckDBPyConnection) -> Holders:
    """Who is known to have held which post, with the days; not those who are only said to have held it once."""
    codes = codes_of_regions(connection)
    found: Holders = defaultdict(list)
    for person, post, status, id_, name, kind, region, first, last in connection.execute(_HELD).fetchall():
        if not is_single(post_of(post)):
            continue
        area = area_of(region, codes.get(region, ""))
        if kind is not None:
            area = area_of_profile(id_, name, kind, area)
        place = (core_of(name, area) if kind is not None else "", area)
        found[post_of(post), place].append(Holder(person, status == "acting", first, last))
    return found


def _add(connection: duckdb.DuckDBPyConnection, rows: pa.Table) -> None:
    connection.register("spoken", rows)
    connection.execute("CREATE TABLE said_by_post AS FROM spoken")
    connection.unregister("spoken")
    if connection.execute("SELECT 1 FROM duckdb_views() WHERE view_name = 'SAID:Person:Statement'").fetchone():
        connection.execute('ALTER VIEW "SAID:Person:Statement" RENAME TO said_by_name')
        connection.execute(_BOTH)
    else:
        connection.execute('INSERT INTO "SAID:Person:Statement" BY NAME FROM said_by_post')


_BOTH = 'CREATE VIEW "SAID:Person:Statement" AS FROM said_by_name UNION ALL BY NAME FROM said_by_post'

# Statements of nobody named, of articles with a day.
_UNNAMED = """
SELECT s.id, s.speaker_name, day, substr(a.text, s.cue_at[1] + 1, s.cue_at[2] - s.cue_at[1]), s.mode, s.confidence
FROM (SELECT *, try_cast(date AS DATE) AS day FROM "Statement" WHERE speaker_name LIKE '?% %') s
JOIN "REPORTED_IN:Statement:Article" r ON r.source = s.id JOIN "Article" a ON a.id = r.target
ANTI JOIN "SAID:Person:Statement" p ON p.target = s.id
ANTI JOIN "SAID:Institution:Statement" i ON i.target = s.id
WHERE day IS NOT NULL ORDER BY s.id
"""

_HELD = """
SELECT coalesce(e.entity, h.source) AS person, post, status, place, name, kind, region,
    min(try_cast(first_seen AS DATE)) AS first, max(try_cast(last_seen AS DATE)) AS last
FROM (
    SELECT source, post, status, i.id AS place, i.name, i.kind, i.region, first_seen, last_seen
    FROM "HOLDS:Person:Institution" JOIN "Institution" i ON i.id = target
    UNION ALL
    SELECT source, post, status, r.id, r.name, NULL, r.name, first_seen, last_seen
    FROM "HOLDS:Person:Region" JOIN "Region" r ON r.id = target
) h LEFT JOIN entity e ON e.label = 'Person' AND e.profile = h.source
WHERE status IN ('', 'acting') AND try_cast(first_seen AS DATE) IS NOT NULL
GROUP BY ALL ORDER BY ALL
"""
