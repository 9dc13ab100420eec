"""The server for tests and for trying out: pinned, shut to strangers, and gone with whoever started it."""

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import AuthError

from graph.errors import ServerMissingError
from graph.neo4j.jars import java, version
from graph.neo4j.server import Server

REPOSITORY = Path(__file__).parents[2]
STARTER = """
from graph.neo4j.server import running_server
with running_server() as server:
    print(server.home, flush=True)
    input()
"""


def test_the_server_is_the_pinned_version_of_the_community_edition(neo4j: Server) -> None:
    with GraphDatabase.driver(neo4j.url, auth=(neo4j.user, neo4j.password)) as driver:
        found = driver.execute_query("CALL dbms.components() YIELD versions, edition RETURN versions[0] AS v, edition")
    assert found.records[0].values() == [version(), "community"]


def test_the_compose_file_runs_the_same_line_of_versions() -> None:
    compose = (REPOSITORY / "graph" / "neo4j" / "compose.yaml").read_text(encoding="utf-8")
    assert re.findall(r"image: neo4j:(\d+\.\d+)-community", compose) == [version().rpartition(".")[0]]


def test_the_password_of_a_new_server_opens_nothing(neo4j: Server) -> None:
    with GraphDatabase.driver(neo4j.url, auth=(neo4j.user, "neo4j")) as driver, pytest.raises(AuthError):
        driver.verify_connectivity()


def test_the_server_goes_with_a_process_that_is_killed(neo4j: Server) -> None:
    assert neo4j.home.is_dir()
    process = subprocess.Popen(
        [sys.executable, "-c", STARTER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    home = Path(process.stdout.readline().strip())
    assert home.is_dir()
    process.kill()
    process.communicate()
    until = time.monotonic() + 60
    while home.exists():
        assert time.monotonic() < until, f"{home} is still there"
        time.sleep(0.1)


def test_a_missing_java_is_told_with_the_next_step(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ServerMissingError, match="no java on the path; install Java 17 or newer"):
        java()
