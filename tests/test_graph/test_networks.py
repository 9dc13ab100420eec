from pathlib import Path

from corpus.article import Article
from extract.record import Mention, MentionType, Penalty, Record, SanctionUse
from graph.engine import Graph
from graph.loading import build_graph
from graph.networks import to_networkx


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
