"""Queries of strangers on the real engines: what must not pass, and what must."""

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import Neo4jError

from graph.confined import Confined
from graph.embedded import Embedded
from graph.engine import Graph
from graph.errors import GraphError, QueryError, QueryRefusedError, ServerError
from graph.guard import reading
from graph.neo4j.server import Server
from graph.questions import named_queries
from graph.schema import EDGES, NODES
from graph.tables import Table

HERE = Path(__file__).parent
SECONDS, ROWS = 0.5, 1_000
PATIENCE = 12.0  # seconds from the question to the refusal or cut, on a machine with other work
ENGINES = ("ladybug", "neo4j")
Case = dict[str, Any]


def cases(name: str) -> list[Case]:
    """The lines of a file; a query that is ``built`` of pieces and how often each stands is put together."""
    lines = [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]
    for case in lines:
        case.setdefault("query", "".join(text * times for text, times in case.get("built", ())))
    return lines


def on_engines(name: str, *, want: str | None = None) -> list[Any]:
    return [
        pytest.param(engine, case, id=f"{case['id']}-{engine}")
        for engine in ENGINES
        for case in cases(name)
        if engine in case.get("engines", ENGINES) and want in {None, case.get("want")}
    ]


def how_it_ends(graph: Graph, case: Case) -> str:
    try:
        table = graph.run(case["query"], seconds=SECONDS, max_rows=ROWS)
    except QueryError as error:
        return "stopped" if "query stopped" in str(error) else str(error)
    return "cut" if table.cut else f"answered in full: {table.rows[:3]}"


HOSTILE = cases("hostile.jsonl")
WRITING = ("CREATE", "MERGE", "MATCH (n) SET", "MATCH (n:Person) ", "MATCH (n) D", "INSERT", "DROP", "CALL db.createL")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, small_path: Path) -> Path:
    """A folder with the small graph and another file."""
    folder = tmp_path_factory.mktemp("strangers")
    (folder / "graph.lbug").write_bytes(small_path.read_bytes())
    (folder / "notes.txt").write_text("private", "utf-8")
    return folder


@pytest.fixture(scope="module")
def driver(neo4j: Server, small_graph: Graph) -> Iterator[Driver]:
    """The server with the small graph in it."""
    with GraphDatabase.driver(neo4j.url, auth=(neo4j.user, neo4j.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        for label in (node.label for node in NODES):
            rows = [row[0] for row in small_graph.run(f"MATCH (n:{label}) RETURN n").rows]
            driver.execute_query(f"UNWIND $rows AS row CREATE (n:{label}) SET n = row REMOVE n.label", rows=rows)
        for edge in EDGES:
            for start, end in edge.pairs:
                pattern = f"MATCH (a:{start})-[e:{edge.type}]->(b:{end}) RETURN a.id AS a, b.id AS b, e"
                driver.execute_query(
                    f"UNWIND $rows AS row MATCH (a:{start} {{id: row.a}}), (b:{end} {{id: row.b}}) "
                    f"CREATE (a)-[e:{edge.type}]->(b) SET e = row.e REMOVE e.label",
                    rows=list(small_graph.run(pattern).dicts()),
                )
        yield driver


@pytest.fixture(scope="module")
def opened(folder: Path, request: pytest.FixtureRequest) -> Callable[[str], Graph]:
    """The graph of the named engine, as strangers get it."""

    def graph(engine: str) -> Graph:
        if engine == "ladybug":
            return Graph.open(folder / "graph.lbug", confined=True)
        request.getfixturevalue("driver")
        server: Server = request.getfixturevalue("neo4j")
        return Graph.connect(server.url, user=server.user, password=server.password)

    return graph


@pytest.fixture(scope="module")
def traces(folder: Path, request: pytest.FixtureRequest) -> Callable[[str], object]:
    """All that a query on the named engine could have changed."""

    def trace(engine: str) -> object:
        if engine == "ladybug":
            return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}
        driver: Driver = request.getfixturevalue("driver")
        nodes = "MATCH (n) RETURN labels(n) AS l, properties(n) AS p ORDER BY l, p.id"
        edges = (
            "MATCH (a)-[e]->(b) RETURN type(e) AS t, a.id AS a, b.id AS b, properties(e) AS p ORDER BY t, a, b, p.post"
        )
        shows = ("SHOW INDEXES YIELD name, type", "SHOW CONSTRAINTS YIELD name, type", "SHOW USERS YIELD user")
        return [
            sorted(json.dumps(r.data(), sort_keys=True) for r in driver.execute_query(q).records)
            for q in (nodes, edges, *shows)
        ]

    return trace


def test_there_are_enough_hostile_queries() -> None:
    assert len(HOSTILE) >= 100
    assert len({case["id"] for case in HOSTILE}) == len(HOSTILE)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in HOSTILE])
def test_the_guard_refuses_what_it_should(case: Case) -> None:
    if case["want"] == "refused":
        with pytest.raises(QueryRefusedError, match="query refused"):
            reading(case["query"])
    else:
        assert reading(case["query"])


@pytest.mark.parametrize("engine", ENGINES)
def test_what_is_refused_changes_nothing(
    engine: str, opened: Callable[[str], Graph], traces: Callable[[str], object]
) -> None:
    before = traces(engine)
    with opened(engine) as graph:
        for case in HOSTILE:
            if case["want"] == "refused":
                with pytest.raises(QueryRefusedError):
                    graph.run(case["query"])
    assert traces(engine) == before


@pytest.mark.parametrize(("engine", "case"), on_engines("hostile.jsonl", want="cut"))
def test_what_takes_too_much_is_cut_off(
    engine: str, case: Case, opened: Callable[[str], Graph], traces: Callable[[str], object]
) -> None:
    before = traces(engine)
    with opened(engine) as graph:
        start = time.monotonic()
        assert how_it_ends(graph, case) in {"cut", "stopped"}
        assert time.monotonic() - start < PATIENCE
        assert graph.run("MATCH (n:Article) RETURN count(n) AS n").rows == ((4,),)
    assert traces(engine) == before


@pytest.mark.parametrize("case", [pytest.param(c, id=c["id"]) for c in HOSTILE if "ladybug" in c["engines"]])
def test_without_the_guard_the_process_still_holds_in_ladybugdb(
    case: Case, folder: Path, traces: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    before = traces("ladybug")
    engine = Confined(partial(Embedded.open, folder / "graph.lbug"), memory=2**28)
    start = time.monotonic()
    try:
        rows = engine.answer(case["query"], {}, seconds=SECONDS, max_rows=ROWS).rows
        assert "root:" not in str(rows)
    except GraphError:
        pass
    assert time.monotonic() - start < PATIENCE
    assert traces("ladybug") == before


def test_without_the_guard_a_transaction_that_reads_changes_nothing_in_neo4j(
    opened: Callable[[str], Graph], traces: Callable[[str], object], subtests: pytest.Subtests
) -> None:
    before = traces("neo4j")
    with opened("neo4j") as graph:
        for case in HOSTILE:
            if "neo4j" in case["engines"] and case["query"].startswith(WRITING):
                with subtests.test(case["id"]), pytest.raises((QueryError, ServerError)):
                    graph._engine.answer(case["query"], {}, seconds=SECONDS, max_rows=ROWS)
    assert traces("neo4j") == before


@pytest.mark.parametrize(("engine", "case"), [p for p in on_engines("ordinary.jsonl") if "engines" in p.values[1]])
def test_what_researchers_write_for_one_engine_passes(engine: str, case: Case, opened: Callable[[str], Graph]) -> None:
    with opened(engine) as graph:
        assert graph.run(case["query"], case.get("parameters")).columns


@pytest.mark.parametrize("case", [pytest.param(c, id=c["id"]) for c in cases("ordinary.jsonl") if "engines" not in c])
def test_what_researchers_write_passes_and_both_engines_answer_alike(
    case: Case, opened: Callable[[str], Graph]
) -> None:
    with opened("ladybug") as one, opened("neo4j") as other:
        want, have = (graph.run(case["query"], case.get("parameters")) for graph in (one, other))
    assert (have.columns, in_order(case, have)) == (want.columns, in_order(case, want))


def in_order(case: Case, table: Table) -> list[tuple[Any, ...]]:
    """The rows, in an order of their own where the query asks for none."""
    return list(table.rows) if "ORDER BY" in case["query"] else sorted(table.rows, key=repr)


@pytest.mark.parametrize("name", sorted(named_queries()))
def test_the_named_queries_would_pass_the_guard(name: str) -> None:
    assert reading(named_queries()[name].text)


SHORT = [case["query"] for case in HOSTILE if case["want"] == "refused" and 0 < len(case["query"]) < 200]
PIECES = (
    " ", "\n", "\r", "\t", "/**/", "/* ", "*/", "//", ";", "'", '"', "`", "\\", "\\u000a", "\u2028", "\u00a0", "\u200b",
    "(", ")", "[", "]", "{", "}", ":", ".", ",", "|", "*", "$x", "RETURN 1 ", "UNION ALL ", "WITH * ", "AS x ", "n",
)  # fmt: skip
BEFORE = (
    "MATCH (n) ",
    "RETURN 1 AS x UNION ",
    "RETURN 1 AS x UNION ALL ",
    "WITH 1 AS n ",
    "RETURN {a:",
    "// ",
    "CALL ",
)


@st.composite
def mutants(draw: st.DrawFn) -> str:
    """A hostile query with some letters changed, taken away or put in, maybe behind one that reads."""
    query: str = draw(st.sampled_from(SHORT))
    for _ in range(draw(st.integers(1, 4))):
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(query))] * 2)))
        change = draw(st.sampled_from(["case", "put", "take", "before", "quote"]))
        if change == "case":
            query = query[:start] + query[start:end].swapcase() + query[end:]
        elif change == "put":
            query = query[:start] + draw(st.sampled_from(PIECES)) + query[start:]
        elif change == "take":
            query = query[:start] + query[min(end, start + 3) :]
        elif change == "before":
            query = draw(st.sampled_from(BEFORE)) + query
        else:
            query = f"{query[:start]}`{query[start:end]}`{query[end:]}"
    return query


def passed(query: str) -> str | None:
    try:
        return reading(query)
    except QueryRefusedError:
        return None


LONG = settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@LONG
@given(mutants())
def test_no_mutant_that_passes_writes_in_neo4j(driver: Driver, query: str) -> None:
    """Asked is the server's own planner, which runs nothing."""
    checked = passed(query)
    if checked is not None:
        with suppress(Neo4jError):  # most are no Cypher any more
            plan = driver.execute_query("EXPLAIN " + checked, {"x": 1})
            assert plan.summary.query_type == "r"
            assert "ProcedureCall" not in str(plan.summary.plan)
            assert "LoadCSV" not in str(plan.summary.plan)


@LONG
@given(mutants())
def test_no_mutant_that_passes_writes_in_ladybugdb(folder: Path, traces: Callable[[str], object], query: str) -> None:
    checked = passed(query)
    if checked is not None:
        before = traces("ladybug")
        engine = Confined(partial(Embedded.open, folder / "graph.lbug"))
        words = complaint(engine, checked)
        assert "write" not in words
        assert "Cannot open file" not in words
        assert traces("ladybug") == before


def complaint(engine: Confined, query: str) -> str:
    """What the engine says against ``query``."""
    try:
        engine.answer(query, {"x": 1} if "$x" in query else {}, seconds=SECONDS, max_rows=1)
    except QueryError as error:
        return str(error)
    return ""
