"""Loading into a real Neo4j server: what was staged stands there, once, whatever happened before."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from neo4j import Driver, GraphDatabase

from extract.rules.registry import KnownRule
from graph.errors import LoadError, ServerError
from graph.loading import GraphCounts
from graph.neo4j.cypher import LOADING
from graph.neo4j.loading import check_server, counted, load_neo4j
from graph.neo4j.server import Server
from tests.test_graph.servers import Pair, address, awkward, rows_of, staged_rows

Same = Callable[..., GraphCounts]
OTHERS = "CREATE (:Person {id: 'lain', name: 'Orang lain'})-[:MENTIONS {n: 1}]->(:Catatan {isi: 'milik orang'})"

LOADER = """
import json, sys
from pathlib import Path
from graph.layout import tables
from graph.neo4j.loading import load_neo4j
from graph.options import Address

given = json.loads(sys.argv[1])
staged = [(spec, Path(given["files"][spec.name][0]), given["files"][spec.name][1]) for spec in tables()]
load_neo4j(staged, Address(**given["server"]), Path(given["folder"]))
"""


@pytest.fixture
def driver(neo4j: Server) -> Iterator[Driver]:
    """A driver of the server, whose database is empty."""
    with GraphDatabase.driver(neo4j.url, auth=(neo4j.user, neo4j.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        yield driver


@pytest.fixture
def loaded_same(neo4j: Server, driver: Driver, tmp_path: Path, small_registry: dict[str, KnownRule]) -> Same:
    """Loads pairs and sees that the server then holds just their rows, value by value."""

    def load(pairs: list[Pair], **settings: Any) -> GraphCounts:
        with staged_rows(pairs, tmp_path, registry=small_registry) as (staged, rows):
            counts = load_neo4j(staged, address(neo4j), tmp_path, **settings)
            assert rows_of(driver, staged) == rows
            assert counts == counted(staged)
        return counts

    return load


def one(driver: Driver, query: str) -> Any:
    return driver.execute_query(query).records[0].value()  # type: ignore[arg-type]


def test_every_property_of_every_row_reads_back_equal_and_loading_twice_changes_nothing(
    loaded_same: Same, driver: Driver, small_corpus: list[Pair]
) -> None:
    pairs = [*small_corpus, awkward(small_corpus[0], "canggung")]
    counts = loaded_same(pairs)
    names = "MATCH ()-[e]->() WITH elementId(e) AS e ORDER BY e RETURN collect(e)"
    before = one(driver, names)
    assert loaded_same(pairs) == counts
    assert one(driver, names) == before  # not one edge was made anew
    assert one(driver, "MATCH (n) RETURN count(n)") == sum(counts.nodes.values())
    assert one(driver, "MATCH ()-[e]->() RETURN count(e)") == sum(counts.edges.values())


def test_another_build_takes_the_place_of_the_earlier_one(loaded_same: Same, small_corpus: list[Pair]) -> None:
    loaded_same(small_corpus)
    article, record = small_corpus[2]
    elsewhere = replace(article, title="Judul baru", date="2024-04-01", outlet="Harian Lain")
    loaded_same([small_corpus[0], (elsewhere, record)])
    loaded_same(small_corpus)


def test_what_was_damaged_in_the_server_is_mended(loaded_same: Same, driver: Driver, small_corpus: list[Pair]) -> None:
    loaded_same(small_corpus)
    driver.execute_query("MATCH (:Person)-[e:SAID]->() WITH e LIMIT 2 DELETE e")
    driver.execute_query(
        "MATCH (a)-[e:CITES]->(b) WITH a, e, b LIMIT 2 CREATE (a)-[f:CITES]->(b) SET f = properties(e)"
    )
    driver.execute_query("MATCH (n:Region) WITH n LIMIT 1 DETACH DELETE n")
    loaded_same(small_corpus)


def test_nodes_of_others_are_not_joined_unless_that_is_said(
    loaded_same: Same, driver: Driver, small_corpus: list[Pair]
) -> None:
    driver.execute_query(OTHERS)
    with pytest.raises(LoadError, match=r"holds nodes that are not from here; .*--beside-others"):
        loaded_same(small_corpus)
    assert one(driver, "MATCH (n) RETURN count(n)") == 2


def test_nodes_and_edges_of_others_survive(loaded_same: Same, driver: Driver, small_corpus: list[Pair]) -> None:
    driver.execute_query(OTHERS)
    loaded_same(small_corpus, beside_others=True)
    note = (
        "MATCH (n:Catatan) MATCH (p:Person {name: 'Sarmila Dewanti'}) CREATE (n)-[:TENTANG]->(p) SET p.catatan = 'ya'"
    )
    driver.execute_query(note)
    loaded_same(small_corpus[:1], beside_others=True)
    found = (
        "MATCH (:Person {id: 'lain', name: 'Orang lain'})-[e:MENTIONS {n: 1}]->(:Catatan {isi: 'milik orang'}) RETURN"
    )
    assert one(driver, f"{found} count(e)") == 1
    assert one(driver, "MATCH (:Catatan)-[:TENTANG]->(p:Person) RETURN p.catatan") == "ya"


def test_a_load_that_was_killed_goes_on_where_it_stopped(
    neo4j: Server, driver: Driver, small_corpus: list[Pair], tmp_path: Path
) -> None:
    many = [(replace(a, id=f"{a.id}-{n}"), replace(r, id=f"{a.id}-{n}")) for n in range(300) for a, r in small_corpus]
    loading = f"MATCH (n:{LOADING}) RETURN count(n)"
    with staged_rows(many, tmp_path) as (staged, rows):
        files = {spec.name: [str(file), count] for spec, file, count in staged}
        given = json.dumps({"files": files, "server": asdict(address(neo4j)), "folder": str(tmp_path)})
        process = subprocess.Popen([sys.executable, "-c", LOADER, given])
        try:
            _wait_for_statements(driver, process)
        finally:
            process.kill()
            process.wait()
        assert one(driver, loading) == 1
        assert rows_of(driver, staged) != rows
        load_neo4j(staged, address(neo4j), tmp_path)
        assert rows_of(driver, staged) == rows
    assert one(driver, loading) == 0


def _wait_for_statements(driver: Driver, process: subprocess.Popen[bytes]) -> None:
    while not one(driver, "MATCH (n:Statement) RETURN count(n)"):
        assert process.poll() is None
        time.sleep(0.01)


@pytest.mark.parametrize(
    ("other", "message"),
    [
        ({"password": "salah"}, "does not let 'neo4j' in .*WARTAGRAF_NEO4J_PASSWORD"),
        ({"password": ""}, "does not let 'neo4j' in .none is given.*WARTAGRAF_NEO4J_PASSWORD"),
        ({"url": "bolt://127.0.0.1:1"}, "does not answer .*check address and port"),
        ({"url": "http://127.0.0.1:7474"}, "no address of a Neo4j server; try bolt://"),
        ({"url": "bolt://neo4j:rahasia@127.0.0.1:1"}, "--user and the variable WARTAGRAF_NEO4J_PASSWORD"),
        ({"database": "tiada"}, "database 'tiada'.*name another with --database"),
    ],
)
def test_a_server_that_cannot_be_used_is_told_in_one_line(neo4j: Server, other: dict[str, str], message: str) -> None:
    with pytest.raises(ServerError, match=message) as told:
        check_server(address(neo4j, **other), beside_others=True)
    assert "\n" not in str(told.value)
    assert "rahasia" not in str(told.value)
