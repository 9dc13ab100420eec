"""The command ``score``: what it prints of records, and what became of statements since another run or the floors."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from extract.scoring import GoldError
from graph.scoring import score

TEXT = (
    "Camat Rantau Lestari Wulandari mengatakan semua lapak di pasar sudah ditata.\u2028"
    '"Jalan ke terminal dibuka lagi," kata Lestari.'
)
FIRST, SECOND = "semua lapak di pasar sudah ditata", "Jalan ke terminal dibuka lagi"
SPEAKER = "Lestari Wulandari"


def said(words: str, mode: str) -> dict[str, Any]:
    return {"speaker": SPEAKER, "mode": mode, "cue": "", "spans": [words]}


def found(words: str, mode: str, speaker: str = SPEAKER) -> dict[str, Any]:
    spans = [[TEXT.index(words), TEXT.index(words) + len(words)]]
    return {"speaker": speaker, "speaker_name": speaker, "mode": mode, "spans": spans}


RIGHT = [found(FIRST, "indirect"), found(SECOND, "direct")]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder of one annotated article; beside its parent stands the article itself."""
    folder = tmp_path / "gold" / "dev"
    folder.mkdir(parents=True)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.json").write_text(json.dumps({"id": "a", "text": TEXT}), "utf-8")
    annotation = {"statements": [said(FIRST, "indirect"), said(SECOND, "direct")]}
    (folder / "a.json").write_text(json.dumps(annotation), "utf-8")
    return folder


def records(gold: Path, name: str, statements: list[dict[str, Any]]) -> Path:
    """A file of records as ``extract`` writes it."""
    file = gold.parent / name
    row = {"id": "a", "note": TEXT, "statements": statements}
    file.write_text(json.dumps(row, ensure_ascii=False) + "\n", "utf-8")
    return file


def run(gold: Path, *args: object) -> Result:
    return CliRunner().invoke(score, ["--gold", str(gold), *map(str, args)])


def test_records_are_scored_as_a_table_or_as_json(gold: Path) -> None:
    file = records(gold, "right.jsonl", RIGHT)
    table = run(gold, "--records", file)
    assert (table.exit_code, "1 annotated articles" in table.stdout) == (0, True)
    told = json.loads(run(gold, "--records", file, "--json").stdout)
    assert told["statement, exact"] == {"precision": 1, "recall": 1, "f1": 1, "gold": 2, "found": 2}
    assert told["statements by frame"]["continuation"]["right_speaker"] == 1


def test_faulty_statements_are_listed_beside_the_json(gold: Path) -> None:
    file = records(gold, "none.jsonl", [])
    done = run(gold, "--records", file, "--json", "--errors", 1)
    assert json.loads(done.stdout)["statement, exact"]["f1"] == 0
    assert done.stderr == f" - a: missed, '{SPEAKER}': '{FIRST}'\n"


def test_against_an_earlier_run_the_statements_mended_and_broken_are_told(gold: Path) -> None:
    old = records(gold, "old.jsonl", [found(FIRST, "indirect", "Hendri Saputra"), found(SECOND, "direct")])
    new = records(gold, "new.jsonl", [found(FIRST, "indirect")])
    done = run(gold, "--records", new, "--against", old)
    assert (done.exit_code, done.stderr.splitlines()) == (
        0,
        [
            f" + mended  a: wrong speaker, '{SPEAKER}' read as 'Hendri Saputra': '{FIRST}'",
            f" - broken  a: missed, '{SPEAKER}': '{SECOND}'",
        ],
    )
    assert run(gold, "--records", new, "--against", new).stderr == ""


def test_floors_tell_what_was_mended_and_broken_since(gold: Path, tmp_path: Path) -> None:
    floors, spurious = tmp_path / "floors.json", found("Camat Rantau", "direct")
    old = records(gold, "old.jsonl", [found(FIRST, "indirect"), spurious])
    assert run(gold, "--records", old, "--floors", floors, "--pin").exit_code == 0
    assert run(gold, "--records", old, "--floors", floors).stderr == ""
    new = records(gold, "new.jsonl", RIGHT)
    better = run(gold, "--records", new, "--floors", floors)
    assert (better.exit_code, better.stderr.splitlines()) == (
        0,
        [
            f" + mended  a: missed, '{SPEAKER}': '{SECOND}'",
            " + 1 that nobody annotated are no longer found",
        ],
    )


def test_a_figure_below_its_floor_is_told_and_fails(gold: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    assert run(gold, "--records", records(gold, "right.jsonl", RIGHT), "--floors", floors, "--pin").exit_code == 0
    worse = run(gold, "--records", records(gold, "worse.jsonl", RIGHT[1:]), "--floors", floors)
    assert worse.exit_code == 1
    assert f" - broken  a: missed, '{SPEAKER}': '{FIRST}'" in worse.stderr
    assert "statement, exact: 0.6667 is below its floor of 1.0000" in worse.stderr


def test_floors_of_other_articles_are_not_compared(gold: Path, tmp_path: Path) -> None:
    floors, file = tmp_path / "floors.json", records(gold, "right.jsonl", RIGHT)
    assert run(gold, "--records", file, "--floors", floors, "--pin").exit_code == 0
    (gold / "a.json").write_text(json.dumps({"statements": [said(FIRST, "indirect")]}), "utf-8")
    done = run(gold, "--records", file, "--floors", floors)
    assert (done.exit_code, "pin them anew" in done.stderr, "broken" in done.stderr) == (1, True, False)


def test_only_statements_of_the_modes_asked_for_count(gold: Path) -> None:
    file = records(gold, "right.jsonl", RIGHT)
    told = json.loads(run(gold, "--records", file, "--modes", "direct, mixed", "--json").stdout)
    assert told["statement, exact"]["gold"] == 1


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--modes", "direkt"], "'direkt' is not a valid Mode: choose of direct, indirect, mixed"),
        (["--pin"], "--pin needs --floors"),
        (["--floors", "floors.json", "--lower", "statement, exact"], "--lower needs --pin"),
        (["--floors", "floors.json", "--pin", "--modes", "direct"], "leave out --modes or --floors"),
    ],
)
def test_options_that_would_do_nothing_or_harm_are_refused(gold: Path, args: list[str], told: str) -> None:
    done = run(gold, "--records", records(gold, "right.jsonl", RIGHT), *args)
    assert done.exit_code == 2
    assert told in done.stderr


@pytest.mark.parametrize("line", ["{", "[]", '{"id": ["a"]}', "{}", "\xff"])
def test_a_line_that_is_no_record_is_named(gold: Path, line: str) -> None:
    file = records(gold, "broken.jsonl", [])
    file.write_bytes(file.read_bytes() + line.encode("latin-1"))
    done = run(gold, "--records", file)
    assert isinstance(done.exception, GoldError)
    assert "broken.jsonl:2 is no extraction record" in str(done.exception)


def test_a_record_of_another_text_is_named(gold: Path) -> None:
    file = records(gold, "longer.jsonl", [{**RIGHT[0], "spans": [[0, len(TEXT) + 1]]}])
    done = run(gold, "--records", file)
    assert isinstance(done.exception, GoldError)
    assert str(done.exception).startswith("a: the record has a statement at 0 to")
