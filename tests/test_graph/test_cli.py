"""The command as a user runs it: real processes, real files, what they print and how they exit."""

import csv
import io
import json
import os
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import ladybug
import pytest
from filelock import FileLock

from graph.embedded import execute, open_database
from graph.engine import Graph
from graph.folder import GRAPH_FILE, STORE_FILE

SAMPLE = Path(__file__).parents[2] / "corpus" / "sample"
COMMAND = [sys.executable, "-c", "from graph.cli import main; main()"]
PAGES = sorted(SAMPLE.glob("suaramarawangi-*.html"))


def run(*args: object, **more: object) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, **more)  # type: ignore[call-overload,no-any-return]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A data folder built from the sample pages, not to be changed, and what the build printed."""
    into = tmp_path_factory.mktemp("built") / "data"
    done = run("build", SAMPLE, "--into", into, "--workers", 2, "--json")
    assert done.returncode == 0, done.stderr
    return into, json.loads(done.stdout)


@pytest.fixture
def copied(built, tmp_path):
    """The same folder, free to be damaged."""
    return Path(shutil.copytree(built[0], tmp_path / "data"))


def rows(into: Path) -> list[object]:
    """Everything that counts in a data folder: records, refusals, and the graph's statements and edges."""
    store = sqlite3.connect(into / STORE_FILE)
    kept = store.execute("SELECT article_id, record FROM records ORDER BY 1").fetchall()
    refused = store.execute("SELECT source, reason FROM rejections ORDER BY 1").fetchall()
    store.close()
    with Graph.open(into / GRAPH_FILE) as graph:
        statements = graph.run("MATCH (s:Statement) RETURN s.id, s.text, s.speaker_name, s.confidence ORDER BY s.id")
        edges = graph.run(
            "MATCH (a)-[e]->(b) RETURN label(a) AS kind, a.id AS source, label(e) AS type, b.id AS target "
            "ORDER BY kind, source, type, target"
        )
    assert statements
    assert edges
    return [kept, refused, statements.rows, edges.rows]


def test_the_closing_counts_add_up(built):
    counts = built[1]
    assert counts["in"] == {"new": 23, "repeated": 1, "known": 0}
    assert counts["rejected"] == {"no-article": 2}
    assert counts["articles"] == counts["extracted"] == 21
    assert counts["graph"]["nodes"]["Article"] == 21
    assert counts["graph"]["nodes"]["Statement"] > 150
    assert counts["graph"]["edges"]["REPEATS"] == 7  # an article, and six statements of it


def test_a_second_build_changes_nothing(copied):
    before = (copied / GRAPH_FILE).read_bytes(), rows(copied)
    again = run("build", SAMPLE, "--into", copied, "--json")
    counts = json.loads(again.stdout)
    assert counts["in"] == {"new": 0, "repeated": 1, "known": 23}
    assert (counts["extracted"], counts["rebuilt"]) == (0, False)
    assert counts["graph"]["nodes"]["Article"] == 21
    assert ((copied / GRAPH_FILE).read_bytes(), rows(copied)) == before


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), lambda path: path.write_bytes(b"bukan graf" * 999)])
def test_a_build_mends_a_graph_that_is_gone_or_damaged(harm, built, copied):
    harm(copied / GRAPH_FILE)
    assert json.loads(run("build", SAMPLE, "--into", copied, "--json").stdout)["rebuilt"]
    assert rows(copied) == rows(built[0])


def test_a_folder_of_an_earlier_version_is_told_and_load_brings_it_up_to_date(built, copied, monkeypatch):
    monkeypatch.chdir(copied.parent)
    with (
        closing(open_database(copied / GRAPH_FILE, read_only=False)) as database,
        closing(ladybug.Connection(database)) as connection,
    ):
        execute(connection, "ALTER TABLE CITES DROP places").close()
    with closing(sqlite3.connect(copied / STORE_FILE)) as store:
        store.execute("UPDATE records SET extractor = 'earlier'")
        store.commit()
    for command in (["ask", "top-rules"], ["verify"], ["export", "csv"], ["explore"]):
        done = run(*command, "--into", "data")
        assert done.returncode == 1
        assert "data/graph.lbug: built by an earlier version of Wartagraf (without CITES.places" in done.stderr
        assert "build it anew with `wartagraf load --into data`" in done.stderr
        assert "Traceback" not in done.stderr
    counts = json.loads(run("load", "--into", "data", "--json").stdout)
    assert (counts["extracted"], counts["rebuilt"]) == (21, True)
    assert rows(copied)[1:] == rows(built[0])[1:]


def test_one_worker_gives_what_two_give(built, tmp_path):
    assert run("build", SAMPLE, "--into", tmp_path / "data", "--workers", 1).returncode == 0
    assert rows(tmp_path / "data") == rows(built[0])


def test_sources_may_come_in_two_runs(built, tmp_path):
    into = tmp_path / "data"
    assert run("build", *PAGES, "--into", into).returncode == 0
    assert run("build", SAMPLE, "--into", into).returncode == 0
    assert rows(into) == rows(built[0])


@pytest.mark.parametrize("moment", ["collect", "extract", "load"])
def test_a_killed_build_goes_on_where_it_stopped(moment, built, tmp_path):
    into = tmp_path / "data"
    with subprocess.Popen(
        [*COMMAND, "build", str(SAMPLE), "--into", str(into), "--workers", "1"],
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    ) as process:
        while process.poll() is None and not reached(moment, into):
            time.sleep(0.005)
        process.kill()
    done = run("build", SAMPLE, "--into", into)
    assert done.returncode == 0, done.stderr
    assert rows(into) == rows(built[0])
    beside = [path.suffix for path in into.glob(f"{GRAPH_FILE}.*")]
    assert beside == [".index"], "nothing is left over beside the graph and its index"


def reached(moment: str, into: Path) -> bool:
    """Whether a running build has come to the pass ``moment``."""
    if moment == "load":
        return (into / f"{GRAPH_FILE}.staging").exists()
    if not (into / STORE_FILE).exists():
        return False
    table = {"collect": "pages", "extract": "articles"}[moment]
    try:
        store = sqlite3.connect(f"file:{into / STORE_FILE}?mode=ro", uri=True)
        return bool(store.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    except sqlite3.OperationalError:
        return False


def test_ctrl_c_says_how_to_go_on(tmp_path):
    into = tmp_path / "data"
    with subprocess.Popen(
        [*COMMAND, "build", str(SAMPLE), "--into", str(into), "--workers", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        while process.poll() is None and not (into / STORE_FILE).exists():
            time.sleep(0.01)
        time.sleep(0.3)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert told.strip() == "wartagraf: interrupted; what is done is kept, run the same command again to go on"


def test_bad_input_is_told_line_by_line_and_the_rest_goes_on(tmp_path):
    bad = tmp_path / "masukan"
    bad.mkdir()
    shutil.copy(PAGES[0], bad / "baik.html")
    (bad / "kosong.txt").touch()
    (bad / "gambar.html").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (bad / "rusak.txt").write_bytes("Warga \ufffd\ufffd. ".encode() * 50)
    lines = [json.dumps({"id": f"a{n}", "text": f"Isi berita nomor {n}."}) for n in range(1, 9)]
    lines[6] = '{"id": "a7", "text": '
    (bad / "artikel.jsonl").write_text("\n".join(lines), "utf-8")
    done = run("build", bad, tmp_path / "tidak-ada", "--into", tmp_path / "data", "--json")
    assert done.returncode == 0
    counts = json.loads(done.stdout)
    assert counts["articles"] == 8
    told = done.stderr.splitlines()
    for name in ("kosong.txt", "gambar.html", "rusak.txt", "artikel.jsonl:7", "tidak-ada"):
        assert sum(name in line for line in told) == 1, (name, told)
    listed = run("rejections", "--into", tmp_path / "data", "--json").stdout.splitlines()
    assert len(listed) == len(told) == sum(counts["rejected"].values())


def test_nothing_to_do_is_an_error(tmp_path):
    done = run("build", tmp_path / "tidak-ada", "--into", tmp_path / "data")
    assert done.returncode == 1
    assert "tidak-ada: no such file or folder; check the path" in done.stderr


def test_nothing_to_do_in_a_full_folder_is_an_error_too(copied, tmp_path):
    done = run("build", tmp_path / "tidak-ada", "--into", copied, "--json")
    assert (done.returncode, json.loads(done.stdout)["articles"]) == (1, 21)


def test_a_page_without_an_article_is_told(tmp_path):
    (tmp_path / "menu.html").write_text("<html><body><p>Beranda</p></body></html>", "utf-8")
    done = run("build", tmp_path / "menu.html", "--into", tmp_path / "data")
    assert done.returncode == 1
    assert "menu.html" in done.stderr


def test_a_strange_file_name_stays_in_its_line(tmp_path):
    pages = tmp_path / "laman"
    pages.mkdir()
    (pages / "dua\nbaris\x1b[31m.html").touch()
    done = run("build", pages, "--into", tmp_path / "data")
    assert done.stderr.count("\n") == 1
    assert "\x1b" not in done.stderr + run("rejections", "--into", tmp_path / "data").stdout


def test_many_refusals_are_told_up_to_a_screenful(tmp_path):
    (tmp_path / "artikel.jsonl").write_text("bukan json\n" * 50 + '{"id": "a", "text": "Isi berita."}', "utf-8")
    done = run("build", tmp_path / "artikel.jsonl", "--into", tmp_path / "data")
    assert done.returncode == 0
    told = done.stderr.splitlines()
    assert len(told) == 21
    assert told[0].startswith(f"wartagraf: {tmp_path / 'artikel.jsonl'}:1: ")
    assert told[-1] == "wartagraf: and 30 more; `wartagraf rejections` lists what the store refused"


def test_an_unwritable_folder_is_one_line(tmp_path):
    (tmp_path / "berkas").write_text("bukan folder")
    done = run("build", SAMPLE, "--into", tmp_path / "berkas" / "data")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert str(tmp_path / "berkas") in done.stderr


def limit_files_to(size: int) -> None:
    """Let no file grow past ``size`` bytes in this process: writing fails as on a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("size", [40_000, 400_000, 2_000_000])
def test_a_full_disk_is_one_line_and_the_build_goes_on_afterwards(size, built, tmp_path):
    into = tmp_path / "data"
    full = run("build", SAMPLE, "--into", into, "--workers", 1, preexec_fn=lambda: limit_files_to(size))
    assert full.returncode == 1
    assert re.fullmatch(r"wartagraf: .*(full|too large|space).*\n", full.stderr), full.stderr
    assert run("build", SAMPLE, "--into", into).returncode == 0
    assert rows(into) == rows(built[0])


def test_a_store_of_a_newer_version_is_refused(copied):
    store = sqlite3.connect(copied / STORE_FILE)
    store.execute("PRAGMA user_version = 999")
    store.close()
    done = run("build", SAMPLE, "--into", copied)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "999" in done.stderr


def test_a_second_build_at_the_same_time_is_refused(copied):
    with FileLock(copied / ".lock"):
        done = run("build", SAMPLE, "--into", copied)
    assert done.returncode == 1
    assert "another build is at work" in done.stderr


def test_verify_proves_every_statement(built):
    into, counts = built
    done = run("verify", "--into", into, "--json")
    assert done.returncode == 0, done.stderr
    proof = json.loads(done.stdout)
    assert proof["statements"] == proof["proven"] == counts["graph"]["nodes"]["Statement"]


def test_verify_finds_an_article_that_was_changed(copied):
    store = sqlite3.connect(copied / STORE_FILE)
    ((text,),) = store.execute("SELECT text FROM articles ORDER BY id LIMIT 1").fetchall()
    store.execute("UPDATE articles SET text = ? WHERE text = ?", ("X" + text, text))
    store.commit()
    store.close()
    done = run("verify", "--into", copied)
    assert done.returncode == 1
    assert "the article has" in done.stderr


@pytest.mark.parametrize(("option", "choice"), [("--status", "imposed"), ("--kind", "penjara")])
def test_a_sanction_that_there_cannot_be_is_a_wrong_call_with_the_choices(option, choice, built):
    done = run("ask", "longest-terms", option, "bogus", "--into", built[0])
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{option} is 'bogus'; choose from " in done.stderr
    assert choice in done.stderr


def test_ask_answers_as_table_json_and_csv(built):
    question = ("ask", "who-spoke-about-rule", "--rule", "uu/2014/5", "--into", built[0])
    table = run(*question).stdout
    answers = json.loads(run(*question, "--json").stdout)
    cells = list(csv.DictReader(io.StringIO(run(*question, "--csv").stdout)))
    assert len(answers) == len(cells) >= 6
    assert all(answer["words"] in table for answer in answers)
    assert [cell["words"].lstrip("'") for cell in cells] == [answer["words"] for answer in answers]


def test_ask_without_an_answer_says_so_and_which_id_was_meant(built):
    def told(rule: str) -> str:
        done = run("ask", "who-spoke-about-rule", "--rule", rule, "--into", built[0], "--json")
        assert (done.returncode, json.loads(done.stdout)) == (0, [])
        assert "no rows" in done.stderr
        return str(done.stderr)

    assert "no rule has the id 'UU ASN'; did you mean uu/2014/5 (Aparatur Sipil Negara)" in told("UU ASN")
    assert "did you mean uu/2014/5 (Aparatur Sipil Negara)?\n" in told("uu no 5/2014")
    assert "? `wartagraf ask find-rule --name 'perda'` lists more" in told("perda")
    assert "`wartagraf ask find-rule --name '...'` looks for one by a part of its name" in told("uu/1888/8")
    known = run("ask", "fallen-rules", "--rule", "pp/2021/94", "--into", built[0])
    assert (known.returncode, known.stdout) == (0, "")
    assert "find-rule" not in known.stderr


@pytest.mark.parametrize("day", ["kemarin", "2024-13-01", "2024"])
def test_a_day_that_is_none_is_a_wrong_call(day, built):
    done = run("ask", "find-statements", "--until", day, "--into", built[0])
    assert (done.returncode, done.stdout) == (2, "")
    assert f"--until is '{day}', not a day like 2024-03-09" in done.stderr


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("ask", "who-spoke-about-rul"), "who-spoke-about-rule"),
        (("ask", "who-spoke-about-rule"), "--rule"),
        (("cypher", "MATCH (n) DELETE n"), "DELETE"),
        (("cypher", "MATCH (n RETURN n"), ""),
        (("cypher", "MATCH (n:Regulatio) RETURN n"), "did you mean 'Regulation'?"),
        (("cypher", "MATCH (n:Regulation) RETURN n.judul"), "the README lists the properties"),
        (("network", "speakers-by-rule", "--since", "kemarin"), "'kemarin' is no day like 2024-03-09"),
        (("build",), "SOURCE"),
        (("extract", "tidak-ada.jsonl"), "tidak-ada.jsonl"),
        (("score", "--gold", "tidak-ada"), "tidak-ada"),
    ],
)
def test_a_wrong_call_is_told_what_is_wrong(args, told, built):
    into = () if args[0] in {"extract", "score", "build"} else ("--into", built[0])
    done = run(*args, *into)
    assert done.returncode in {1, 2}
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["ask", "cypher", "verify", "load", "rejections"])
def test_a_folder_without_a_build_names_the_next_step(command, tmp_path):
    more = {"ask": ["top-rules"], "cypher": ["MATCH (n) RETURN n"]}.get(command, [])
    done = run(command, *more, "--into", tmp_path / "kosong")
    assert done.returncode == 1
    assert "wartagraf build" in done.stderr
    assert not (tmp_path / "kosong").exists()


def test_extract_writes_what_build_keeps(built, tmp_path):
    articles, records = tmp_path / "articles.jsonl", tmp_path / "records.jsonl"
    collected = run("collect", SAMPLE, "--into", tmp_path / "data", "--json")
    lines = [json.loads(line) for line in collected.stdout.splitlines()]
    assert sum("rejected" in line for line in lines) == 2
    articles.write_text("\n".join(json.dumps(line) for line in lines if "id" in line), "utf-8")
    done = run("extract", articles, "-o", records)
    assert done.returncode == 0, done.stderr
    written = {row["id"]: row for row in map(json.loads, records.read_text("utf-8").splitlines())}
    assert len(written) == 21
    statements = json.loads(
        run("cypher", "MATCH (s:Statement) RETURN count(*) AS n", "--into", built[0], "--json").stdout
    )
    assert sum(len(row["statements"]) for row in written.values()) == statements[0]["n"]


def test_a_file_of_records_takes_its_name_only_when_it_is_whole(tmp_path):
    (tmp_path / "artikel.jsonl").write_text("bukan json", "utf-8")
    done = run("extract", tmp_path / "artikel.jsonl", "-o", tmp_path / "tidak-ada" / "records.jsonl")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "tidak-ada" in done.stderr
    assert run("extract", tmp_path / "artikel.jsonl", "-o", "/dev/null").returncode == 1
    (tmp_path / "lama.jsonl").write_text("{}\n", "utf-8")
    (tmp_path / "tautan.jsonl").symlink_to("lama.jsonl")
    assert run("extract", tmp_path / "artikel.jsonl", "-o", tmp_path / "tautan.jsonl").returncode == 1
    assert (tmp_path / "lama.jsonl").read_text("utf-8") == "{}\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["artikel.jsonl", "lama.jsonl", "tautan.jsonl"]


@pytest.mark.parametrize("group", [(), ("ask",), ("review",)])
def test_a_list_of_commands_cuts_no_line_short(group):
    lines = run(*group, "--help").stdout.partition("Commands:")[2].splitlines()
    assert len(lines) > 5
    assert [line for line in lines if line.endswith("...") and " explore " not in line] == []


@pytest.mark.parametrize(
    "command",
    ["", "build", "collect", "extract", "load", "ask", "cypher", "verify", "score", "explore", "rejections"],
)
def test_help_shows_an_example(command):
    done = run(*([command] if command else []), "--help")
    assert done.returncode == 0
    assert f"wartagraf {command}" in done.stdout
