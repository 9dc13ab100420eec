"""Where the profiles of judgements are now: ids change when extraction does, what an article says of a name stays."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.identity.judgements import Decision, Judgement, Side
from graph.identity.naming import plain, plain_person
from graph.identity.people import agreement, person_name

if TYPE_CHECKING:
    import duckdb


def located(
    connection: "duckdb.DuckDBPyConnection", label: str, judgements: Iterable[Judgement]
) -> tuple[list[Judgement], list[Judgement]]:
    """The judgements with the ids that profiles of ``label`` have now, and those of whose sides one is gone.

    A side is the profile of its id; where there is none, that of its article with its name.
    """
    found: list[Judgement] = []
    lost: list[Judgement] = []
    given = list(judgements)
    here = _here(connection, label, given)
    for judgement in given:
        if judgement.decision in (Decision.UNDO, Decision.APART):
            found.append(judgement)
            continue
        sides = [_located(connection, label, side, here) for side in (judgement.one, judgement.other)]
        if sides[0] and sides[1]:
            found.append(replace(judgement, one=sides[0], other=sides[1]))
        else:
            lost.append(judgement)
    return found, lost


def _here(connection: "duckdb.DuckDBPyConnection", label: str, judgements: Iterable[Judgement]) -> frozenset[str]:
    """The ids of sides that profiles of ``label`` have; asked for at once, as there may be thousands."""
    ids = sorted({side.profile for j in judgements for side in (j.one, j.other) if side})
    query = f'SELECT id FROM "{label}" WHERE id IN (SELECT unnest(?::VARCHAR[]))'  # noqa: S608 - a label
    return frozenset(row[0] for row in connection.execute(query, [ids]).fetchall())


def _located(
    connection: "duckdb.DuckDBPyConnection", label: str, side: Side | None, here: frozenset[str]
) -> Side | None:
    if side is None or side.profile in here:
        return side
    named = connection.execute(_OF_ARTICLE.format(label=label), [side.article]).fetchall()
    exact = [id_ for id_, name in named if plain(name) == plain(side.name)]
    alike = [id_ for id_, name in named if _alike(label, name, side.name)]
    fitting = exact or alike
    return replace(side, profile=fitting[0]) if len(fitting) == 1 else None


_OF_ARTICLE = """
SELECT t.id, t.name FROM "MENTIONS:Article:{label}" m JOIN "{label}" t ON t.id = m.target
WHERE m.source = ? ORDER BY ALL
"""


def _alike(label: str, name: str, other: str) -> bool:
    if label == "Institution":
        return False
    return plain_person(name) == plain_person(other) or agreement(person_name(name), person_name(other)) is not None
