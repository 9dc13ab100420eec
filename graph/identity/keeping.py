"""What a build keeps of its joining, beside the graph: profiles with their entities and articles, and the judgements.

Four Parquet files in a folder: ``profile``, ``appearance`` (which article names which profile, and how many of its
statements are there), ``judged``, and ``replayed`` (ids of the judgements of people that were known). They say no more
than a build would say again; review reads them.
"""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

import duckdb

from graph.identity.joining import Outcome, join
from graph.identity.judgements import Judgement


class Joiner:
    """Joins the profiles of a graph in the making by ``judgements`` and keeps what it found for ``folder``.

    To be given to ``build_graph`` as ``joined``. Once the graph is in its place, ``settle`` puts what was kept into its
    own; ``outcome`` tells what became of it.
    """

    def __init__(self, judgements: Sequence[Judgement], folder: Path) -> None:
        self.outcome = Outcome()
        self._judgements = judgements
        self._folder = folder
        self._new = folder.with_name(f".{folder.name}.new")

    def __call__(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Make the table ``entity``."""
        self.outcome = join(connection, self._judgements)
        shutil.rmtree(self._new, ignore_errors=True)
        keep(connection, self._new, self._judgements)

    def settle(self) -> None:
        """Put what was kept in the place of what an earlier build kept."""
        if self._new.exists():
            shutil.rmtree(self._folder, ignore_errors=True)
            self._new.replace(self._folder)


def keep(connection: duckdb.DuckDBPyConnection, folder: Path, judgements: Iterable[Judgement] = ()) -> None:
    """Write what ``join`` found into ``folder``; ``connection`` has the tables of the graph and those that it made."""
    folder.mkdir(parents=True, exist_ok=True)
    connection.execute("CREATE OR REPLACE TEMP TABLE replayed(id VARCHAR)")
    connection.execute("INSERT INTO replayed SELECT unnest(?::VARCHAR[])", [[j.id for j in judgements]])
    for table, query in _QUERIES.items():
        connection.execute(f"COPY ({query}) TO {_quoted(folder / f'{table}.parquet')} (FORMAT parquet)")


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


_PROFILE = """
SELECT p.label, p.id, coalesce(e.entity, p.id) AS entity, p.name, p.region, coalesce(r.code, '') AS code, p.bound,
    p.aliases, coalesce(articles, 0) AS articles, coalesce(first_seen, '') AS first_seen,
    coalesce(last_seen, '') AS last_seen
FROM (
    SELECT 'Person' AS label, id, name, region, office AS bound, aliases FROM "Person"
    UNION ALL SELECT 'Institution', id, name, region, kind, aliases FROM "Institution"
) p
LEFT JOIN entity e ON e.label = p.label AND e.profile = p.id
LEFT JOIN (SELECT name, max(code) AS code FROM "Region" GROUP BY name HAVING count(DISTINCT code) = 1) r
    ON r.name = p.region
LEFT JOIN (
    SELECT m.target AS id, count(*) AS articles, min(day)::VARCHAR AS first_seen, max(day)::VARCHAR AS last_seen
    FROM (FROM "MENTIONS:Article:Person" UNION ALL FROM "MENTIONS:Article:Institution") m
    JOIN (SELECT id, try_cast(date AS DATE) AS day FROM "Article") a ON a.id = m.source GROUP BY m.target
) seen USING (id)
ORDER BY label, entity, id
"""
_APPEARANCE = """
SELECT '{label}' AS label, m.target AS profile, m.source AS article, coalesce(s.statements, 0) AS statements
FROM "MENTIONS:Article:{label}" m LEFT JOIN (
    SELECT said.source AS profile, r.target AS article, count(*) AS statements
    FROM "SAID:{label}:Statement" said JOIN "REPORTED_IN:Statement:Article" r ON r.source = said.target GROUP BY ALL
) s ON s.profile = m.target AND s.article = m.source
"""
_APPEARANCES = " UNION ALL ".join(_APPEARANCE.format(label=label) for label in ("Person", "Institution"))
_QUERIES = {
    "profile": _PROFILE,
    "appearance": f"FROM ({_APPEARANCES}) ORDER BY ALL",
    "judged": "FROM judged",
    "replayed": "FROM replayed",
}
