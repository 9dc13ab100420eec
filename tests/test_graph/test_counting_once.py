"""One release in several papers, one article in several revisions: what the questions count."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.article import Article
from extract.record import Record
from graph.building import build
from graph.engine import Graph
from graph.folder import GRAPH_FILE
from graph.loading import build_graph

Pair = tuple[Article, Record]


@pytest.fixture(scope="module")
def release(small_corpus: list[Pair]) -> list[Pair]:
    """The first article of the corpus in three papers, and the others."""
    article, record = small_corpus[0]
    others = [pair for pair in small_corpus if pair[0].text != article.text]
    papers = [("first", "2023-09-01"), ("second", "2023-09-02"), ("third", "2023-09-03")]
    copies = [
        (replace(article, id=id_, outlet=f"Kabar {id_}", date=day), replace(record, id=id_)) for id_, day in papers
    ]
    return copies + others


@pytest.fixture(scope="module")
def graph(release: list[Pair], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    path = tmp_path_factory.mktemp("once") / "g"
    build_graph(reversed(release), path)
    with Graph.open(path) as opened:
        yield opened


def count(graph: Graph, **parameters: object) -> int:
    return int(graph.ask("count-statements", **parameters).rows[0][0])


def test_a_release_in_three_papers_is_counted_three_times_or_once(graph: Graph) -> None:
    assert count(graph, words="teguran tertulis") == 3
    assert count(graph, words="teguran tertulis", once=1) == 1


def test_it_is_counted_where_it_was_printed_first(graph: Graph) -> None:
    assert count(graph, words="teguran tertulis", once=1, until="2023-09-01") == 1
    assert count(graph, words="teguran tertulis", once=1, since="2023-09-02") == 0


@pytest.mark.parametrize("query", ["top-speakers", "top-rules", "rules-by-region"])
def test_ranks_count_a_release_once_when_asked_to(graph: Graph, query: str) -> None:
    often, once = (graph.ask(query, once=n) for n in (0, 1))
    place = often.columns.index("statements")
    assert sum(row[place] for row in once.rows) < sum(row[place] for row in often.rows)
    assert len(once.rows) == len(often.rows)


@pytest.mark.parametrize(
    ("query", "given"), [("find-statements", {"words": "teguran"}), ("who-spoke-about-rule", {"rule": "uu/2014/5"})]
)
def test_every_statement_tells_where_it_was_printed_first(graph: Graph, query: str, given: dict[str, str]) -> None:
    table = graph.ask(query, **given)
    first, article = (table.columns.index(name) for name in ("first_printed_in", "article"))
    printed = {row[article]: row[first] for row in table.rows}
    assert printed["third"] == printed["second"] == printed["first"] == "first"
    assert all(origin == id_ for id_, origin in printed.items() if id_ not in {"second", "third"})


def test_statements_that_several_papers_print_are_listed_with_the_papers(graph: Graph) -> None:
    table = graph.ask("repeated-statements", rule="uu/2014/5")
    row = dict(zip(table.columns, table.rows[0], strict=True))
    assert (row["article"], row["articles"], row["outlets"]) == ("first", 3, ["Kabar second", "Kabar third"])


@pytest.fixture(scope="module")
def revised(small_corpus: list[Pair], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """Two readings of one address, the second with a sentence more."""
    article, record = small_corpus[0]
    later = replace(article, id="later", text=article.text + "\nBerita ini telah diralat.")
    pairs = [(article, record), (later, replace(record, id="later"))]
    path = tmp_path_factory.mktemp("revised") / "g"
    build_graph(pairs, path, superseded={article.id: "later"})
    with Graph.open(path) as opened:
        yield opened


def test_only_the_newest_revision_gives_statements(revised: Graph) -> None:
    table = revised.run("MATCH (s:Statement)-[:REPORTED_IN]->(a:Article) RETURN DISTINCT a.id AS id ORDER BY id")
    assert table.rows == (("later",),)


def test_the_earlier_text_is_kept_and_linked(revised: Graph, small_corpus: list[Pair]) -> None:
    article, _ = small_corpus[0]
    (row,) = revised.ask("revised-articles").rows
    assert {article.text, article.id, "later"} <= set(row)
    (found,) = [dict(zip(t.columns, t.rows[0], strict=True)) for t in [revised.ask("article", id=article.id)]]
    assert (found["revised_by"], found["repeats"]) == ("later", "")


def page(lines: list[str]) -> str:
    body = "".join(f"<p>{line}</p>" for line in lines)
    link = '<link rel="canonical" href="https://kabar.example/2024/05/reklame.html">'
    article = f"<article><h1>Reklame Ditertibkan</h1>{body}</article>"
    return f"<html><head><title>Reklame</title>{link}</head><body>{article}</body></html>"


def test_a_build_of_a_changed_page_counts_the_newer_text_and_keeps_both(tmp_path: Path) -> None:
    lines = [
        "RANTAU SEBERANG – Pemerintah kota mulai menertibkan reklame tanpa izin di sepanjang jalan utama sejak pagi.",
        "“Pelanggar Perda Nomor 3 Tahun 2019 didenda dua juta rupiah,” kata Kepala Satpol PP Budi Hartawan, Senin.",
        "Penertiban berlangsung dua minggu dan menyasar tiga kecamatan sekaligus, dari pasar sampai pelabuhan.",
    ]
    (tmp_path / "old.html").write_text(page(lines), "utf-8")
    (tmp_path / "new.html").write_text(page([lines[0], lines[1].replace("dua juta", "lima juta"), lines[2]]), "utf-8")
    for name in ("old", "new", "old"):
        summary = build([tmp_path / f"{name}.html"], tmp_path / "data")
    assert summary.articles == 2
    with Graph.open(tmp_path / "data" / GRAPH_FILE) as graph:
        words = [row[0] for row in graph.run("MATCH (s:Statement) RETURN s.text").rows]
        assert any("lima juta" in text for text in words)
        assert not any("dua juta" in text for text in words)
        assert len(graph.ask("revised-articles").rows) == 1
