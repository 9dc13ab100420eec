"""What becomes of rows that several articles give, and of profiles that are one entity."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq

from corpus.article import Article
from extract.record import Record
from graph.engine import Graph
from graph.layout import TableSpec
from graph.loading import build_graph
from graph.merging import column_names, open_merging, read_parts
from graph.parquet import ParquetFile
from graph.schema import Merge, Node, Property, Type
from graph.staging import staged_tables

Pair = tuple[Article, Record]

NODE = Node(label="Thing", doc="", properties=())
SPEC = TableSpec(
    "Thing",
    (
        Property("id", Type.STRING, "", Merge.MIN),
        Property("longest", Type.STRING, ""),
        Property("first", Type.STRING, "", Merge.MIN),
        Property("last", Type.STRING, "", Merge.MAX),
        Property("year", Type.INTEGER, "", Merge.MIN),
        Property("sum", Type.INTEGER, "", Merge.SUM),
        Property("any", Type.BOOLEAN, "", Merge.MAX),
        Property("all", Type.STRINGS, "", Merge.UNION),
    ),
    ("id",),
    NODE,
)
GIVEN: list[tuple[Any, ...]] = [
    ("x", "Budi", "", "", None, 1, False, ["Budi"]),
    ("x", "Élan", "2024-02-01", "2024-02-01", 2020, 2, True, ["b", "a"]),
    ("x", "Adi", "2024-01-01", "2024-01-01", 2019, 0, False, []),
    ("y", "", "", "", None, 1, False, []),
]
WANTED = [
    ("x", "Élan", "2024-01-01", "2024-02-01", 2019, 3, True, ["Budi", "a", "b"]),
    ("y", "", "", "", None, 1, False, []),
]


def merged(rows: Iterable[tuple[Any, ...]], folder: Path) -> list[tuple[Any, ...]]:
    file = ParquetFile(SPEC, folder / "part")
    file.add(rows)
    file.close()
    with open_merging(folder) as connection:
        read_parts(connection, SPEC, [file.path])
        return connection.execute('SELECT * FROM "Thing" ORDER BY id').fetchall()


def test_rows_with_one_key_become_one_by_the_rules_of_the_schema_in_any_order(tmp_path: Path) -> None:
    for order in permutations(GIVEN):
        assert merged(order, tmp_path) == WANTED


def join_hasans(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes both men called Hasan the one with the smaller id."""
    connection.execute("CREATE TABLE entity(label VARCHAR, profile VARCHAR, entity VARCHAR)")
    connection.execute(
        """INSERT INTO entity
           SELECT 'Person', id, (SELECT min(id) FROM "Person" WHERE name = 'Hasan') AS entity
           FROM "Person" WHERE name = 'Hasan' AND id != entity"""
    )


def test_profiles_that_are_one_entity_become_one_node_with_all_its_edges(
    small_corpus: list[Pair], tmp_path: Path
) -> None:
    apart = build_graph(small_corpus, tmp_path / "apart")
    joined = build_graph(small_corpus, tmp_path / "joined", joined=join_hasans)
    assert joined.nodes["Person"] == apart.nodes["Person"] - 1
    assert joined.edges["SAID"] == apart.edges["SAID"]
    with Graph.open(tmp_path / "joined") as graph:
        said = graph.run("MATCH (p:Person {name: 'Hasan'})-[:SAID]->(s) RETURN count(DISTINCT p.id), count(s)")
        held = graph.run("MATCH (p:Person {name: 'Hasan'})-[h:HOLDS]->(x) RETURN count(h)")
    assert said.rows == ((1, 3),)
    assert held.rows == ((2,),)


def test_a_post_that_two_profiles_hold_is_held_once_by_their_entity(small_corpus: list[Pair], tmp_path: Path) -> None:
    article, record = small_corpus[2]
    named = replace(record.entities[0], name="Hasan Basri")
    again = (
        replace(article, id="again", date="2024-06-01"),
        replace(record, id="again", entities=(named, *record.entities[1:])),
    )

    def join(connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute(
            "CREATE TABLE entity AS SELECT 'Person' AS label, a.id AS profile, b.id AS entity"
            """ FROM "Person" a, "Person" b WHERE a.name = 'Hasan' AND b.name = 'Hasan Basri'"""
        )

    build_graph([(article, record), again], tmp_path / "g", joined=join)
    with Graph.open(tmp_path / "g") as graph:
        held = graph.run("MATCH (p:Person)-[h:HOLDS]->(x) RETURN p.name, h.first_seen, h.last_seen, h.articles")
    assert held.rows == (("Hasan Basri", "2024-03-05", "2024-06-01", 2),)


def test_each_table_is_one_file_with_its_columns_and_rows(small_corpus: list[Pair], tmp_path: Path) -> None:
    with staged_tables(small_corpus, tmp_path / "g") as staged:
        for spec, path, rows in staged:
            found = pq.read_table(path)
            assert found.column_names == column_names(spec)
            assert found.num_rows == rows
        assert sum(rows for spec, _, rows in staged if spec.name == "Article") == 4
    assert list(tmp_path.iterdir()) == []
