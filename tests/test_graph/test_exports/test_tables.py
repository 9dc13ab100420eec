"""CSV and Parquet, read back with what reads them: csv, pandas, pyarrow."""

import csv
import io
from zipfile import ZipFile

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.exports import FORMATS, ExportError, Options, export_graph
from graph.exports.csv_files import spreadsheet_cells
from graph.layout import tables
from graph.schema import Type
from graph.tables import Table

FORMULA = ("=", "+", "-", "@", "\t", "\r")
ARROW = {
    Type.STRING: pa.string(),
    Type.INTEGER: pa.int64(),
    Type.FLOAT: pa.float64(),
    Type.BOOLEAN: pa.bool_(),
    Type.STRINGS: pa.list_(pa.string()),
    Type.INTEGERS: pa.list_(pa.int64()),
}


def names(spec):
    own = [p.name for p in spec.columns]
    return ["source_id", "target_id", *own[2:]] if spec.pair else own


def file_of(spec, suffix):
    return spec.name.replace(":", "-") + suffix


@pytest.mark.parametrize("format_", ["csv", "parquet"])
def test_every_table_of_the_schema_has_a_file_with_its_columns(format_, export, small_path):
    folder = export(small_path, format_)
    assert {path.name for path in folder.iterdir()} == {file_of(spec, f".{format_}") for spec in tables()}
    read = {"csv": pd.read_csv, "parquet": pd.read_parquet}[format_]
    for spec in tables():
        frame = read(folder / file_of(spec, f".{format_}"))
        assert list(frame.columns) == names(spec), spec.name


def test_parquet_keeps_types_values_and_nulls(export, small_path, small_graph):
    folder = export(small_path, "parquet")
    for spec in tables():
        read = pq.read_table(folder / file_of(spec, ".parquet"))
        assert [field.type for field in read.schema] == [ARROW[p.type] for p in spec.columns], spec.name
        if spec.pair:
            kind = spec.name.split(":")[0]
            values = ["a.id AS source_id", "b.id AS target_id", *(f"e.{n}" for n in names(spec)[2:])]
            match = f"MATCH (a:{spec.pair[0]})-[e:{kind}]->(b:{spec.pair[1]})"
        else:
            values, match = [f"a.{n}" for n in names(spec)], f"MATCH (a:{spec.name})"
        there = small_graph.run(f"{match} RETURN {', '.join(values)}").rows
        assert sorted(map(repr, zip(*read.to_pydict().values(), strict=True))) == sorted(map(repr, there)), spec.name


def test_rows_stand_in_the_order_of_their_keys(export, small_path):
    folder = export(small_path, "parquet")
    for spec in tables():
        keys = ["source_id", "target_id"] if spec.pair else ["id"]
        rows = pq.read_table(folder / file_of(spec, ".parquet"), columns=keys).to_pylist()
        assert rows == sorted(rows, key=lambda row: [row[key] for key in keys])


@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_the_same_graph_gives_the_same_bytes(format_, export, small_path):
    def content(path):
        files = sorted(path.iterdir()) if path.is_dir() else [path]
        return [(file.name if path.is_dir() else "", file.read_bytes()) for file in files]

    assert content(export(small_path, format_)) == content(export(small_path, format_))


def test_no_cell_of_a_csv_file_is_a_formula(export, nasty_path):
    folder = export(nasty_path, "csv")
    cells = []
    for path in folder.iterdir():
        with path.open(encoding="utf-8-sig", newline="") as lines:
            cells += [cell for row in csv.reader(lines) for cell in row]
    assert not [cell for cell in cells if cell.startswith(FORMULA)]
    assert [cell for cell in cells if cell.startswith("'=HYPERLINK")]


def test_a_csv_file_starts_with_the_mark_by_which_excel_knows_utf_8(export, small_path):
    assert (export(small_path, "csv") / "Person.csv").read_bytes().startswith(b'\xef\xbb\xbf"id"')


@settings(deadline=None)
@given(st.lists(st.text(), min_size=1))
def test_a_csv_cell_reads_like_the_one_of_an_answer(texts):
    answer = Table(columns=("text",), rows=tuple((text,) for text in texts)).to_csv()
    expected = [row[0] for row in csv.reader(io.StringIO(answer, newline=""))][1:]
    assert spreadsheet_cells(pa.array(texts, pa.string())).to_pylist() == expected


def test_csv_comes_as_one_zip_by_its_name(export, small_path):
    packed = export(small_path, "csv", ".zip")
    folder = export(small_path, "csv")
    with ZipFile(packed) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            path.name: path.read_bytes() for path in folder.iterdir()
        }


def test_texts_of_articles_are_left_out_on_demand(export, small_path):
    with_texts = pd.read_parquet(export(small_path, "parquet") / "Article.parquet")
    without = pd.read_parquet(export(small_path, "parquet", texts=False) / "Article.parquet")
    assert with_texts["text"].str.len().min() > 50
    assert set(without["text"]) == {""}
    assert list(without["title"]) == list(with_texts["title"])


def test_a_folder_with_other_files_is_refused_and_kept(export, small_path, tmp_path):
    strange = tmp_path / "out"
    strange.mkdir()
    (strange / "skripsi.docx").write_text("bab satu")
    with pytest.raises(ExportError, match=r"skripsi\.docx"):
        export_graph(small_path, "csv", strange)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert (strange / "skripsi.docx").read_text() == "bab satu"


def test_an_earlier_export_is_replaced(small_path, tmp_path):
    export_graph(small_path, "csv", tmp_path / "out", options=Options(texts=False))
    export_graph(small_path, "csv", tmp_path / "out")
    assert "Sarmila" in (tmp_path / "out" / "Article.csv").read_text("utf-8-sig")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
