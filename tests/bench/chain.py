"""How fast each stage is and how much memory it takes, beside trafilatura alone in the same run.

    python tests/bench/chain.py [FOLDER] [--only STAGE...] [--rounds N] [--json]

The stages are trafilatura (its defaults, with metadata) and ``clean`` over the same pages, ``start`` (``wartagraf
extract`` of one article, the imports and the model included, once Python has compiled them), ``model`` (the trained
pipeline alone) and ``extract`` over the articles, ``load`` over the records, and ``chain``, which is ``wartagraf
build`` with one worker: it reads the pages, keeps everything in a store and loads the graph. Each runs in a process
of its own (``stages.py``); rounds go forwards and backwards in turn, so that a machine that gets slower or faster
treats all alike. The table shows medians; peak memory is that of the whole process.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[2]
BASELINE = "trafilatura"
STAGES = (BASELINE, "clean", "start", "model", "extract", "load", "chain")
ROUNDS = 3
COLUMNS = {
    "articles": "articles",
    "seconds": "seconds",
    "cpu s": "cpu_seconds",
    "pages/s": "pages_per_second",
    "articles/s": "articles_per_second",
    "words/s": "words_per_second",
    "peak MB": "peak_mb",
}
NOTE = "ratio: pages (behind clean: articles) a second to trafilatura alone, by the wall and by the processor"
Measured = dict[str, float]


def measure(stage: str, folder: Path, work: Path) -> Measured:
    """The figures of one stage, run in a process of its own."""
    command = [sys.executable, str(Path(__file__).with_name("stages.py")), stage, str(folder), str(work)]
    told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if told.returncode:
        sys.exit(f"bench: stage {stage!r} failed on {folder}; its message stands above")
    figures: Measured = json.loads(told.stdout.splitlines()[-1])
    for unit in ("pages", "articles", "words"):
        figures[f"{unit}_per_second"] = figures[unit] / figures["seconds"]
    return figures


def compare(folder: Path, rounds: int, stages: Sequence[str] = STAGES) -> dict[str, Any]:
    """Medians of every one of ``stages`` over ``rounds``, and their pages a second relative to trafilatura alone."""
    runs: dict[str, list[Measured]] = {stage: [] for stage in stages}
    with tempfile.TemporaryDirectory(prefix="wartagraf-bench-") as work:
        for number in range(rounds):
            for stage in reversed(stages) if number % 2 else stages:
                print(f"round {number + 1} of {rounds}: {stage}", file=sys.stderr)
                runs[stage].append(measure(stage, folder, Path(work)))
    medians = {stage: {name: median(run[name] for run in each) for name in each[0]} for stage, each in runs.items()}

    def per_page(stage: str, seconds: str) -> float:
        return medians[stage][seconds] / medians[stage]["pages"]

    return {
        "folder": str(folder),
        "machine": f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}",
        "versions": {name: version(name) for name in ("trafilatura", "spacy", "ladybug")},
        "rounds": rounds,
        "medians": medians,
        "ratios": {
            name: {stage: per_page(BASELINE, name) / per_page(stage, name) for stage in stages}
            for name in ("seconds", "cpu_seconds")
        },
        "runs": runs,
    }


def table(report: dict[str, Any]) -> str:
    """The report for a person."""
    versions = ", ".join(f"{name} {number}" for name, number in report["versions"].items())
    lines = [
        f"{report['folder']}, {report['machine']}, {versions}, medians of {report['rounds']}",
        " " * 12 + "".join(f"{column:>12}" for column in (*COLUMNS, "ratio", "cpu ratio")),
    ]
    for stage, row in report["medians"].items():
        figures = "".join(f"{row[name]:12,.{0 if row[name] >= 100 else 1}f}" for name in COLUMNS.values())
        ratios = "".join(f"{report['ratios'][name][stage]:12.2f}" for name in report["ratios"])
        lines.append(f"{stage:12}{figures}{ratios}")
    return "\n".join([*lines, NOTE])


def default_folder() -> Path:
    """Real pages beside the repository if they are there, else the sample."""
    shared = Path(os.environ.get("WARTAGRAF_SHARED") or ROOT.parent / "shared")
    real = shared / "pages" / "general" / "html"
    return real if real.is_dir() else ROOT / "corpus" / "sample"


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure each stage and the whole chain beside trafilatura alone.")
    parser.add_argument("folder", type=Path, nargs="?", help="folder of HTML pages")
    parser.add_argument(
        "--only", nargs="+", choices=STAGES, default=STAGES, metavar="STAGE", help="measure these alone"
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--json", action="store_true", help="print everything measured")
    args = parser.parse_args()
    folder = args.folder or default_folder()
    if not folder.is_dir():
        sys.exit(f"bench: {folder} is no folder; name one that holds HTML pages")
    report = compare(folder, max(1, args.rounds), tuple(dict.fromkeys((BASELINE, *args.only))))
    print(json.dumps(report, indent=1) if args.json else table(report))


if __name__ == "__main__":
    main()
