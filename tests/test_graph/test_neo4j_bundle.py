"""The bulk bundle, imported by Neo4j's own importer: the same graph as a load over bolt."""

import os
import subprocess
from pathlib import Path

import pytest
from neo4j import GraphDatabase

from graph.errors import LoadError
from graph.neo4j.bundle import write_bundle
from graph.neo4j.loading import load_neo4j
from graph.neo4j.server import Server, running_server, write_admin
from tests.test_graph.servers import Pair, address, awkward, rows_of, staged_rows


@pytest.fixture
def home(neo4j: Server, tmp_path: Path) -> Path:
    """A folder for a server's data; ``neo4j`` sees to it that there is a server at all."""
    assert neo4j.home.is_dir()
    return tmp_path / "home"


def test_the_imported_bundle_is_the_graph_and_a_load_finds_nothing_to_do(
    home: Path, small_corpus: list[Pair], tmp_path: Path
) -> None:
    folder = tmp_path / "bundle"
    with staged_rows([*small_corpus, awkward(small_corpus[0], "canggung")], tmp_path) as (staged, rows):
        write_bundle(staged, folder)
        places = {**os.environ, "NEO4J_ADMIN": str(write_admin(home))}
        done = subprocess.run([folder / "import.sh"], env=places, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        with (
            running_server(home) as server,
            GraphDatabase.driver(server.url, auth=(server.user, server.password)) as driver,
        ):
            with driver.session() as session:
                for line in (folder / "finish.cypher").read_text(encoding="utf-8").splitlines():
                    session.run(line).consume()  # type: ignore[arg-type]
            assert rows_of(driver, staged) == rows
            names = "MATCH ()-[e]->() WITH elementId(e) AS e ORDER BY e RETURN collect(e)"
            before = driver.execute_query(names).records[0].value()
            load_neo4j(staged, address(server), tmp_path)
            assert driver.execute_query(names).records[0].value() == before


def test_a_folder_that_holds_something_is_left_alone(small_corpus: list[Pair], tmp_path: Path) -> None:
    (tmp_path / "bundle").mkdir()
    (tmp_path / "bundle" / "catatan.txt").write_text("milik orang", encoding="utf-8")
    with staged_rows(small_corpus[:1], tmp_path) as (staged, _), pytest.raises(LoadError, match="name a new folder"):
        write_bundle(staged, tmp_path / "bundle")
    assert [file.name for file in (tmp_path / "bundle").iterdir()] == ["catatan.txt"]
