"""One contract: every named query gives the same columns, rows and order from LadybugDB and from Neo4j."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, product
from pathlib import Path
from typing import Any

import pytest

import corpus
from corpus.article import Article
from extract import extract_record
from extract.record import Record
from extract.rules.registry import KnownRule, known_rules
from graph.engine import Graph
from graph.index.finding import SERVED
from graph.loading import build_graph
from graph.neo4j.indexing import indexed
from graph.neo4j.loading import load_neo4j
from graph.neo4j.server import Server
from graph.questions import NamedQuery, Parameter, named_queries
from graph.staging import staged_tables
from tests.test_graph.servers import emptied

Pair = tuple[Article, Record]
Graphs = tuple[Graph, Graph]

ALL = pytest.mark.parametrize("query", named_queries().values(), ids=lambda query: query.name)
LIMITED = pytest.mark.parametrize(
    "query",
    [query for query in named_queries().values() if "limit" in {p.name for p in query.parameters}],
    ids=lambda query: query.name,
)
TEXTS = {
    "words": ["teguran", "UU", "larang", "yang melanggar", "aturan itu", "é", "!?"],
    "also": ["dikenai"],
    "and_also": ["asn"],
    "speaker": ["sarmila", "HASAN", "?seorang", "dewanti sarmila"],
    "rule": ["uu/2014/5", "pp/2021/94", "uu asn", "uu/2014", "pp", "disiplin", "nothing/1/2"],
    "name": ["hasan", "sarm", "dinas perhubungan", "UU ASN", "uu/2014", "uu/201", "aparatur", "'\"\\"],
    "person": ["hasan", "dewanti"],
    "institution": ["bawaslu", "dinas"],
    "post": ["ketua", "wali kota", "kepala"],
    "place": ["kota", "bukit pinang"],
    "region": ["kota", "kenari"],
    "act": ["states", "urges", "announces-sanction"],
    "modality": ["possible", "negated"],
    "status": ["threatened", "imposed"],
    "kind": ["pemberhentian", "denda"],
    "since": ["2023-09-02", "2024-03-05", "2030-01-01"],
    "until": ["2023-09-01", "2024-12-31", "1999-12-31"],
}
NUMBERS = {"limit": [1, 3], "skip": [1, 2], "once": [1]}
IDS = {
    "id": ("Article", "Statement", "Person", "Institution", "Regulation"),
    "rule": ("Regulation",),
    "person": ("Person",),
    "institution": ("Institution",),
    "place": ("Institution", "Region"),
}
FEW = 5  # ids of each label, from the whole of the alphabet
COMBINATIONS = 20  # of a query's parameters, beside those of one parameter at a time


def served(server: Server, pairs: list[Pair], registry: dict[str, KnownRule], folder: Path) -> Graph:
    """The graph of ``pairs`` in Neo4j, in the place of whatever was there."""
    address = emptied(server)
    with (
        staged_tables(pairs, folder / "graph.lbug", registry=registry) as staged,
        indexed(staged, address, folder, registry),
    ):
        load_neo4j(staged, address, folder)
    return Graph.connect(server.url, user=server.user, password=server.password, beside=folder / SERVED)


@pytest.fixture(scope="module")
def corpus_pairs(small_corpus: list[Pair]) -> list[Pair]:
    """The small corpus, a release in three papers, and the sample pages as they are read."""
    article, record = small_corpus[0]
    papers = [("third", "2023-09-05"), ("fourth", "2023-09-04")]
    copies = [
        (replace(article, id=id_, outlet=f"Kabar {id_}", date=day), replace(record, id=id_)) for id_, day in papers
    ]
    return [*small_corpus, *copies, *sample_pairs()]


def sample_pairs() -> Iterator[Pair]:
    """The sample pages as they are read."""
    for page in corpus.read_sources([Path(corpus.__file__).parent / "sample"]):
        article = corpus.clean(page) if isinstance(page, corpus.Page) else page
        if isinstance(article, Article):
            yield article, extract_record(article)


@pytest.fixture(scope="module")
def graphs(
    neo4j: Server,
    corpus_pairs: list[Pair],
    small_registry: dict[str, KnownRule],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Graphs]:
    """The same articles in LadybugDB and in Neo4j."""
    registry = {**known_rules(), **small_registry}
    folder = tmp_path_factory.mktemp("contract")
    build_graph(corpus_pairs, folder / "graph.lbug", registry=registry)
    with Graph.open(folder / "graph.lbug") as one, served(neo4j, corpus_pairs, registry, folder) as other:
        yield one, other


@pytest.fixture(scope="module")
def ids(graphs: Graphs) -> dict[str, list[str]]:
    """Every id of the graph, by label."""
    labels = {label for names in IDS.values() for label in names}
    return {
        label: [row[0] for row in graphs[0].run(f"MATCH (n:{label}) RETURN n.id ORDER BY n.id").rows]
        for label in labels
    }


def values_of(parameter: Parameter, ids: dict[str, list[str]]) -> list[Any]:
    """What a parameter is asked with: words of every kind, and some ids."""
    known = [id_ for label in IDS.get(parameter.name, ()) for id_ in ids[label][:: max(1, len(ids[label]) // FEW)]]
    return [*TEXTS.get(parameter.name, []), *NUMBERS.get(parameter.name, []), *known]


def asked(query: NamedQuery, ids: dict[str, list[str]]) -> Iterator[dict[str, Any]]:
    """Sets of parameters for a query: none but what it needs, each by itself, and many together."""
    given = {p.name: values_of(p, ids) for p in query.parameters}
    needed = {p.name for p in query.parameters if p.default is None}
    least = {name: given[name][0] for name in needed}
    yield least
    for name, values in given.items():
        yield from (least | {name: value} for value in values)
    every = product(*([(name, value) for value in (*values, None)] for name, values in sorted(given.items())))
    step = max(1, size(given) // COMBINATIONS)
    for chosen in islice(every, 0, None, step):
        yield least | {name: value for name, value in chosen if value is not None}


def size(given: dict[str, list[Any]]) -> int:
    """How many sets of parameters there are."""
    found = 1
    for values in given.values():
        found *= len(values) + 1
    return found


def check(graphs: Graphs, query: NamedQuery, given: dict[str, Any]) -> int:
    """The number of rows that both give."""
    one, other = (graph.ask(query.name, **given) for graph in graphs)
    assert one.columns == other.columns == query.columns
    assert one.rows == other.rows, given
    return len(one)


@ALL
def test_both_engines_answer_alike(graphs: Graphs, ids: dict[str, list[str]], query: NamedQuery) -> None:
    rows = [check(graphs, query, given) for given in asked(query, ids)]
    about_one = "id" in {p.name for p in query.parameters}  # all of them are asked below
    assert any(rows) or about_one or query.name == "revised-articles", "a comparison of nothing"


@pytest.mark.parametrize(
    "name", [q.name for q in named_queries().values() if {p.name for p in q.parameters} & IDS.keys()]
)
def test_both_engines_answer_alike_about_everything_in_the_graph(
    graphs: Graphs, ids: dict[str, list[str]], name: str
) -> None:
    query = named_queries()[name]
    for parameter in query.parameters:
        for label in IDS.get(parameter.name, ()):
            for id_ in ids[label]:
                check(graphs, query, {parameter.name: id_})


@LIMITED
def test_both_engines_know_the_end_of_a_list(graphs: Graphs, ids: dict[str, list[str]], query: NamedQuery) -> None:
    least = next(asked(query, ids))
    whole = graphs[0].ask(query.name, **least).rows
    for limit in range(len(whole) + 2 if len(whole) < 12 else 12):
        cut = [graph.ask(query.name, **least, limit=limit).rows for graph in graphs]
        assert cut[0] == cut[1] == whole[:limit], limit
