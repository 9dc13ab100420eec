from pathlib import Path

import networkx as nx
import pytest

from corpus.article import Article
from extract.record import Mention, MentionType, Penalty, Record, SanctionUse
from graph.engine import Graph
from graph.errors import NetworkError
from graph.loading import build_graph
from graph.networks import Scope, to_networkx


def test_everything_is_in_the_network(tmp_path: Path, small_corpus: list[tuple[Article, Record]]) -> None:
    counts = build_graph(small_corpus, tmp_path / "g")
    with Graph.open(tmp_path / "g") as graph:
        network = to_networkx(graph)
    assert network.number_of_nodes() == sum(counts.nodes.values())
    assert network.number_of_edges() == sum(counts.edges.values())


def test_nodes_and_edges_carry_their_properties(small_graph: Graph) -> None:
    network = to_networkx(small_graph)
    rule = network.nodes["Regulation:uu/2014/5"]
    assert (rule["label"], rule["year"], rule["title"]) == ("Regulation", 2014, "Aparatur Sipil Negara")
    speaker, statement = next((a, b) for a, b, key in network.edges(keys=True) if key == "SAID")
    assert network.nodes[speaker]["name"] == "Hasan"
    assert network.edges[speaker, statement, "SAID"]["cue"] == "menegaskan"
    (article,) = [b for _, b, key in network.out_edges(statement, keys=True) if key == "REPORTED_IN"]
    start, end = network.edges[statement, article, "REPORTED_IN"]["spans"]
    assert network.nodes[article]["text"][start:end] == network.nodes[statement]["text"]


def test_an_empty_graph_is_an_empty_network(empty_graph: Graph) -> None:
    assert len(to_networkx(empty_graph)) == 0


def test_two_penalties_of_one_kind_in_one_article_are_two_edges_with_their_places(tmp_path: Path) -> None:
    def fine(start: int, amount: int) -> Mention:
        penalty = Penalty(amount_to=amount)
        return Mention(start=start, end=start + 1, text="x", type=MentionType.SANCTION, target="denda", penalty=penalty)

    record = Record(id="a", mentions=(fine(0, 5), fine(1, 9)), sanctions=(SanctionUse(kind="denda"),))
    build_graph([(Article(id="a", text="xx"), record)], tmp_path / "g")
    with Graph.open(tmp_path / "g") as graph:
        edges = to_networkx(graph).get_edge_data("Article:a", "Sanction:denda")
    assert {key: edge["amount_to"] for key, edge in edges.items()} == {"INVOKES:0-1:": 5, "INVOKES:1-2:": 9}
    assert all("amount_from" not in edge for edge in edges.values()), "what is null is left out"


def names(network: nx.MultiDiGraph, label: str) -> set[str]:
    return {own["id"] for _, own in network.nodes(data=True) if own["label"] == label}


def test_labels_choose_nodes_and_the_edges_among_them(small_graph: Graph) -> None:
    network = to_networkx(small_graph, labels=["Person", "Statement"])
    assert {label for _, label in network.nodes(data="label")} == {"Person", "Statement"}
    assert {type_ for *_, type_ in network.edges(data="type")} == {"SAID", "REPEATS"}
    whole = to_networkx(small_graph)
    assert nx.utils.graphs_equal(network, whole.subgraph(network).copy())


def test_an_unknown_label_is_refused_with_those_there_are(small_graph: Graph) -> None:
    with pytest.raises(NetworkError, match="no label 'Rule'; there are: Article, Outlet"):
        to_networkx(small_graph, labels=["Rule"])


def test_a_scope_keeps_its_statements_and_what_they_are_tied_to(small_graph: Graph) -> None:
    network = to_networkx(small_graph, scope=Scope(rule="pp/2021/94"))
    assert names(network, "Article") == {"hasan", "hasan-2"}
    assert len(names(network, "Statement")) == len(names(network, "Person")) == 2
    assert names(network, "Regulation") == {"pp/2021/94"}, "not what other statements of these articles cite"
    assert names(network, "Outlet") == {"warta-kenari"}
    assert names(network, "Institution") == set()


@pytest.mark.parametrize(
    ("scope", "articles"),
    [
        (Scope(since="2023-09-02"), {"sarmila-again", "hasan"}),
        (Scope(until="2023-09-02"), {"sarmila", "sarmila-again"}),
        (Scope(region="kota tanjung"), {"hasan"}),
        (Scope(outlet="Kabar Lada", once=True), {"sarmila"}),
        (Scope(rule="uu/2014/5", since="2024-01-01"), {"hasan"}),
        (Scope(rule="uu/1999/40"), set()),
    ],
)
def test_a_scope_is_a_part_of_the_whole(small_graph: Graph, scope: Scope, articles: set[str]) -> None:
    network, whole = to_networkx(small_graph, scope=scope), to_networkx(small_graph)
    statements = {f"Statement:{id_}" for id_ in names(network, "Statement")}
    reported = {article for _, article, key in network.out_edges(statements, keys=True) if key == "REPORTED_IN"}
    assert {article.partition(":")[2] for article in reported} == articles
    assert nx.utils.graphs_equal(network, whole.subgraph(network).copy())
