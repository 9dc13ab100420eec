"""What README says is so: its commands exist, its tables are the program's own, its code runs."""

import json
import re
from pathlib import Path

import pytest

from extract.rules.registry import known_rules
from graph import named_queries
from graph.building import build
from graph.cli import COMMANDS
from graph.folder import GRAPH_FILE
from graph.layout import describe

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CODE = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_stands_in_the_readme(command):
    assert f"`wartagraf {command}" in README


def test_every_command_of_the_readme_exists():
    named = set(re.findall(r"wartagraf ([a-z]+)\b", README))
    assert named <= set(COMMANDS)
    asked = set(re.findall(r"wartagraf ask ([a-z][a-z-]+)", README))
    assert asked <= set(named_queries())


def test_the_readme_counts_the_rules_of_the_registry():
    assert f"knows {len(known_rules())} national rules" in README


def test_the_readme_tells_the_pinned_figures():
    floors = json.loads((ROOT / "tests" / "floors.json").read_text("utf-8"))
    lines = README.splitlines()
    for measure, figure in floors["rows"].items():
        (line,) = [line for line in lines if line.startswith((f"| {measure} |", f"| {measure} ("))]
        told = float(line.rstrip(" |").rpartition("|")[2])
        assert told == pytest.approx(figure, abs=0.001), line


def test_the_graph_is_documented_as_it_is_declared():
    assert describe() in README


def test_the_code_of_the_readme_runs(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    build([ROOT / "corpus" / "sample"], tmp_path / "wartagraf-data")
    assert (tmp_path / "wartagraf-data" / GRAPH_FILE).exists()
    assert len(CODE) == 4
    names: dict[str, object] = {}
    for code in CODE:
        exec(compile(code, "README.md", "exec"), names)
    printed = capsys.readouterr().out
    assert "UU Nomor 5 Tahun 2014" in printed
    assert "UU ASN yang baru uu/2023/20 nickname ()" in printed
    assert "[UU Nomor 5 Tahun 2014](/akn/id/act/uu/2014/5/~art_2)" in printed
    assert [s.speaker_name for s in names["doc"]._.statements] == ["Budi Hartawan"]
