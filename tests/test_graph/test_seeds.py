"""The five articles this project began with, from files to answers; they lie beside a developer's checkout only."""

import json

import pytest

from graph.building import build
from graph.engine import Graph
from graph.folder import GRAPH_FILE
from graph.verifying import verify_graph


@pytest.fixture(scope="module")
def seeds(shared, tmp_path_factory):
    into = tmp_path_factory.mktemp("seeds")
    build([shared / "seeds"], into)
    with Graph.open(into / GRAPH_FILE) as graph:
        yield into, graph


def speakers_about(graph, rule):
    return {(row["speaker"], row["post"]) for row in graph.ask("who-spoke-about-rule", rule=rule).dicts()}


@pytest.mark.parametrize("rule", ["uu/2016/10", "uu/2015/1", "perppu/2014/1"])
def test_a_nested_title_gives_every_rule_to_its_speaker(seeds, rule):
    ((speaker, post),) = speakers_about(seeds[1], rule)
    assert speaker == "Basuki"
    assert post.startswith("Ketua Komisi I")
    assert "DPRD Kota Metro" in post


def test_a_short_citation_is_bound_to_its_speaker(seeds):
    speakers = speakers_about(seeds[1], "pp/2021/94")
    assert speakers == {("Totok Agus Daryanto", "Kepala, Badan Kepegawaian Daerah Kota Banjarmasin")}


@pytest.mark.parametrize(
    ("speaker", "sanctions"),
    [
        ("Misnan", {"pemberhentian", "penurunan-pangkat"}),
        ("Arie Budhiman", {"pemblokiran"}),
        ("Muhammad Yasar", {"teguran-tertulis"}),
        ("Rosita", {"generic"}),
        ("Qomaru Zaman", {"generic"}),
    ],
)
def test_a_sanction_is_bound_to_who_invokes_it(seeds, speaker, sanctions):
    rows = seeds[1].run(
        "MATCH (p:Person {name: $name})-[:SAID]->(s:Statement)-[:INVOKES]->(x:Sanction) RETURN DISTINCT x.id AS kind",
        {"name": speaker},
    )
    assert sanctions <= {row["kind"] for row in rows.dicts()}


@pytest.mark.parametrize(
    ("person", "post", "place"),
    [
        ("Misnan", "Pj Sek", "Kota Metro"),
        ("Rosita", "Kepala", "Kota Metro"),
        ("Qomaru Zaman", "Wakil Wali", "Kota Metro"),
        ("Ikhsan Budiman", "Sekretaris Daerah", "Kota Banjarmasin"),
        ("Muhammad Yasar", "Ketua", "Banjarmasin"),
        ("Hasan", "Penjabat Wali Kota", "Kota Tanjungpinang"),
    ],
)
def test_officials_hold_their_posts(seeds, person, post, place):
    rows = list(seeds[1].ask("holders-of-post", post=post).dicts())
    assert any(row["person"] == person and place in json.dumps(row) for row in rows)


def test_the_rules_of_an_article_stand_in_it_with_their_provisions(seeds):
    rows = seeds[1].run(
        "MATCH (p:Person {name: 'Hasan'})-[:SAID]->(:Statement)-[:REPORTED_IN]->(a:Article)-[c:CITES]->(r:Regulation) "
        "RETURN DISTINCT r.id AS rule, c.provisions AS provisions"
    )
    cited = {row["rule"]: row["provisions"] for row in rows.dicts()}
    assert cited["uu/2014/5"] == ["pasal 2"]
    assert "skb/2022/2" in cited


def test_no_statement_stands_there_twice(seeds):
    rows = seeds[1].run("MATCH (s:Statement) RETURN s.text AS words, count(*) AS times ORDER BY times DESC")
    assert rows.rows[0][1] == 1


def test_every_statement_stands_in_its_article(seeds):
    proof = verify_graph(seeds[0])
    assert proof.statements.checked > 40
    assert not proof.faults
