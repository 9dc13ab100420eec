"""Which articles repeat one another, and which statements in them: agency copy, reposts, one release in five papers.

MinHash sketches of the articles' runs of four words, cut into bands, give candidates: those that agree in a band.
The runs themselves then tell how much of the shorter text stands in the other. Nothing depends on the order in which
articles come in, and the time grows with their number, not with that of their pairs.
"""

import re
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from rensa import RMinHash

from corpus.likeness import share, shingles

# Measured by tests/bench/repeats.py; rerun it after a change. Two articles of which j of all runs stand in both meet
# in a band with the chance 1 - (1 - j²)³²: 0.99 where half of a release was cut and a tenth of it added (j 0.36).
BANDS = 32
ROWS = 2  # sketched values a band
_SEED = 1

# Part of the shorter text from which an article repeats another. On 19,379 news texts the pairs above 0.9 are reposts;
# those between 0.7 and 0.8 mostly cut or rewritten releases, some only share a long background.
ENOUGH = 0.7
LEAST = 20  # runs of words; shorter texts say nothing about the origin
ENOUGH_SAID = 0.8  # the same of two statements in articles that repeat one another; their numbers must be the same

_NUMBER = re.compile(r"\d+")
_UNDATED = "9999"  # the latest

Link = tuple[str, str, float]  # the later one, the earlier one, the share


class Repeats:
    """Finds, among all articles added, the earliest that each one repeats; keeps its notes in ``database``."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        database.execute("CREATE TABLE text(key INTEGER PRIMARY KEY, day TEXT, article TEXT, runs BLOB)")
        database.execute("CREATE TABLE band(hash INTEGER, key INTEGER)")
        database.execute("CREATE TABLE said(key INTEGER, statement TEXT, numbers TEXT, runs BLOB)")
        self._linked = False

    def add(self, article: str, date: str, text: str, statements: Iterable[tuple[str, str]] = ()) -> None:
        """Take note of an article and its statements, ids with words; an undated one counts as the latest."""
        runs = shingles(text)
        if len(runs) < LEAST:
            return
        execute = self._database.execute
        key = execute(
            "INSERT INTO text(day, article, runs) VALUES (?, ?, ?)", (date or _UNDATED, article, _blob(runs))
        ).lastrowid
        self._database.executemany("INSERT INTO band VALUES (?, ?)", ((band, key) for band in _bands(runs)))
        said = ((key, id_, " ".join(_NUMBER.findall(words)), _blob(shingles(words))) for id_, words in statements)
        self._database.executemany("INSERT INTO said VALUES (?, ?, ?, ?)", said)

    def articles(self) -> Iterator[Link]:
        """A later article, the earliest it repeats, and how much of the shorter text both have.

        Each article is compared with the first and the nearest before it in each of its bands, so that a thousand
        copies of one release give a thousand links and not a million.
        """
        self._link()
        yield from self._database.execute(_LINKS)

    def statements(self) -> Iterator[Link]:
        """A statement, the first of nearly the same words in articles that repeat one another, and their share."""
        self._link()
        for _, rows in groupby(self._database.execute(_SAID), itemgetter(0)):
            yield from _said_again(rows)

    def _link(self) -> None:
        """Find the links once: the table ``link`` holds them, with the first article of each cluster."""
        if self._linked:
            return
        execute = self._database.execute
        execute("CREATE TABLE ranked(rank INTEGER PRIMARY KEY, key INTEGER UNIQUE)")
        execute("INSERT INTO ranked SELECT row_number() OVER (ORDER BY day, article), key FROM text")
        execute("CREATE TABLE link(later INTEGER PRIMARY KEY, earlier INTEGER, first INTEGER, share REAL)")
        for later, pairs in groupby(execute(_CANDIDATES), itemgetter(0)):
            self._link_to_earliest(later, [earlier for _, earlier in pairs])
        self._linked = True

    def _link_to_earliest(self, later: int, candidates: Iterable[int]) -> None:
        execute = self._database.execute
        mine = frozenset(array("I", execute(_RUNS, (later,)).fetchone()[0]))
        for earlier in candidates:
            common = share(mine, frozenset(array("I", execute(_RUNS, (earlier,)).fetchone()[0])))
            if common >= ENOUGH:
                before = execute("SELECT first FROM link WHERE later = ?", (earlier,)).fetchone()
                row = (later, earlier, before[0] if before else earlier, round(common, 3))
                execute("INSERT INTO link VALUES (?, ?, ?, ?)", row)
                return


def _said_again(rows: Iterable[tuple[Any, ...]]) -> Iterator[Link]:
    """The links between the statements of one cluster, which come by the rank of their articles."""
    firsts: list[tuple[str, int, str, frozenset[int]]] = []
    holding: defaultdict[int, list[int]] = defaultdict(list)  # places in ``firsts`` by the runs they have
    for _, rank, statement, numbers, blob in rows:
        runs = frozenset(array("I", blob))
        met = sorted({place for run in runs for place in holding[run]})
        near = ((place, share(runs, firsts[place][3])) for place in met if firsts[place][2] == numbers)
        first, common = next((found for found in near if found[1] >= ENOUGH_SAID), (len(firsts), 0.0))
        if not common:
            firsts.append((statement, rank, numbers, runs))
            for run in runs:
                holding[run].append(first)
        elif firsts[first][1] != rank:  # not twice in one article
            yield statement, firsts[first][0], round(common, 3)


def _bands(runs: frozenset[int]) -> Iterator[int]:
    """The bands of a sketch, each as one number that says too which band it is."""
    (sketch,) = RMinHash.digest_matrix_from_token_hash_sets([list(runs)], BANDS * ROWS, _SEED).to_rows()
    for number in range(BANDS):
        yield hash((number, *sketch[number * ROWS : (number + 1) * ROWS]))


def _blob(runs: frozenset[int]) -> bytes:
    return array("I", sorted(runs)).tobytes()


_RUNS = "SELECT runs FROM text WHERE key = (SELECT key FROM ranked WHERE rank = ?)"
_CANDIDATES = """
    WITH met AS (
        SELECT rank AS later,
               first_value(rank) OVER (PARTITION BY hash ORDER BY rank) AS first,
               lag(rank) OVER (PARTITION BY hash ORDER BY rank) AS nearest
        FROM band JOIN ranked USING (key))
    SELECT later, first AS earlier FROM met WHERE first < later
    UNION SELECT later, nearest FROM met WHERE nearest < later
    ORDER BY later, earlier
"""
_LINKS = """
    SELECT l.article, e.article, share
    FROM link JOIN ranked a ON a.rank = later JOIN text l ON l.key = a.key
              JOIN ranked b ON b.rank = earlier JOIN text e ON e.key = b.key
    ORDER BY later
"""
_SAID = """
    WITH cluster AS (SELECT later AS rank, first FROM link UNION SELECT first, first FROM link)
    SELECT first, rank, statement, numbers, said.runs
    FROM cluster JOIN ranked USING (rank) JOIN said USING (key)
    ORDER BY first, rank, statement
"""
