from collections.abc import Callable
from pathlib import Path

import pytest

from graph.engine import Graph, graph_is_whole
from graph.errors import (
    GraphFileError,
    GraphMissingError,
    ParameterError,
    QueryError,
    QueryRefusedError,
    QueryTimeoutError,
)
from graph.loading import build_graph


@pytest.mark.parametrize("make", [lambda p: None, lambda p: p.mkdir(), lambda p: p.touch()])
def test_without_a_graph_the_next_step_is_told(tmp_path: Path, make: object) -> None:
    path = tmp_path / "graph.lbug"
    make(path)  # type: ignore[operator]
    with pytest.raises(GraphMissingError, match="run `wartagraf build"):
        Graph.open(path)


def test_a_file_that_is_no_graph_is_told(tmp_path: Path) -> None:
    path = tmp_path / "graph.lbug"
    path.write_bytes(b"hello world" * 1000)
    with pytest.raises(
        GraphFileError, match=r"graph\.lbug: not a graph .* rebuild it from the store with `wartagraf load`"
    ):
        Graph.open(path)


def test_a_graph_of_another_storage_version_is_told(tmp_path: Path, small_path: Path) -> None:
    path = tmp_path / "graph.lbug"
    raw = bytearray(small_path.read_bytes())
    assert raw[:4] == b"LBUG"
    raw[4] += 1
    path.write_bytes(raw)
    with pytest.raises(GraphFileError, match="another version of LadybugDB; rebuild it"):
        Graph.open(path)


def test_a_good_graph_is_whole_also_with_something_behind_its_end(tmp_path: Path, small_path: Path) -> None:
    path = tmp_path / "graph.lbug"
    path.write_bytes(small_path.read_bytes())
    assert graph_is_whole(path)
    path.write_bytes(small_path.read_bytes() + b"garbage" * 1000)
    assert graph_is_whole(path)
    assert [p.name for p in tmp_path.iterdir()] == ["graph.lbug"]


@pytest.mark.parametrize(
    "damaged",
    [
        lambda raw: b"",
        lambda raw: b"hello world" * 1000,
        lambda raw: bytes(len(raw)),
        lambda raw: raw[:4] + bytes([raw[4] + 1]) + raw[5:],
        lambda raw: raw[:100],
        lambda raw: raw[: len(raw) // 2],
        lambda raw: raw[:4096] + bytes(len(raw) - 4096),
    ],
    ids=["empty", "text", "zeros", "version", "head", "half", "hollow"],
)
def test_a_damaged_or_foreign_file_is_no_whole_graph(
    tmp_path: Path, small_path: Path, damaged: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "graph.lbug"
    path.write_bytes(damaged(small_path.read_bytes()))
    assert not graph_is_whole(path)


def test_a_catalog_of_impossible_sizes_is_told_like_other_damage(tmp_path: Path) -> None:
    path, page = tmp_path / "graph.lbug", 4096
    build_graph([], path)
    raw = path.read_bytes()
    path.write_bytes(raw[:page] + b"\xff" * page + raw[2 * page :])
    with pytest.raises(GraphFileError, match="not a graph this program can read"):
        Graph.open(path)
    assert not graph_is_whole(path)


def test_where_nothing_or_a_folder_is_there_is_no_whole_graph(tmp_path: Path) -> None:
    assert not graph_is_whole(tmp_path)
    assert not graph_is_whole(tmp_path / "none")


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
        {"label": "Region", "id": "kabupaten-bukit-pinang", "name": "Kabupaten Bukit Pinang", "code": ""},
        {"label": "LOCATED_IN"},
    )
