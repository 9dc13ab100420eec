"""Web Annotations: their shape, and that their selectors find the words."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.engine import Graph
from graph.exports.annotations import quote_selector
from graph.resolve import ELLIPSIS

PURPOSES = {"identifying", "linking", "tagging", "describing"}


def annotations(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def texts(path):
    """The text of each article, by what annotations call it."""
    with Graph.open(path) as graph:
        rows = graph.run("MATCH (a:Article) RETURN a.id, a.url, a.text").rows
    return {name: text for id_, url, text in rows for name in (url, f"urn:wartagraf:article/{id_}")}


@pytest.mark.parametrize("source", ["small_path", "nasty_path"])
def test_selectors_find_the_words_of_each_statement(source, export, request):
    path = request.getfixturevalue(source)
    there = {article.replace(" ", "%20"): text for article, text in texts(path).items()}
    with Graph.open(path) as graph:
        words = sorted(row[0] for row in graph.run("MATCH (s:Statement) RETURN s.text").rows)
    found = []
    for annotation in annotations(export(path, "annotations")):
        parts = []
        for target in annotation["target"]:
            quote, place = target["selector"]
            text = next(t for name, t in there.items() if name == target["source"] or source == "nasty_path")
            assert quote["exact"] == text[place["start"] : place["end"]]
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert text.count(around) == 1
            assert text.index(around) + len(quote["prefix"]) == place["start"]
            parts.append(quote["exact"])
        found.append(ELLIPSIS.join(parts))
    assert sorted(found) == words


@settings(deadline=None)
@given(st.text(alphabet="ab \n", min_size=1, max_size=200), st.data())
def test_a_quote_with_what_is_around_it_stands_once_in_the_text(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = quote_selector(text, start, end)
    around = quote["prefix"] + quote["exact"] + quote["suffix"]
    assert text.find(around) == start - len(quote["prefix"])
    assert text.find(around, text.find(around) + 1) == -1


def test_an_annotation_has_the_shape_of_the_recommendation(export, small_path):
    read = annotations(export(small_path, "annotations"))
    assert len({annotation["id"] for annotation in read}) == len(read) == 7
    for annotation in read:
        assert annotation["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert annotation["type"] == "Annotation"
        assert set(annotation["motivation"]) <= PURPOSES
        assert annotation["generator"]["type"] == "Software"
        for body in annotation["body"]:
            assert body["purpose"] in PURPOSES
            assert body["type"] == ("TextualBody" if "value" in body else "SpecificResource")
        for target in annotation["target"]:
            kinds = [selector["type"] for selector in target["selector"]]
            assert kinds == ["TextQuoteSelector", "TextPositionSelector"]


def test_the_bodies_tell_who_and_which_rules(export, small_path):
    read = annotations(export(small_path, "annotations"))
    split = next(a for a in read if len(a["target"]) == 2)
    sources = [body["source"] for body in split["body"] if "source" in body]
    assert any(source.startswith("urn:wartagraf:person/sarmila-dewanti") for source in sources)
    assert "urn:wartagraf:akn/id/act/uu/2014/5" in sources
    told = [body["value"] for body in split["body"] if body["purpose"] == "describing"]
    assert told[0].startswith("Sarmila Dewanti, Ketua")
    citizen = next(a for a in read if any("Seorang warga" in body.get("value", "") for body in a["body"]))
    assert not [b for b in citizen["body"] if b.get("source", "").startswith("urn:wartagraf:person/")]
