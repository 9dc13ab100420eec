"""JSON-LD and Turtle, read back with rdflib."""

import json

import pytest
import rdflib
from rdflib import PROV, RDF, Literal, URIRef

from graph.exports import ExportError
from graph.exports.names import Names
from graph.exports.vocabulary import vocabulary
from graph.layout import tables

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # of rdflib itself

SCHEMA = rdflib.Namespace("https://schema.org/")
WG = rdflib.Namespace("urn:wartagraf:terms:")
WHO_SAID_WHAT = """
    PREFIX schema: <https://schema.org/>
    SELECT ?name ?words ?day ?article WHERE {
        ?statement a schema:Quotation ; schema:citation ?rule ; schema:text ?words ; schema:isPartOf ?article .
        ?statement schema:spokenByCharacter/schema:name ?name .
        ?rule schema:legislationIdentifier "pp/2021/94" .
        OPTIONAL { ?statement schema:datePublished ?day }
    } ORDER BY ?name ?words
"""


def triples(path, format_):
    return rdflib.Graph().parse(path, format={"jsonld": "json-ld"}.get(format_, format_))


@pytest.fixture(scope="module")
def small(export, small_path):
    return triples(export(small_path, "turtle", texts=True), "turtle")


@pytest.mark.parametrize("source", ["small_path", "nasty_path"])
def test_both_forms_are_the_same_triples(source, export, request):
    path = request.getfixturevalue(source)
    read = [set(triples(export(path, format_, texts=True), format_)) for format_ in ("turtle", "jsonld")]
    assert len(read[0]) > 100
    assert read[0] == read[1]


def test_a_query_tells_who_said_what_about_a_rule(small, small_graph):
    told = {(str(name), str(words), str(day or "")) for name, words, day, _ in small.query(WHO_SAID_WHAT)}
    asked = small_graph.ask("who-spoke-about-rule", rule="pp/2021/94").dicts()
    assert told == {(row["speaker"], row["words"], row["date"]) for row in asked}
    assert len(told) == 2


def test_an_article_is_called_by_its_address_and_a_rule_by_its_akoma_ntoso_path(small):
    assert (URIRef("https://kabar.example/sarmila"), RDF.type, SCHEMA.NewsArticle) in small
    assert (URIRef("urn:wartagraf:article/hasan-2"), RDF.type, SCHEMA.NewsArticle) in small
    assert (URIRef("urn:wartagraf:akn/id/act/uu/2014/5"), RDF.type, SCHEMA.Legislation) in small


def test_every_statement_tells_where_it_was_found_and_by_which_version(small):
    statements = set(small.subjects(RDF.type, SCHEMA.Quotation))
    assert len(statements) == 7
    for statement in statements:
        assert small.value(statement, PROV.wasDerivedFrom) == small.value(statement, SCHEMA.isPartOf)
        program = small.value(statement, PROV.wasAttributedTo)
        assert (program, RDF.type, PROV.SoftwareAgent) in small
        assert small.value(program, SCHEMA.softwareVersion)


def test_every_row_of_the_graph_is_told(small, small_graph):
    for spec in tables():
        kind = WG[spec.name.split(":")[0]]
        if not spec.pair:
            count = small_graph.run(f"MATCH (n:{spec.name}) RETURN count(*)").rows[0][0]
            assert len(set(small.subjects(RDF.type, kind))) == count, spec.name
    for type_ in {spec.name.split(":")[0] for spec in tables() if spec.pair and spec.of.properties}:
        count = small_graph.run(f"MATCH ()-[e:{type_}]->() RETURN count(*)").rows[0][0]
        assert len(set(small.subjects(RDF.type, WG[type_]))) == count, type_


def test_an_edge_with_properties_speaks_of_its_triple(small):
    for edge in small.subjects(RDF.type, RDF.Statement):
        triple = tuple(small.value(edge, part) for part in (RDF.subject, RDF.predicate, RDF.object))
        assert triple in small
    invoked = {str(small.value(edge, WG.surface)) for edge in small.subjects(RDF.type, WG.INVOKES)}
    assert "teguran tertulis" in invoked


def test_words_that_break_files_come_back(export, nasty_path, nasty_words):
    read = triples(export(nasty_path, "turtle", texts=True), "turtle")
    assert set(read.objects(None, SCHEMA.articleBody)) == {Literal(nasty_words.text)}
    assert Literal(nasty_words.name) in set(read.objects(None, SCHEMA.name))


def test_of_two_articles_with_one_address_one_is_called_by_it(export, nasty_path):
    read = triples(export(nasty_path, "turtle"), "turtle")
    articles = set(map(str, read.subjects(RDF.type, SCHEMA.NewsArticle)))
    ours = {name for name in articles if name.startswith("urn:wartagraf:article/")}
    assert len(articles) == 3
    assert ours == {"urn:wartagraf:article/b%2520", "urn:wartagraf:article/c"}


def test_each_line_of_json_ld_is_one_resource(export, small_path):
    first, *lines, last = export(small_path, "jsonld").read_text("utf-8").splitlines()
    assert (first[-1], last) == ("[", "]}")
    quotations = [row for row in map(json.loads, (line.rstrip(",") for line in lines)) if "Quotation" in row["@type"]]
    assert len(quotations) == 7
    assert {"text", "isPartOf", "wg:confidence"} <= quotations[0].keys()


def test_a_property_without_an_entry_is_told_in_our_own_words():
    for spec in tables():
        for p in spec.of.properties:
            prefix, name = vocabulary().of_property(spec, p.name).split(":")
            assert name == p.name or prefix != "wg"


def test_names_begin_with_the_base(export, small_path):
    read = triples(export(small_path, "turtle", base="https://warta.example/g"), "turtle")
    assert (URIRef("https://warta.example/g/akn/id/act/uu/2014/5"), RDF.type, SCHEMA.Legislation) in read
    assert not [s for s in read.subjects() if s.startswith("urn:wartagraf:")]


@pytest.mark.parametrize("base", ["", "warta", "https://warta.example/a b/", "urn:", "<x>:y"])
def test_a_base_that_begins_no_iri_is_refused(base):
    with pytest.raises(ExportError, match="cannot begin an IRI"):
        Names(base)
