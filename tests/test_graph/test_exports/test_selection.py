"""Which part of a graph goes into an export."""

import pandas as pd
import pytest

from graph.exports import ExportError
from graph.layout import tables


def read(folder):
    return {spec.name: pd.read_parquet(folder / f"{spec.name.replace(':', '-')}.parquet") for spec in tables()}


def test_a_rule_keeps_its_statements_with_what_they_touch(export, small_path, small_graph):
    kept = read(export(small_path, "parquet", selection={"rule": "pp/2021/94"}))
    cited = small_graph.run(
        "MATCH (s:Statement)-[:CITES]->(:Regulation {id: 'pp/2021/94'})<-[:CITES]-(s) RETURN DISTINCT s.id"
    )
    assert set(kept["Statement"]["id"]) == {row[0] for row in cited.rows}
    assert set(kept["Article"]["id"]) == {"hasan", "hasan-2"}
    assert set(kept["Person"]["name"]) == {"Hasan"}
    assert set(kept["Outlet"]["name"]) == {"Warta Kenari"}
    assert set(kept["Regulation"]["id"]) == {"pp/2021/94"}
    assert len(kept["HOLDS:Person:Institution"]) + len(kept["HOLDS:Person:Region"]) == 2


@pytest.mark.parametrize(
    "selection",
    [{"rule": "uu/2014/5"}, {"since": "2023-09-02"}, {"until": "2023-09-01"}, {"labels": {"Person", "Region"}}],
)
def test_every_edge_of_a_selection_has_both_ends(selection, export, small_path):
    kept = read_some(export(small_path, "parquet", selection=selection))
    for spec in tables():
        if spec.pair and spec.name in kept:
            for end, label in zip(("source_id", "target_id"), spec.pair, strict=True):
                assert set(kept[spec.name][end]) <= set(kept[label]["id"]), spec.name


def read_some(folder):
    there = {path.name: path for path in folder.iterdir()}
    files = {spec.name: f"{spec.name.replace(':', '-')}.parquet" for spec in tables()}
    return {name: pd.read_parquet(there[file]) for name, file in files.items() if file in there}


def test_days_keep_the_statements_of_articles_from_the_first_to_the_last(export, small_path):
    kept = read(export(small_path, "parquet", selection={"since": "2023-09-02", "until": "2024-03-05"}))
    assert set(kept["Statement"]["date"]) == {"2023-09-02", "2024-03-05"}
    assert set(kept["Article"]["id"]) == {"sarmila-again", "hasan"}


def test_labels_keep_whole_tables_and_the_edges_between(export, small_path, small_graph):
    folder = export(small_path, "parquet", selection={"labels": {"Person", "Region"}})
    kept = read_some(folder)
    assert set(kept) == {"Person", "Region", "HOLDS:Person:Region", "PART_OF:Region:Region"}
    assert len(kept["Person"]) == small_graph.run("MATCH (p:Person) RETURN count(*)").rows[0][0]


@pytest.mark.parametrize(
    "selection", [{"rule": "uu/1900/1"}, {"since": "2099-01-01"}, {"rule": "uu/2014/5", "until": "1999-01-01"}]
)
def test_a_choice_of_nothing_is_refused(selection, export, small_path):
    with pytest.raises(ExportError, match="no statement fits"):
        export(small_path, "csv", selection=selection)


@pytest.mark.parametrize("format_", ["ftm", "annotations"])
def test_formats_that_need_all_labels_say_so(format_, export, small_path):
    with pytest.raises(ExportError, match="needs nodes of all labels"):
        export(small_path, format_, selection={"labels": {"Person"}})


def test_an_empty_graph_gives_whole_files(export, empty_path):
    for format_ in ("csv", "parquet", "graphml", "gexf", "jsonld", "turtle"):
        assert export(empty_path, format_).exists()
