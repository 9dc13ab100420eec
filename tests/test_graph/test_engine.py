from pathlib import Path

import pytest

from graph.engine import Graph
from graph.errors import (
    GraphFileError,
    GraphMissingError,
    ParameterError,
    QueryError,
    QueryRefusedError,
    QueryTimeoutError,
)


@pytest.mark.parametrize("make", [lambda p: None, lambda p: p.mkdir(), lambda p: p.touch()])
def test_without_a_graph_the_next_step_is_told(tmp_path: Path, make: object) -> None:
    path = tmp_path / "graph.lbug"
    make(path)  # type: ignore[operator]
    with pytest.raises(GraphMissingError, match="run `wartagraf build"):
        Graph.open(path)


def test_a_file_that_is_no_graph_is_told(tmp_path: Path) -> None:
    path = tmp_path / "graph.lbug"
    path.write_bytes(b"hello world" * 1000)
    with pytest.raises(GraphFileError, match=r"graph\.lbug: not a graph .* rebuild it"):
        Graph.open(path)


def test_a_graph_of_another_storage_version_is_told(tmp_path: Path, small_path: Path) -> None:
    path = tmp_path / "graph.lbug"
    raw = bytearray(small_path.read_bytes())
    assert raw[:4] == b"LBUG"
    raw[4] += 1
    path.write_bytes(raw)
    with pytest.raises(GraphFileError, match="another version of LadybugDB; rebuild it"):
        Graph.open(path)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("MATCH (p:Person RETURN p", "Parser exception"),
        ("MATCH (p:Persn) RETURN p", "Persn does not exist"),
        ("MATCH (p:Person) RETURN p.naem", "property naem"),
    ],
)
def test_the_engines_own_errors_come_in_one_line(small_graph: Graph, query: str, words: str) -> None:
    with pytest.raises(QueryError, match=words) as caught:
        small_graph.run(query)
    assert "\n" not in str(caught.value)


def test_writing_is_refused(small_graph: Graph) -> None:
    with pytest.raises(QueryRefusedError):
        small_graph.run("CREATE (p:Person {id: 'x'})")


def test_parameters_must_be_those_of_the_query(small_graph: Graph) -> None:
    query = "MATCH (p:Person) WHERE p.name = $name RETURN p.name"
    assert small_graph.run(query, {"name": "Sarmila Dewanti"}).rows == (("Sarmila Dewanti",),)
    with pytest.raises(ParameterError, match=r"no value for \$name"):
        small_graph.run(query)
    with pytest.raises(ParameterError, match=r"no parameter \$nmae; it uses name"):
        small_graph.run(query, {"name": "x", "nmae": "x"})


def test_a_query_without_end_is_stopped_and_the_graph_goes_on(small_graph: Graph) -> None:
    with pytest.raises(QueryTimeoutError, match=r"stopped after 0\.3 s"):
        small_graph.run("MATCH (a), (b), (c), (d), (e), (f), (g), (h) RETURN count(*)", seconds=0.3)
    assert small_graph.run("RETURN 1 AS x").rows == ((1,),)


def test_rows_past_the_limit_are_left_out_and_told(small_graph: Graph) -> None:
    query = "MATCH (s:Statement) RETURN s.id ORDER BY s.id"
    assert small_graph.run(query, max_rows=3).cut
    assert len(small_graph.run(query, max_rows=3)) == 3
    assert not small_graph.run(query, max_rows=7).cut


def test_nodes_and_edges_come_without_inner_ids(small_graph: Graph) -> None:
    table = small_graph.run("MATCH (r:Region)<-[l:LOCATED_IN]-() RETURN r, l ORDER BY r.id")
    assert table.rows[0] == (
        {"label": "Region", "id": "kabupaten-bukit-pinang", "name": "Kabupaten Bukit Pinang"},
        {"label": "LOCATED_IN"},
    )
