"""Extraction does not get worse: its figures on annotated articles stay above the pinned ones."""

from pathlib import Path

from click.testing import CliRunner

from graph.scoring import score

FLOORS = Path(__file__).parents[1] / "floors.json"


def test_no_figure_falls_below_its_floor(shared):
    gold = shared / "benchmark" / "gold" / "dev"
    done = CliRunner().invoke(score, ["--gold", str(gold), "--floors", str(FLOORS), "--workers", "2"])
    assert done.exit_code == 0, done.output
