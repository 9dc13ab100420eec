import os
import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from graph.confined import Confined
from graph.embedded import Embedded
from graph.engine import Graph
from graph.errors import GraphMissingError, QueryError, QueryRefusedError, QueryTimeoutError
from graph.tables import Table


class Deaf:
    """An engine that answers nothing, and hears no limit."""

    def answer(self, query: str, parameters: object, *, seconds: float, max_rows: int) -> Table:
        if query == "sleep":
            time.sleep(60)
        if query == "die":
            os.kill(os.getpid(), 11)
        if query == "hoard":
            held = [bytearray(2**24) for _ in range(10_000)]
            return Table(("n",), ((len(held),),))
        with Path("/etc/hostname").open() as file:
            return Table(("text",), ((file.read(),),))

    def mark(self) -> str:
        return ""

    def close(self) -> None:
        """Nothing is open."""


def ask(engine: Confined, query: str) -> Table:
    return engine.answer(query, {}, seconds=0.3, max_rows=10)


def test_a_query_that_hears_no_limit_is_ended() -> None:
    start = time.monotonic()
    with pytest.raises(QueryTimeoutError, match=r"stopped after 0\.3 s"):
        ask(Confined(Deaf), "sleep")
    assert time.monotonic() - start < 30


def test_a_crash_of_the_engine_is_told_and_harms_nobody() -> None:
    with pytest.raises(QueryError, match="query stopped: the engine crashes"):
        ask(Confined(Deaf), "die")


def test_memory_is_bounded() -> None:
    with pytest.raises(QueryError, match="query stopped: it takes more than 64 MB"):
        Confined(Deaf, memory=2**26).answer("hoard", {}, seconds=20, max_rows=10)


def test_no_file_is_opened_once_the_engine_is_open() -> None:
    with pytest.raises(QueryError, match="query stopped"):
        ask(Confined(Deaf), "read")
    assert ask(Confined(Deaf, files=True), "read").columns == ("text",)


def test_errors_come_as_they_are(tmp_path: Path, small_path: Path) -> None:
    with (
        pytest.raises(GraphMissingError, match="no graph there yet"),
        Graph.open(tmp_path / "no", confined=True) as graph,
    ):
        graph.run("RETURN 1")
    with Graph.open(small_path, confined=True) as graph:
        with pytest.raises(QueryError, match="Persn does not exist"):
            graph.run("MATCH (p:Persn) RETURN p")
        with pytest.raises(QueryRefusedError):
            graph.run("MATCH (p) DELETE p")


def test_a_confined_graph_answers_like_any_other(small_path: Path, small_graph: Graph) -> None:
    query = (
        "MATCH (s:Statement)-[e]->(x) WHERE s.id <> $id RETURN s, e, x, date('2024-01-02') AS day ORDER BY s.id, x.id"
    )
    parameters: dict[str, Any] = {"id": "none"}
    with Graph.open(small_path, confined=True) as graph:
        assert graph.run(query, parameters) == small_graph.run(query, parameters)
        assert graph.run(query, parameters, max_rows=2) == small_graph.run(query, parameters, max_rows=2)


def test_what_opens_files_and_extensions_is_held_without_the_guard_too(small_path: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a,b\n", "utf-8")
    engine = Confined(partial(Embedded.open, small_path))
    for query in (f"LOAD FROM '{secret}' RETURN *", f"COPY (RETURN 1) TO '{tmp_path / 'out.csv'}'", "INSTALL json"):
        with pytest.raises(QueryError):
            engine.answer(query, {}, seconds=5, max_rows=10)
    assert [p.name for p in tmp_path.iterdir()] == ["secret.csv"]
