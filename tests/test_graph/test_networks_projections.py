"""Networks of a graph of invented people: who is tied to whom, since when, by which statements."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import networkx as nx
import pytest

from corpus.article import Article
from extract.record import Entity, EntityType, Mode, Record, Role, Statement
from graph.engine import Graph
from graph.errors import NetworkError, ParameterError
from graph.loading import build_graph
from graph.networks import (
    NETWORKS,
    Scope,
    institutions_by_sanction,
    project,
    rules_by_article,
    rules_by_statement,
    speakers_and_rules,
    speakers_by_article,
    speakers_by_rule,
)

Pair = tuple[Article, Record]
Said = tuple[str, tuple[str, ...], tuple[str, ...]]
ALL = pytest.mark.parametrize("name", NETWORKS)

PEOPLE = {
    "Ratna Wulansari": Role(position="Kepala", institution="Dinas Pasar Kota Lembayung", region="Kota Lembayung"),
    "Bagas Pramudita": Role(position="Kepala", institution="Satpol PP Kota Lembayung", region="Kota Lembayung"),
    "Citra Anggarini": Role(position="Wali Kota", region="Kota Tepi Sungai"),
}
PERDA, UU, PP = "perda-kota-lembayung/2019/4", "uu/2014/5", "pp/2021/94"


def article(id_: str, day: str, outlet: str, *said: Said) -> Pair:
    """An article in which these people speak about these rules and sanctions, in words like no other's."""
    sentences, statements, text = [], [], ""
    for number, (name, rules, sanctions) in enumerate(said):
        words = " ".join(f"kata{i}-{id_}-{number}" for i in range(15))
        start = len(text)
        text += f"{words}, ucap {name}.\n"
        sentences.append(words)
        speaker = f"e{list(PEOPLE).index(name)}"
        statements.append(
            Statement(
                speaker=speaker,
                speaker_name=name,
                mode=Mode.INDIRECT,
                spans=((start, start + len(words)),),
                regulations=rules,
                sanctions=sanctions,
            )
        )
    names = {name for name, _, _ in said}
    entities = tuple(
        Entity(key=f"e{i}", type=EntityType.PERSON, name=name, roles=(role,))
        for i, (name, role) in enumerate(PEOPLE.items())
        if name in names
    )
    record = Record(id=id_, entities=entities, statements=tuple(statements))
    return Article(id=id_, outlet=outlet, date=day, title=id_, text=text), record


R, B, C = PEOPLE
CORPUS = [
    article("one", "2022-03-01", "Kabar A", (R, (PERDA,), ("denda",)), (B, (PERDA, UU), ("denda",))),
    article("two", "2023-07-15", "Kabar B", (R, (UU,), ()), (C, (UU,), ("denda",))),
    article("three", "", "Kabar A", (C, (PP,), ("generic",)), (R, (PP,), ("generic",)), (R, (PP,), ())),
    article("four", "2024-11-30", "Kabar B", (B, (PERDA,), ("teguran",)), (B, (UU,), ())),
]


def opened(pairs: list[Pair], path: Path) -> Graph:
    build_graph(pairs, path)
    return Graph.open(path)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    with opened(CORPUS, tmp_path_factory.mktemp("talk") / "g") as found:
        yield found


def named(network: nx.Graph) -> nx.Graph:
    """The same network with people and institutions called by their names, rules by their ids."""
    return nx.relabel_nodes(network, {node: own.get("name") or own["id"] for node, own in network.nodes(data=True)})


def tied(network: nx.Graph) -> dict[tuple[str, str], float]:
    """The weight of each tie, by the ends in alphabetical order."""
    return {(min(a, b), max(a, b)): weight for a, b, weight in named(network).edges(data="weight")}


def test_speakers_are_tied_by_the_rules_they_share_discounted_by_how_many_speak_about_them(graph: Graph) -> None:
    assert tied(speakers_by_rule(graph)) == {(B, R): 1.5, (C, R): 1.5, (B, C): 0.5}


def test_a_tie_tells_rules_days_and_the_statements_of_each_side(graph: Graph) -> None:
    network = named(speakers_by_rule(graph))
    own = network.edges[R, B]
    assert own["shared"] == [PERDA, UU]
    assert (own["first"], own["last"]) == ("2022-03-01", "2024-11-30")
    assert own["distance"] == pytest.approx(1 / 1.5)
    by_id = {node: network.nodes[node]["id"] for node in network}
    assert own["statements"] == {f"Person:{by_id[R]}": 2, f"Person:{by_id[B]}": 4}


def test_what_is_undated_gives_no_day_but_counts(graph: Graph) -> None:
    own = named(speakers_by_rule(graph)).edges[R, C]
    assert own["shared"] == [PP, UU]
    assert (own["first"], own["last"]) == ("2023-07-15", "2023-07-15")
    (undated,) = [own for *_, own in speakers_by_rule(graph, Scope(rule=PP)).edges(data=True)]
    assert (undated["first"], undated["last"], undated["weight"]) == ("", "", 1.0)
    assert len(undated["evidence"]) == 2, "one of each side, as nothing tells which is the first"


def test_the_nodes_are_those_of_the_graph_with_their_properties(graph: Graph) -> None:
    network = speakers_by_rule(graph)
    (ratna,) = graph.run("MATCH (p:Person) WHERE p.name = $name RETURN p", {"name": R}).rows[0]
    assert network.nodes[f"Person:{ratna['id']}"] == {name: v for name, v in ratna.items() if v is not None}


def test_speakers_are_tied_by_the_articles_that_quote_both(graph: Graph) -> None:
    network = speakers_by_article(graph)
    assert tied(network) == {(B, R): 1.0, (C, R): 2.0}
    assert named(network).edges[C, R]["shared"] == ["three", "two"]


def test_rules_are_tied_by_one_statement_or_one_article_that_cites_both(graph: Graph) -> None:
    assert tied(rules_by_statement(graph)) == {(PERDA, UU): 1.0}
    assert tied(rules_by_article(graph)) == {(PERDA, UU): 2.0}
    own = named(rules_by_article(graph)).edges[PERDA, UU]
    assert (own["first"], own["last"], own["shared"]) == ("2022-03-01", "2024-11-30", ["four", "one"])


def test_institutions_speak_by_those_who_hold_a_post_there(graph: Graph) -> None:
    network = institutions_by_sanction(graph)
    dinas, satpol = PEOPLE[R].institution, PEOPLE[B].institution
    assert tied(network) == {(dinas, satpol): 1.0}
    own = named(network).edges[dinas, satpol]
    assert (own["shared"], own["first"]) == (["denda"], "2022-03-01"), "a penalty of no certain kind is not shared"


def test_a_holder_does_not_speak_for_an_institution_before_or_after_the_post(tmp_path: Path) -> None:
    before = article("before", "2020-01-01", "Kabar A", (R, (), ("denda",)))
    (entity,) = before[1].entities
    nameless = Role(position="Lurah", region="Kota Lembayung")
    without = Record(id="before", entities=(replace(entity, roles=(nameless,)),), statements=before[1].statements)
    with opened([(before[0], without), CORPUS[3], *CORPUS[1:2]], tmp_path / "g") as found:
        network = institutions_by_sanction(found)
        assert len(found.run("MATCH (:Person)-[h:HOLDS]->(:Institution) RETURN h.first_seen")) == 2
    assert [own["name"] for _, own in network.nodes(data=True)] == [PEOPLE[B].institution]


def test_an_institution_speaks_for_itself(tmp_path: Path) -> None:
    page, record = article("one", "2022-03-01", "Kabar A", (R, (), ("denda",)), (B, (), ("denda",)))
    entities = (Entity(key="e0", type=EntityType.INSTITUTION, name="Bawaslu Kota Lembayung"), record.entities[1])
    with opened([(page, Record(id="one", entities=entities, statements=record.statements))], tmp_path / "g") as found:
        assert tied(institutions_by_sanction(found)) == {("Bawaslu Kota Lembayung", PEOPLE[B].institution): 1.0}


def test_speakers_and_rules_are_two_kinds_of_nodes(graph: Graph) -> None:
    network = speakers_and_rules(graph)
    speakers = {node for node, side in network.nodes(data="bipartite") if side == 0}
    assert nx.is_bipartite(network)
    assert sorted(network.nodes[node]["name"] for node in speakers) == sorted(PEOPLE)
    assert all(a in speakers or b in speakers for a, b in network.edges)
    own = named(network).edges[B, UU]
    assert (own["weight"], own["first"], own["last"], len(own["evidence"])) == (2, "2022-03-01", "2024-11-30", 2)


SCOPES: list[tuple[Scope, dict[tuple[str, str], float]]] = [
    (Scope(rule=PERDA), {(B, R): 1.0}),
    (Scope(since="2023-01-01"), {(B, R): 0.5, (B, C): 0.5, (C, R): 0.5}),
    (Scope(until="2022-12-31"), {(B, R): 1.0}),
    (Scope(since=date(2023, 7, 15), until="2023-07-15"), {(C, R): 1.0}),
    (Scope(region="tepi sungai"), {}),
    (Scope(region="LEMBAYUNG"), {(B, R): 2.0}),
    (Scope(outlet="kabar a"), {(B, R): 1.0, (C, R): 1.0}),
    (Scope(outlet="kabar-b"), {(B, R): 0.5, (B, C): 0.5, (C, R): 0.5}),
    (Scope(rule="uu/1999/40"), {}),
]


@pytest.mark.parametrize(("scope", "ties"), SCOPES, ids=str)
def test_a_scope_chooses_the_statements_that_count(
    graph: Graph, scope: Scope, ties: dict[tuple[str, str], float]
) -> None:
    assert tied(speakers_by_rule(graph, scope)) == ties


@ALL
@pytest.mark.parametrize("scope", [scope for scope, _ in SCOPES], ids=str)
def test_evidence_is_of_statements_in_the_scope(graph: Graph, name: str, scope: Scope) -> None:
    network = project(graph, name, scope)
    inside = {id_ for (id_,) in graph.run(scope.query("statements"), scope.parameters()).rows}
    assert all(own["evidence"] for *_, own in network.edges(data=True))
    assert {id_ for *_, own in network.edges(data=True) for id_ in own["evidence"]} <= inside


@ALL
def test_a_repost_counts_once_if_asked(graph: Graph, name: str, tmp_path: Path) -> None:
    page, record = CORPUS[0]
    again = Article(id="one-again", outlet="Kabar C", date="2022-03-05", title="one", text=page.text)
    repost = (again, Record(id="one-again", entities=record.entities, statements=record.statements))
    with opened([*CORPUS, repost], tmp_path / "g") as found:
        once, often = project(found, name, Scope(once=True)), project(found, name)
    assert nx.utils.graphs_equal(once, project(graph, name))
    assert not nx.utils.graphs_equal(often, once)


@ALL
def test_a_network_is_the_same_from_any_order_of_articles(graph: Graph, name: str, tmp_path: Path) -> None:
    with opened(CORPUS[::-1], tmp_path / "g") as found:
        other = project(found, name)
    one = project(graph, name)
    assert nx.utils.graphs_equal(one, other)
    assert list(one.edges(data=True)) == list(other.edges(data=True))


@ALL
def test_an_empty_graph_gives_an_empty_network(empty_graph: Graph, name: str) -> None:
    for scope in (Scope(), Scope(rule="x", region="x", outlet="x", since="2020-01-01", until="2020-01-01", once=True)):
        assert len(project(empty_graph, name, scope)) == 0


def test_what_does_not_fit_the_pairs_is_told(graph: Graph) -> None:
    network = speakers_by_rule(graph, pairs=2)
    assert network.graph["left_out"] == {UU: 3}
    assert tied(network) == {(B, R): 1.0, (C, R): 1.0}


@pytest.mark.parametrize("day", ["2024", "yesterday", "2024-13-01"])
def test_a_day_that_is_none_is_refused(graph: Graph, day: str) -> None:
    with pytest.raises(ParameterError, match=day):
        speakers_by_rule(graph, Scope(since=day))


def test_an_unknown_network_is_refused_with_those_there_are(graph: Graph) -> None:
    with pytest.raises(NetworkError, match="speakers-by-rule, speakers-by-article"):
        project(graph, "friends")
