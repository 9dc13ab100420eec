"""The same networks from LadybugDB and from Neo4j, to the last attribute."""

from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest

from corpus.article import Article
from extract.record import Record
from extract.rules.registry import KnownRule
from graph.engine import Graph
from graph.neo4j.loading import load_neo4j
from graph.neo4j.server import Server
from graph.networks import NETWORKS, Scope, project, to_networkx
from graph.staging import staged_tables
from tests.test_graph.servers import emptied

SCOPES = [
    Scope(),
    Scope(once=True),
    Scope(rule="uu/2014/5", since="2023-09-02"),
    Scope(region="kota", outlet="warta kenari", until="2024-12-31"),
]


@pytest.fixture(scope="module")
def served(
    neo4j: Server,
    small_corpus: list[tuple[Article, Record]],
    small_registry: dict[str, KnownRule],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Graph]:
    """The small graph, in Neo4j."""
    folder: Path = tmp_path_factory.mktemp("served")
    login = {"user": neo4j.user, "password": neo4j.password, "database": "neo4j"}
    with staged_tables(small_corpus, folder / "graph.lbug", registry=small_registry) as staged:
        load_neo4j(staged, emptied(neo4j), folder)
    with Graph.connect(neo4j.url, **login) as graph:
        yield graph


@pytest.mark.parametrize("scope", SCOPES, ids=str)
@pytest.mark.parametrize("name", NETWORKS)
def test_a_network_is_the_same_from_both_engines(small_graph: Graph, served: Graph, name: str, scope: Scope) -> None:
    one, other = project(small_graph, name, scope), project(served, name, scope)
    assert nx.utils.graphs_equal(one, other)
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(data=True)) == list(other.edges(data=True))


@pytest.mark.parametrize("scope", SCOPES, ids=str)
def test_the_whole_and_its_parts_are_the_same_from_both_engines(
    small_graph: Graph, served: Graph, scope: Scope
) -> None:
    one, other = to_networkx(small_graph, scope=scope), to_networkx(served, scope=scope)
    assert nx.utils.graphs_equal(one, other)
    assert list(one.edges) == list(other.edges)
