"""`wartagraf network`: tables for people and programs, files for Gephi, pictures."""

import csv
import io
import json
import shutil
import sys
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from click.testing import CliRunner, Result

from graph.engine import Graph
from graph.errors import NetworkError
from graph.folder import GRAPH_FILE
from graph.networking import network
from graph.networks import NETWORKS, rules_by_article, speakers_by_rule
from graph.networks.files import write_network
from graph.networks.kinds import Measure
from graph.networks.pictures import draw_network, write_picture

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def into(small_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    shutil.copy(small_path, folder / GRAPH_FILE)
    return folder


def run(into: Path, *args: object) -> Result:
    return CliRunner().invoke(network, [*map(str, args), "--into", str(into)], terminal_width=200)


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("what", Measure)
def test_every_network_and_measure_answers(into: Path, name: str, what: Measure) -> None:
    done = run(into, name, "--measure", what, "--json")
    assert done.exit_code == 0, done.output
    assert isinstance(json.loads(done.stdout), list)


def test_without_a_measure_the_ties_are_told(into: Path) -> None:
    done = run(into, "speakers-by-rule", "--limit", 1)
    assert "uu/2014/5" in done.stdout or "pp/2021/94" in done.stdout
    assert "the first 1 of 2 rows" in done.stderr
    assert "evidence" not in done.stdout, "ids of statements are for programs"


def test_programs_get_all_rows_with_evidence(into: Path) -> None:
    rows = json.loads(run(into, "speakers-by-rule", "--json").stdout)
    assert len(rows) == 2
    assert all(row["evidence"] and row["one_id"].startswith("Person:") for row in rows)
    (first, *_) = csv.DictReader(io.StringIO(run(into, "speakers-by-rule", "--csv").stdout))
    assert first["weight"] == "1.0"


def test_the_options_choose_the_statements(into: Path) -> None:
    tied = json.loads(run(into, "speakers-by-rule", "--until", "2023-12-31", "--json").stdout)
    assert tied == []
    (rule,) = json.loads(run(into, "speakers-by-rule", "--rule", "pp/2021/94", "--once", "--json").stdout)
    assert rule["shared"] == ["pp/2021/94"]
    left = run(into, "speakers-by-rule", "--pairs", "1", "--json")
    assert "1 too large to be folded are left out, such as uu/2014/5 with 2 members" in left.stderr


def test_a_choice_that_leaves_nothing_is_named_with_where_to_look(into: Path, tmp_path: Path) -> None:
    done = run(into, "rules-by-article", "--rule", "UU ASN", "--region", "Kota Antah", "-o", tmp_path / "n.gexf")
    assert "no statement that ties anything fits --rule 'UU ASN' --region 'Kota Antah'; " in done.stderr
    assert "find-rule" in done.stderr
    assert "rules-by-region" in done.stderr
    assert "fits" not in run(into, "speakers-by-rule", "--since", "2023-01-01").stderr


def test_a_name_that_is_none_is_refused_with_those_there_are(into: Path) -> None:
    done = run(into, "friends")
    assert done.exit_code == 2
    assert "speakers-by-rule" in done.output


def test_the_help_tells_every_network() -> None:
    text = CliRunner().invoke(network, ["--help"]).output
    assert all(f"  {name}:\n" in text for name in NETWORKS)


def test_graphml_is_read_back_as_it_was(into: Path, small_graph: Graph, tmp_path: Path) -> None:
    done = run(into, "speakers-by-rule", "-o", tmp_path / "n.graphml")
    assert (done.exit_code, done.stdout) == (0, ""), "a file is asked for, not a table"
    found, wanted = nx.read_graphml(tmp_path / "n.graphml"), speakers_by_rule(small_graph)
    assert set(found) == set(wanted)
    assert {frozenset(ends) for ends in found.edges} == {frozenset(ends) for ends in wanted.edges}
    for a, b, own in found.edges(data=True):
        assert own["weight"] == wanted.edges[a, b]["weight"]
        assert own["evidence"] == ", ".join(wanted.edges[a, b]["evidence"])
    node = next(iter(wanted))
    assert (found.nodes[node]["label"], found.nodes[node]["class"]) == (wanted.nodes[node]["name"], "Person")


def test_gexf_has_the_days_of_ties(into: Path, tmp_path: Path) -> None:
    assert run(into, "speakers-by-rule", "--rule", "uu/2014/5", "-o", tmp_path / "n.gexf").exit_code == 0
    root = ElementTree.parse(tmp_path / "n.gexf").getroot()
    (graph,) = root.findall(".//{*}graph")
    (edge,) = root.findall(".//{*}edge")
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    assert (edge.get("start"), edge.get("end")) == ("2023-09-01", "2024-03-05")
    assert set(nx.read_gexf(tmp_path / "n.gexf")) == {edge.get("source"), edge.get("target")}


def test_an_undated_tie_is_written_without_days(into: Path, tmp_path: Path) -> None:
    found = nx.Graph()
    found.add_edge("Person:a", "Person:b", weight=1.0, first="", last="", evidence=["x\x00y"])
    write_network(found, tmp_path / "n.gexf")
    (edge,) = ElementTree.parse(tmp_path / "n.gexf").getroot().findall(".//{*}edge")
    assert "start" not in edge.attrib
    assert nx.read_gexf(tmp_path / "n.gexf").edges["Person:a", "Person:b"]["evidence"] == "x�y"


@pytest.mark.parametrize(("option", "file"), [("-o", "n.xlsx"), ("--picture", "n.bmp")])
def test_other_kinds_of_files_are_refused(into: Path, tmp_path: Path, option: str, file: str) -> None:
    done = run(into, "speakers-by-rule", option, tmp_path / file)
    assert isinstance(done.exception, NetworkError)
    assert "are written as" in str(done.exception)
    assert not (tmp_path / file).exists()


def test_a_picture_shows_names_and_is_the_same_again(into: Path, small_graph: Graph, tmp_path: Path) -> None:
    for file in ("one.svg", "two.svg", "three.png"):
        assert run(into, "speakers-by-rule", "--picture", tmp_path / file).exit_code == 0
    drawn = (tmp_path / "one.svg").read_text("utf-8")
    assert "Sarmila Dewanti" in drawn
    assert drawn == (tmp_path / "two.svg").read_text("utf-8")
    assert (tmp_path / "three.png").read_bytes().startswith(PNG)


def test_a_large_network_is_drawn_by_its_strongest_nodes() -> None:
    large = nx.relabel_nodes(nx.barabasi_albert_graph(120, 2, seed=1), str)
    (axes,) = draw_network(large, most=15).axes
    assert len(axes.texts) == 15
    assert "the 15 with the strongest ties, of 120 nodes" in axes.get_title()


def test_parts_of_a_network_do_not_lie_over_one_another() -> None:
    parts = nx.relabel_nodes(nx.disjoint_union_all([nx.complete_graph(4)] * 5), str)
    (axes,) = draw_network(parts).axes
    places = {text.get_text(): text.xy for text in axes.texts}
    boxes = []
    for part in nx.connected_components(parts):
        xs, ys = zip(*(places[node] for node in part), strict=True)
        boxes.append((min(xs), max(xs), min(ys), max(ys)))
    for i, (left, right, low, high) in enumerate(boxes):
        for other_left, other_right, other_low, other_high in boxes[:i]:
            assert right < other_left or other_right < left or high < other_low or other_high < low


def test_an_empty_network_is_an_empty_picture(empty_graph: Graph, tmp_path: Path) -> None:
    write_picture(rules_by_article(empty_graph), tmp_path / "empty.png")
    assert (tmp_path / "empty.png").read_bytes().startswith(PNG)


def test_without_matplotlib_it_is_told_how_to_install_it(
    into: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    done = run(into, "speakers-by-rule", "--picture", tmp_path / "n.png")
    assert "pip install 'wartagraf[notebooks]'" in str(done.exception)
