"""`wartagraf export` as a user calls it."""

import json
import shutil
import subprocess
import sys

import pytest
from click.testing import CliRunner

from graph.cli import cli
from graph.exports import FORMATS, ExportError
from graph.folder import GRAPH_FILE
from graph.schema import NODES


@pytest.fixture
def folder(small_path, tmp_path, monkeypatch):
    """A data folder where nothing else is, and the place to work in."""
    (tmp_path / "data").mkdir()
    shutil.copy(small_path, tmp_path / "data" / GRAPH_FILE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args):
    return CliRunner().invoke(cli, ["export", *args, "--into", "data"])


@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_each_format_has_an_output_of_its_own(format_, folder):
    done = run(format_)
    assert done.exit_code == 0, done.output
    assert {path.name for path in folder.iterdir()} == {"data", FORMATS[format_].output}
    assert done.stdout.startswith(f"{FORMATS[format_].output}: ")


def test_the_help_tells_each_format_and_gives_examples():
    told = CliRunner().invoke(cli, ["export", "--help"]).output
    for name, format_ in FORMATS.items():
        assert f"{name:<12} {format_.doc}" in told
        assert len(f"  {name:<12} {format_.doc}") <= 100
    assert "wartagraf export gexf --rule uu/2014/5" in told


def test_one_file_goes_through_standard_output_alone(folder):
    done = run("turtle", "-o", "-")
    assert done.stdout.startswith("@prefix schema: ")
    assert "rows" in done.stderr
    assert [path.name for path in folder.iterdir()] == ["data"]


def test_counts_are_told_as_json(folder):
    told = json.loads(run("ftm", "-o", "out.json", "--json", "--no-texts").stdout)
    assert told["output"] == "out.json"
    assert told["written"]["Note"] == 7
    assert told["left"]["Article.text: which --texts writes"] == 4


def test_a_choice_narrows_what_is_written(folder):
    told = json.loads(run("csv", "--json", "--rule", "pp/2021/94", "--since", "2024-01-01").stdout)
    assert (told["written"]["Statement"], told["written"]["Article"]) == (1, 1)
    told = json.loads(run("csv", "--json", "--labels", "person, REGION", "-o", "some.zip").stdout)
    assert {name for name in told["written"] if ":" not in name} == {"Person", "Region"}


def test_a_label_that_is_none_is_refused_with_those_there_are(folder):
    done = run("csv", "--labels", "Person,Orang")
    assert done.exit_code == 2
    assert "'Orang' is no label" in done.output
    assert all(node.label in done.output for node in NODES)


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("csv", "-o", "-"), "do not fit through standard output"),
        (("turtle", "--base", "nix"), "cannot begin an IRI"),
        (("gexf", "--rule", "uu/1900/1"), "no statement fits --rule uu/1900/1"),
    ],
)
def test_what_cannot_be_written_is_told_and_nothing_is_left(args, told, folder):
    done = run(*args)
    assert isinstance(done.exception, ExportError)
    assert told in str(done.exception)
    assert [path.name for path in folder.iterdir()] == ["data"]


def test_a_failed_export_keeps_the_one_before(folder):
    (folder / "out.ttl").write_text("the one before")
    assert run("turtle", "-o", "out.ttl", "--rule", "uu/1900/1").exit_code == 1
    assert (folder / "out.ttl").read_text() == "the one before"


def test_a_folder_beside_the_output_is_not_touched(folder):
    for name in ("out.old", "out.part"):
        (folder / name).mkdir()
        (folder / name / "mine").write_text("mine")
    assert run("csv", "-o", "out").exit_code == run("csv", "-o", "out").exit_code == 0
    assert {path.name for path in folder.iterdir()} == {"data", "out", "out.old", "out.part"}
    assert (folder / "out.old" / "mine").exists()


# Of the small graph the longest table in the scratch folder has 3 kB, the Turtle 25 kB.
@pytest.mark.parametrize(
    ("format_", "limit"), [("turtle", 15_000), ("turtle", 2_500), ("parquet", 2_500), ("csv", 2_500)]
)
def test_a_full_disk_keeps_the_export_before_and_leaves_nothing(format_, limit, folder):
    assert run(format_, "-o", "out", "--labels", "Outlet").exit_code == 0
    before = content(folder / "out")
    command = [sys.executable, "-c", FULL_DISK.format(limit=limit), "export", format_, "-o", "out", "--into", "data"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert (done.returncode, done.stdout) == (1, ""), done.stderr
    assert "Traceback" not in done.stderr
    assert content(folder / "out") == before
    assert {path.name for path in folder.iterdir()} == {"data", "out"}


def content(path):
    return {file.name: file.read_bytes() for file in (sorted(path.iterdir()) if path.is_dir() else [path])}


# No file may grow past so many bytes: writing to it fails as on a full disk.
FULL_DISK = """
import resource, signal
from graph.cli import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
main()
"""


def test_without_a_graph_the_next_step_is_told(folder):
    (folder / "data" / GRAPH_FILE).unlink()
    assert "wartagraf build SOURCE" in str(run("csv").exception)
