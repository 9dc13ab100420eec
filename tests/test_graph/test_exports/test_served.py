"""Exports of a graph that a Neo4j server holds: the same as of the file."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest
from neo4j import GraphDatabase

from corpus.article import Article
from extract.record import Record
from extract.rules.registry import KnownRule
from graph.exports import Selection, export_graph
from graph.exports.formats import FORMATS
from graph.loading import build_graph
from graph.neo4j.loading import load_neo4j
from graph.neo4j.server import Server
from graph.options import Address
from graph.staging import staged_tables
from tests.test_graph.servers import emptied


@pytest.fixture(scope="module")
def places(
    neo4j: Server,
    small_corpus: list[tuple[Article, Record]],
    small_registry: dict[str, KnownRule],
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, Address]:
    """The small graph in a file, and in a server, where somebody keeps a person and a post of their own."""
    path = tmp_path_factory.mktemp("served") / "graph.lbug"
    build_graph(small_corpus, path, registry=small_registry)
    server = emptied(neo4j)
    with staged_tables(small_corpus, path, registry=small_registry) as staged:
        load_neo4j(staged, server, path.parent)
    with GraphDatabase.driver(neo4j.url, auth=(neo4j.user, neo4j.password)) as driver:
        driver.execute_query("MATCH (r:Region) WITH r LIMIT 1 CREATE (:Person {id: 'tetangga'})-[:HOLDS]->(r)")
    return path, server


def files(folder: Path) -> dict[str, object]:
    """What was written, byte for byte; of Parquet, which packs the same rows in more than one way, the rows."""
    found = {str(file.relative_to(folder)): file for file in folder.rglob("*") if file.is_file()}
    return {
        name: pq.read_table(file).to_pylist() if file.suffix == ".parquet" else file.read_bytes()
        for name, file in found.items()
    }


@pytest.mark.parametrize("format_", FORMATS)
def test_a_server_gives_what_the_file_gives(format_: str, places: tuple[Path, Address], tmp_path: Path) -> None:
    for place, name in zip(places, ("file", "server"), strict=True):
        export_graph(place, format_, tmp_path / name / "out")
    assert files(tmp_path / "server") == files(tmp_path / "file")


def test_a_choice_is_the_same_of_both(places: tuple[Path, Address], tmp_path: Path) -> None:
    chosen = Selection(rule="pp/2021/94")
    for place, name in zip(places, ("file", "server"), strict=True):
        export_graph(place, "csv", tmp_path / name, selection=chosen)
    assert files(tmp_path / "server") == files(tmp_path / "file")
    assert len((tmp_path / "file" / "Statement.csv").read_text("utf-8").splitlines()) > 1
