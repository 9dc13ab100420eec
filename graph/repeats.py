"""Which articles repeat one another, and which statements in them: agency copy, reposts, one release in five papers.

Sketches (MinHash) of the articles' runs of four words, cut into bands, give candidates: those that agree in a band, and
in some more values. The runs themselves then tell how much of the shorter text stands in the other. Nothing depends on
the order in which articles come in, and the time grows with their number, not with that of their pairs. All of it is
done in DuckDB over the tables of a graph in the making.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from graph.sketches import LEAST, VALUES, Hashes, runs_of

# Part of the shorter text from which an article repeats another. On 19,379 news texts the pairs above 0.9 are reposts;
# those between 0.7 and 0.8 mostly cut or rewritten releases, some only share a long background.
ENOUGH = 0.7
ENOUGH_SAID = 0.8  # the same of two statements in articles that repeat one another; their numbers must be the same

_BATCH = 1_000  # pairs of texts compared at a time
_NUMBER = re.compile(r"\d+")

# Measured by tests/bench/repeats.py; rerun it after a change. Two articles of which j of all runs stand in both meet
# in a band with the chance 1 - (1 - j²)³²: 0.99 where half of a release was cut and a tenth of it added (j 0.36).
BANDS = 32
ROWS = VALUES // BANDS  # sketched values a band
ALIKE = 10  # sketched values that candidates share: 85 of 100 pairs do where j is 0.2, 10 of 100 where it is 0.1

Link = tuple[int, int, int, float]  # ranks of the later one, the earlier one, the first of all; the share
LinkSaid = tuple[str, str, float]  # the later statement, the earlier one, the share


def find_repeats(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the two tables of REPEATS from those of articles, statements, their places, and ``sketches``.

    Of the articles that have a sketch each is linked to the earliest that it repeats; an undated one counts as the
    latest. A statement is linked to the first of nearly the same words in articles that repeat one another.
    """
    for step in (_RANKED, _CANDIDATE, _LINK, _SAID_AGAIN):
        connection.execute(step)
    _insert(connection, "link", list(zip(*_links(connection), strict=True)))
    connection.execute(_REPEATED)
    _insert(connection, '"REPEATS:Statement:Statement"', list(zip(*_links_said(connection), strict=True)))
    for table in ("candidate", "link", "ranked"):
        connection.execute(f"DROP TABLE {table}")


def _insert(connection: duckdb.DuckDBPyConnection, table: str, columns: Sequence[Sequence[Any]]) -> None:
    if columns:
        rows = pa.table([pa.array(column) for column in columns], names=[f"c{n}" for n in range(len(columns))])
        connection.register("found", rows)
        connection.execute(f"INSERT INTO {table} SELECT * FROM found")  # noqa: S608 - a name of ours
        connection.unregister("found")


def _links(connection: duckdb.DuckDBPyConnection) -> Iterator[Link]:
    """Each later article with the earliest of its candidates that it repeats, in order of rank.

    Each article is compared with the first and the nearest before it in each of its bands, so that a thousand
    copies of one release give a thousand links and not a million.
    """
    firsts: dict[int, int] = {}
    for later, earlier, share in _shares(connection):
        if share >= ENOUGH and later not in firsts:
            firsts[later] = firsts.get(earlier, earlier)
            yield later, earlier, firsts[later], round(share, 3)


def _shares(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[int, int, float]]:
    """The candidates, with the part of the shorter one's runs of words that both have."""
    pairs = connection.execute(_PAIRS)
    while batch := pairs.fetchmany(_BATCH):
        texts = {rank: text for later, earlier, one, other in batch for rank, text in ((later, one), (earlier, other))}
        runs = dict(zip(texts, map(np.unique, runs_of(list(texts.values()))), strict=True))
        for later, earlier, _, _ in batch:
            yield later, earlier, _share(runs[later], runs[earlier])


def _share(one: Hashes, other: Hashes) -> float:
    least = min(len(one), len(other))
    return len(np.intersect1d(one, other, assume_unique=True)) / least if least >= LEAST else 0.0


def _links_said(connection: duckdb.DuckDBPyConnection) -> Iterator[LinkSaid]:
    said = connection.execute(_SAID)
    rows = (row for batch in iter(lambda: said.fetchmany(_BATCH), []) for row in _with_runs(batch))
    for _, cluster in groupby(rows, itemgetter(0)):
        yield from _said_again(cluster)


def _with_runs(rows: Sequence[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """The rows of statements, each with the runs of its words."""
    runs = runs_of([words for _, _, _, words in rows])
    return ((*row, own) for row, own in zip(rows, runs, strict=True))


def _said_again(rows: Iterable[tuple[Any, ...]]) -> Iterator[LinkSaid]:
    """The links between the statements of one cluster, which come by the rank of their articles."""
    firsts: list[tuple[str, int, list[str], frozenset[int]]] = []
    worded: dict[str, int] = {}  # places in ``firsts`` by the words
    holding: defaultdict[int, list[int]] = defaultdict(list)  # places in ``firsts`` by the runs they have
    for _, rank, statement, words, hashes in rows:
        if words in worded:
            first, common = worded[words], 1.0
        else:
            runs, numbers = frozenset(hashes.tolist()), _NUMBER.findall(words)
            met = sorted({place for run in runs for place in holding[run]})
            near = ((place, _common(runs, firsts[place][3])) for place in met if firsts[place][2] == numbers)
            first, common = next((found for found in near if found[1] >= ENOUGH_SAID), (len(firsts), 0.0))
        if not common:
            firsts.append((statement, rank, numbers, runs))
            if runs:
                worded[words] = first
            for run in runs:
                holding[run].append(first)
        elif firsts[first][1] != rank:  # not twice in one article
            yield statement, firsts[first][0], round(common, 3)


def _common(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / min(len(one), len(other))


_RANKED = """
    CREATE TABLE ranked AS
    SELECT row_number() OVER (ORDER BY coalesce(nullif(date, ''), '9999'), article) AS rank, article, sketch
    FROM sketches JOIN "Article" ON id = article
"""
_CANDIDATE = f"""
    CREATE TABLE candidate AS
    WITH band AS (
             SELECT rank, hash(number, sketch[{ROWS} * number + 1 : {ROWS} * (number + 1)]) AS hash
             FROM ranked, range({BANDS}) numbers(number)),
         common AS (SELECT hash FROM band GROUP BY hash HAVING count(*) > 1),
         met AS (SELECT rank AS later,
                        first_value(rank) OVER (PARTITION BY hash ORDER BY rank) AS first,
                        lag(rank) OVER (PARTITION BY hash ORDER BY rank) AS nearest
                 FROM band SEMI JOIN common USING (hash)),
         near AS (SELECT later, first AS earlier FROM met WHERE first < later
                  UNION SELECT later, nearest FROM met WHERE nearest < later)
    SELECT later, earlier
    FROM near JOIN ranked one ON one.rank = later JOIN ranked other ON other.rank = earlier
    WHERE list_sum(list_transform(range(1, {VALUES + 1}), lambda i: (one.sketch[i] = other.sketch[i])::INT)) >= {ALIKE}
"""  # noqa: S608 - our own numbers
_PAIRS = """
    WITH compared AS (SELECT later AS rank FROM candidate UNION SELECT earlier FROM candidate),
         body AS MATERIALIZED (
             SELECT rank, text FROM "Article" JOIN ranked ON article = id SEMI JOIN compared USING (rank))
    SELECT later, earlier, one.text, other.text
    FROM candidate JOIN body one ON one.rank = later JOIN body other ON other.rank = earlier
    ORDER BY later, earlier
"""
_REPEATED = """
    CREATE TABLE "REPEATS:Article:Article" AS
    SELECT l.article AS source, e.article AS target, share
    FROM link JOIN ranked l ON l.rank = later JOIN ranked e ON e.rank = earlier
"""
_LINK = "CREATE TABLE link(later BIGINT, earlier BIGINT, first BIGINT, share DOUBLE)"
_SAID_AGAIN = 'CREATE TABLE "REPEATS:Statement:Statement"(source VARCHAR, target VARCHAR, share DOUBLE)'
_SAID = """
    WITH cluster AS (SELECT later AS rank, first FROM link UNION SELECT first, first FROM link)
    SELECT first, rank, s.id, s.text
    FROM cluster JOIN ranked USING (rank)
         JOIN "REPORTED_IN:Statement:Article" r ON r.target = article
         JOIN "Statement" s ON s.id = r.source
    ORDER BY first, rank, s.id
"""
