"""`wartagraf load` into a Neo4j server and into a bundle, as a user runs it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from neo4j import GraphDatabase

from graph.neo4j.server import Server
from graph.options import PASSWORD

SAMPLE = Path(__file__).parents[2] / "corpus" / "sample"
COMMAND = [sys.executable, "-c", "from graph.cli import main; main()"]


def run(*args: object, password: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, PASSWORD: password}
    command = [*COMMAND, *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=600, env=environment)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, object]]:
    """A data folder built from some sample pages, and the counts of its graph."""
    into = tmp_path_factory.mktemp("built") / "data"
    done = run("build", *sorted(SAMPLE.glob("suaramarawangi-*.html")), "--into", into, "--workers", 1, "--json")
    assert done.returncode == 0, done.stderr
    return into, json.loads(done.stdout)["graph"]


def test_the_server_gets_the_graph_that_build_made(built: tuple[Path, dict[str, object]], neo4j: Server) -> None:
    into, graph = built
    with GraphDatabase.driver(neo4j.url, auth=(neo4j.user, neo4j.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
    done = run("load", "--into", into, "--neo4j", neo4j.url, "--workers", 1, "--json", password=neo4j.password)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["graph"] == graph
    assert neo4j.password not in done.stdout + done.stderr


def test_verify_proves_the_graph_of_a_server(built: tuple[Path, dict[str, object]], neo4j: Server) -> None:
    served = ("--neo4j", neo4j.url)
    assert run("load", "--into", built[0], *served, "--workers", 1, password=neo4j.password).returncode == 0
    done = run("verify", "--into", built[0], *served, "--json", password=neo4j.password)
    proof = json.loads(done.stdout)
    assert (done.returncode, proof["faults"]) == (0, [])
    assert proof == json.loads(run("verify", "--into", built[0], "--json").stdout)
    with GraphDatabase.driver(neo4j.url, auth=(neo4j.user, neo4j.password)) as driver:
        driver.execute_query(
            "MATCH (s:Statement) WITH s ORDER BY s.id LIMIT 1 SET s.text = 'dikarang', s.wartagraf = 0"
        )
    done = run("verify", "--into", built[0], *served, password=neo4j.password)
    assert done.returncode == 1
    assert "'dikarang'" in done.stderr


def test_export_writes_the_graph_of_a_server(
    built: tuple[Path, dict[str, object]], neo4j: Server, tmp_path: Path
) -> None:
    served = ("--neo4j", neo4j.url)
    assert run("load", "--into", built[0], *served, "--workers", 1, password=neo4j.password).returncode == 0
    out = ("-o", tmp_path / "out", "--json")
    done = run("export", "csv", "--into", tmp_path, *served, *out, password=neo4j.password)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == json.loads(run("export", "csv", "--into", built[0], *out).stdout)


def test_a_wrong_password_is_one_line_and_an_exit_code(built: tuple[Path, dict[str, object]], neo4j: Server) -> None:
    done = run("load", "--into", built[0], "--neo4j", neo4j.url, password="salah")
    assert done.returncode == 1
    assert "put the password into the variable WARTAGRAF_NEO4J_PASSWORD" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_bundle_is_written_whole(built: tuple[Path, dict[str, object]], tmp_path: Path) -> None:
    done = run("load", "--into", built[0], "--neo4j-bundle", tmp_path / "bundle", "--workers", 1, "--json")
    assert done.returncode == 0, done.stderr
    names = {file.name for file in (tmp_path / "bundle").iterdir()}
    assert {"import.sh", "finish.cypher", "Statement.csv", "SAID-Person-Statement.csv"} <= names
    assert not [file for file in tmp_path.iterdir() if file.name != "bundle"]


def test_a_server_and_a_bundle_at_once_is_a_wrong_call(tmp_path: Path) -> None:
    done = run("load", "--into", tmp_path, "--neo4j", "bolt://localhost", "--neo4j-bundle", tmp_path / "bundle")
    assert done.returncode == 2
    assert "choose one" in done.stderr
