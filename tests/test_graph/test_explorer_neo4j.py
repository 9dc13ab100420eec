"""The explorer over a Neo4j server: the same pages as over the file, also after another load."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import httpx
import pytest

from extract.rules.registry import KnownRule
from graph.asking import opened_graph
from graph.engine import Graph
from graph.explorer.live import Source
from graph.neo4j.indexing import indexed
from graph.neo4j.loading import load_neo4j
from graph.neo4j.server import Server
from graph.options import PASSWORD
from graph.staging import staged_tables
from tests.test_graph.browsing import served
from tests.test_graph.servers import Pair, address, emptied

COMMAND = [sys.executable, "-c", "from graph.cli import main; main()"]
PAGES = {
    "rule": "Regulation",
    "person": "Person",
    "institution": "Institution",
    "article": "Article",
    "statement": "Statement",
}
SEARCHES = (
    "words=teguran",
    "words=%22teguran+tertulis%22",
    "words=apel",
    "speaker=hasan",
    "rule=uu+asn&act=urges",
    "modality=negated&since=2023-09-02",
    "words=tiada",
)


def load(server: Server, pairs: list[Pair], registry: dict[str, KnownRule], folder: Path) -> None:
    """The graph of ``pairs`` into the server, its index into ``folder``."""
    to = address(server)
    with staged_tables(pairs, folder / "staged", registry=registry) as staged, indexed(staged, to, folder, registry):
        load_neo4j(staged, to, folder)


@contextmanager
def visitor(source: Source) -> Iterator[httpx.Client]:
    """One who asks an explorer over ``source``."""
    with served(source) as base, httpx.Client(base_url=base, timeout=60) as client:
        yield client


@pytest.fixture(scope="module")
def folder(
    neo4j: Server,
    small_corpus: list[Pair],
    small_registry: dict[str, KnownRule],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """Where the index of the small graph lies, which the server holds."""
    emptied(neo4j)
    folder = tmp_path_factory.mktemp("served")
    load(neo4j, small_corpus, small_registry, folder)
    return folder


def addresses(graph: Graph) -> Iterator[str]:
    """Every page there is of the graph, and some searches."""
    yield "/"
    yield from (f"/search?{fields}" for fields in SEARCHES)
    for path, label in PAGES.items():
        for (identifier,) in graph.run(f"MATCH (n:{label}) RETURN n.id ORDER BY n.id").rows:
            yield f"/{path}?{httpx.QueryParams(id=identifier)}"


def test_every_page_is_the_same_as_over_the_file(neo4j: Server, folder: Path, small_path: Path) -> None:
    with (
        Graph.open(small_path) as graph,
        visitor(small_path) as file,
        visitor(partial(opened_graph, folder, address(neo4j))) as server,
    ):
        for page in addresses(graph):
            one, other = file.get(page), server.get(page)
            assert one.status_code == 200, page
            assert other.text == one.text, page


def test_another_load_is_seen_by_an_explorer_that_runs(
    neo4j: Server,
    folder: Path,
    small_corpus: list[Pair],
    small_registry: dict[str, KnownRule],
) -> None:
    with visitor(partial(opened_graph, folder, address(neo4j))) as server:
        assert "menaati" in server.get("/search?words=menaati").text
        load(neo4j, small_corpus[:1], small_registry, folder)
        try:
            assert "pegawai menaati" not in server.get("/search?words=menaati").text
            assert "dapat dikenai" in server.get("/search?words=teguran").text
        finally:
            load(neo4j, small_corpus, small_registry, folder)
        assert "pegawai menaati" in server.get("/search?words=menaati").text


def test_without_the_index_of_the_servers_graph_the_next_step_is_told(
    neo4j: Server, folder: Path, tmp_path: Path
) -> None:
    assert list(folder.glob("neo4j.*.index"))
    done = subprocess.run(
        [*COMMAND, "explore", "--neo4j", neo4j.url, "--into", str(tmp_path), "--port", "0"],
        env={**os.environ, PASSWORD: neo4j.password},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 1
    assert re.fullmatch(r".*the index of this graph is not beside it; run `wartagraf load`.*\n", done.stderr)


def test_the_command_serves_the_graph_of_a_server(neo4j: Server, folder: Path) -> None:
    command = [*COMMAND, "explore", "--neo4j", neo4j.url, "--into", str(folder), "--port", "0"]
    environment = {**os.environ, PASSWORD: neo4j.password}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as explorer:
        assert explorer.stderr is not None
        site = explorer.stderr.readline().split()[2]
        assert "Sarmila Dewanti" in httpx.get(f"{site}search?words=teguran", timeout=60).text
        explorer.send_signal(signal.SIGINT)
        assert explorer.wait(60) == 0
