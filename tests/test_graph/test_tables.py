import csv
import io
import json
from datetime import date

import pytest
from rich.console import Console

from graph.tables import Table

LONG = "kata " * 200
TABLE = Table(("name", "words", "many", "list"), (("Sarmila", LONG, 3, ["a", "b"]), ("Hasan", None, 1, [])))


def test_json_is_a_list_of_objects_by_column() -> None:
    rows = json.loads(TABLE.to_json())
    assert rows[0] == {"name": "Sarmila", "words": LONG, "many": 3, "list": ["a", "b"]}
    assert rows[1]["words"] is None


def test_json_keeps_letters_and_writes_days_as_text() -> None:
    assert "“kata”" in Table(("x",), (("“kata”",),)).to_json()
    assert json.loads(Table(("x",), ((date(2024, 3, 5),),)).to_json()) == [{"x": "2024-03-05"}]


def test_csv_reads_back() -> None:
    table = Table(("a", "b"), (('say "x", y', "two\nlines"), (None, 1.5)))
    assert list(csv.reader(io.StringIO(table.to_csv()))) == [
        ["a", "b"],
        ['say "x", y', "two\nlines"],
        ["", "1.5"],
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_starts_a_formula_is_made_a_text(start: str) -> None:
    table = Table(("a",), ((f"{start}cmd",), (["=1+1"],)))
    cells = list(csv.reader(io.StringIO(table.to_csv())))[1:]
    assert cells == [[f"'{start}cmd".replace("\r", "\n")], ["'=1+1"]]


def test_a_negative_number_stays_a_number() -> None:
    assert Table(("a",), ((-1,),)).to_csv() == "a\n-1\n"


def printed(table: Table, *, terminal: bool, width: int = 80) -> str:
    out = io.StringIO()
    table.print_to(Console(file=out, force_terminal=terminal, width=width, color_system=None))
    return out.getvalue()


def test_no_word_is_cut_off_where_a_file_reads() -> None:
    assert LONG.strip() in printed(TABLE, terminal=False)


def test_a_terminal_folds_words_but_keeps_them_all() -> None:
    text = printed(TABLE, terminal=True)
    assert text.count("kata") == 200
    assert max(map(len, text.splitlines())) <= 80


def test_a_row_too_wide_for_the_terminal_becomes_lines_of_name_and_value() -> None:
    columns = tuple(f"column{n}" for n in range(12))
    text = printed(Table(columns, (tuple(f"value number {n}" for n in range(12)),)), terminal=True)
    assert "column11  value number 11" in text


ADDRESS = f"https://k.example/{'x' * 90}"
SAID = Table(
    (
        "speaker",
        "post",
        "words",
        "date",
        "title",
        "outlet",
        "url",
        "mode",
        "rules",
        "statement",
        "article",
        "speaker_id",
    ),
    (
        (
            "Sarmila",
            "Ketua, Bawaslu",
            LONG,
            "2024-03-05",
            "Judul",
            "Kabar",
            ADDRESS,
            "direct",
            ["uu/2014/5"],
            "a1:2-9",
            "a1",
            "s",
        ),
        ("?Seorang warga", "", "belum tahu", "", "Judul", "", "", "indirect", [], "a1:12-19", "a1", ""),
    ),
)


@pytest.mark.parametrize("width", [80, 160])
def test_a_statement_is_a_block_that_begins_with_who_and_the_words(width: int) -> None:
    text = printed(SAID, terminal=True, width=width)
    lines = text.splitlines()
    assert lines[0] == "Sarmila, Ketua, Bawaslu"
    assert lines[1].startswith("  “kata kata")
    assert text.count("kata ") + text.count("kata\n") >= 199
    assert f"  {ADDRESS}" in lines, "an address is not folded"
    assert max(len(line) for line in lines if "https" not in line) <= min(width, 100)


def test_a_statement_in_a_file_is_not_folded() -> None:
    assert printed(SAID, terminal=False).splitlines() == [
        "Sarmila, Ketua, Bawaslu",
        f"  “{LONG}”",
        "  Judul · Kabar · 2024-03-05",
        f"  {ADDRESS}",
        "  rules: uu/2014/5",
        "  statement: a1:2-9",
        "",
        "Seorang warga (nobody is named)",
        "  belum tahu",
        "  Judul",
        "  mode: indirect",
        "  statement: a1:12-19",
        "",
    ]


def test_square_brackets_are_no_markup() -> None:
    assert "[bold]x[/bold] [/]" in printed(Table(("a",), (("[bold]x[/bold] [/]",),)), terminal=False)


def test_a_table_without_rows_is_false() -> None:
    assert not Table(("a",), ())
    assert len(TABLE) == 2
