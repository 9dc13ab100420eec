"""GraphML and GEXF, read back with NetworkX."""

import networkx as nx
import pytest
from lxml import etree

from graph.layout import tables
from graph.networks import to_networkx

GEXF = "{http://gexf.net/1.3}"


@pytest.fixture(scope="module")
def graphml(export, small_path):
    return nx.read_graphml(export(small_path, "graphml", ".graphml"))


@pytest.fixture(scope="module")
def gexf_path(export, small_path):
    return export(small_path, "gexf", ".gexf")


@pytest.fixture(scope="module")
def gexf(gexf_path):
    return nx.read_gexf(gexf_path, version="1.3")


@pytest.mark.parametrize("format_", ["graphml", "gexf"])
def test_nodes_and_edges_are_those_of_the_graph(format_, small_graph, request):
    whole = to_networkx(small_graph)
    read = request.getfixturevalue(format_)
    assert set(read) == set(whole)
    of = lambda edges, name: sorted((a, b, data[name]) for a, b, data in edges)  # noqa: E731
    assert of(read.edges(data=True), "class") == of(whole.edges(data=True), "type")


def test_values_keep_their_types(graphml):
    statement = next(data for _, data in graphml.nodes(data=True) if data["class"] == "Statement")
    assert isinstance(statement["confidence"], float)
    rule = graphml.nodes["Regulation:uu/2014/5"]
    assert (rule["year"], rule["title"]) == (2014, "Aparatur Sipil Negara")
    cited = [data for *_, data in graphml.edges(data=True) if data["class"] == "CITES"]
    assert {data.get("in_force") for data in cited} >= {False}


def test_a_node_is_drawn_with_its_name_and_a_statement_with_its_words(graphml, gexf):
    for read in (graphml, gexf):
        labels = {data["class"]: data["label"] for _, data in read.nodes(data=True)}
        assert labels["Outlet"] in {"Kabar Lada", "Warta Kenari"}
        assert len(labels["Statement"]) <= 80
        assert labels["Article"]


def test_statements_and_posts_have_dates(gexf):
    for _, data in gexf.nodes(data=True):
        if data["class"] in {"Statement", "Article"}:
            assert data.get("start") == data.get("end") == data.get("date")
        else:
            assert "start" not in data
    posts = [data for *_, data in gexf.edges(data=True) if data["class"] == "HOLDS"]
    assert ("2023-09-01", "2023-09-02") in {(data.get("start"), data.get("end")) for data in posts}
    said = [
        (data.get("start"), gexf.nodes[b].get("date"))
        for _, b, data in gexf.edges(data=True)
        if data["class"] == "SAID"
    ]
    assert said
    assert all(start == day for start, day in said)


def test_no_property_has_a_name_that_the_files_need_for_themselves():
    assert not {"label", "class"} & {p.name for spec in tables() for p in spec.of.properties}


def test_gexf_is_dynamic_and_declares_every_value(gexf_path):
    root = etree.parse(gexf_path).getroot()
    drawn = root.find(f"{GEXF}graph")
    assert (root.get("version"), drawn.get("mode"), drawn.get("timeformat")) == ("1.3", "dynamic", "date")
    for kind in ("node", "edge"):
        declared = {a.get("id") for a in drawn.findall(f"{GEXF}attributes[@class='{kind}']/{GEXF}attribute")}
        used = {v.get("for") for v in drawn.findall(f"{GEXF}{kind}s/{GEXF}{kind}/{GEXF}attvalues/{GEXF}attvalue")}
        assert used <= declared


@pytest.mark.parametrize("format_", ["graphml", "gexf"])
def test_words_that_break_xml_come_back(format_, export, nasty_path, nasty_words):
    path = export(nasty_path, format_, texts=True)
    read = nx.read_graphml(path) if format_ == "graphml" else nx.read_gexf(path, version="1.3")
    texts = {data["text"] for _, data in read.nodes(data=True) if data["class"] == "Article"}
    assert texts == {nasty_words.text.replace("\x0b", "�")}
    assert nasty_words.name in {data.get("name") for _, data in read.nodes(data=True)}
