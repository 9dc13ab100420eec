import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from click.testing import CliRunner
from neo4j import GraphDatabase

from graph.cli import cli
from graph.engine import Graph
from graph.errors import ParameterError, QueryError, QueryRefusedError, QueryTimeoutError, ServerError
from graph.neo4j.engine import Neo4j
from graph.neo4j.server import Server
from tests.test_graph.servers import address

PEOPLE = """
MATCH (n) DETACH DELETE n
WITH count(*) AS none
CREATE (p:Person {region: 'Kota Lada', name: 'Hasan', id: 'p1', more: 1})
       -[:SAID {mode: 'direct', cue: 'kata', confidence: 0.5}]->
       (s:Statement {id: 's1', text: 'taat', modality: ['negated']})
"""


@pytest.fixture(scope="module")
def people(neo4j: Server) -> Iterator[Graph]:
    """A server with one person and what he said."""
    with GraphDatabase.driver(neo4j.url, auth=(neo4j.user, neo4j.password)) as driver:
        driver.execute_query(PEOPLE)
    with Graph.connect(neo4j.url, user=neo4j.user, password=neo4j.password) as graph:
        yield graph


def test_nodes_and_edges_come_as_label_and_properties_in_the_order_of_the_schema(people: Graph) -> None:
    (row,) = people.run("MATCH (p)-[e]->(s) RETURN p, e, s").rows
    person, said, statement = row
    assert list(person.items()) == [
        ("label", "Person"), ("id", "p1"), ("name", "Hasan"), ("region", "Kota Lada"), ("more", 1),
    ]  # fmt: skip
    assert list(said) == ["label", "cue", "mode", "confidence"]
    assert statement == {"label": "Statement", "id": "s1", "text": "taat", "modality": ["negated"]}


def test_paths_lists_and_maps_hold_plain_values(people: Graph) -> None:
    (row,) = people.run("MATCH p = (a)-[:SAID]->(b) RETURN p, [a, b], {of: a}, p IS NULL, null").rows
    path, pair, of, no, nothing = row
    assert [node["label"] for node in path["nodes"]] == ["Person", "Statement"]
    assert [edge["label"] for edge in path["rels"]] == ["SAID"]
    assert pair == path["nodes"]
    assert of == {"of": path["nodes"][0]}
    assert (no, nothing) == (False, None)


def test_days_moments_and_durations_are_those_of_python(people: Graph) -> None:
    query = "RETURN date('2024-01-02'), localdatetime('2024-01-02T03:04:05'), duration('P1M2DT3S')"
    assert people.run(query).rows == ((date(2024, 1, 2), datetime(2024, 1, 2, 3, 4, 5), timedelta(days=32, seconds=3)),)


def test_values_go_into_parameters(people: Graph) -> None:
    query = "MATCH (p:Person) WHERE p.name = $name RETURN p.id"
    assert people.run(query, {"name": "Hasan"}).rows == (("p1",),)
    assert not people.run(query, {"name": "x' OR true //"})
    with pytest.raises(ParameterError, match=r"no value for \$name"):
        people.run(query)


def test_rows_past_the_limit_are_left_out_and_told(people: Graph) -> None:
    query = "UNWIND range(1, 3000) AS x RETURN x"
    assert people.run(query, max_rows=3000).rows == tuple((x,) for x in range(1, 3001))
    assert not people.run(query, max_rows=3000).cut
    table = people.run(query, max_rows=2999)
    assert table.cut
    assert len(table) == 2999


def test_a_query_without_end_is_stopped_and_the_server_goes_on(people: Graph) -> None:
    query = "UNWIND range(1, 9000) AS a UNWIND range(1, 9000) AS b UNWIND range(1, 9000) AS c RETURN sum(a * b * c)"
    with pytest.raises(QueryTimeoutError, match=r"stopped after 0\.5 s"):
        people.run(query, seconds=0.5)
    assert people.run("RETURN 1 AS x").rows == ((1,),)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("MATCH (p:Person RETURN p", "Invalid input 'RETURN'"),
        ("RETURN x", "Variable `x` not defined"),
        ("RETURN 1 / 0", "by zero"),
    ],
)
def test_the_servers_own_errors_come_in_one_line(people: Graph, query: str, words: str) -> None:
    with pytest.raises(QueryError, match=words) as caught:
        people.run(query)
    assert "\n" not in str(caught.value)


def test_writing_is_refused_by_the_guard_and_by_the_transaction(people: Graph, neo4j: Server) -> None:
    with pytest.raises(QueryRefusedError):
        people.run("CREATE (n:Person)")
    engine = Neo4j.connect(address(neo4j))
    with pytest.raises(QueryError, match="Writing in read access mode"):
        engine.answer("CREATE (n:Person) RETURN n", {}, seconds=5, max_rows=1)
    engine.close()
    assert people.run("MATCH (n) RETURN count(n)").rows == ((2,),)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"url": "bolt://127.0.0.1:1"}, "does not answer"),
        ({"url": "http://127.0.0.1:7474"}, "no address of a Neo4j server; try bolt://"),
        ({"url": "bolt://127.0.0.1:siapa"}, "no address of a Neo4j server; try bolt://"),
        ({"url": "bolt://[127.0.0.1"}, "no address of a Neo4j server; try bolt://"),
        ({"password": "wrong"}, r"does not let 'neo4j' in \(the one given is wrong\)"),
        ({"password": ""}, r"does not let 'neo4j' in \(none is given\).*WARTAGRAF_NEO4J_PASSWORD"),
    ],
)
def test_a_server_that_cannot_be_had_is_told(neo4j: Server, change: dict[str, str], words: str) -> None:
    login: dict[str, Any] = {"url": neo4j.url, "user": neo4j.user, "password": neo4j.password} | change
    with pytest.raises(ServerError, match=words) as caught:
        Graph.connect(**login)
    assert "\n" not in str(caught.value)


def test_a_database_that_is_not_there_is_told(neo4j: Server) -> None:
    with pytest.raises(ServerError, match=r"'nowhere'.*name another"):
        Graph.connect(neo4j.url, user=neo4j.user, password=neo4j.password, database="nowhere")


def test_the_commands_ask_a_server(people: Graph, neo4j: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARTAGRAF_NEO4J_PASSWORD", neo4j.password)
    query = "MATCH (p:Person) RETURN p.name AS name"
    done = CliRunner().invoke(cli, ["cypher", query, "--neo4j", neo4j.url, "--json"])
    assert not done.exception
    assert json.loads(done.stdout) == [{"name": "Hasan"}]
    done = CliRunner().invoke(cli, ["ask", "person", "--id", "p1", "--neo4j", neo4j.url, "--json"])
    assert not done.exception
    assert [row["name"] for row in json.loads(done.stdout)] == ["Hasan"]
