"""How well pages from all over the world are cleaned, beside trafilatura with its defaults in the same run.

    python tests/bench/general.py [FOLDER] [--worst N] [--json]

FOLDER holds ``ground-truth.json`` and ``html/ID.html.gz`` of the article extraction benchmark (181 pages in many
languages), by default ``../shared/pages/general``. It is scored as that benchmark does: runs of four words that
an article and the truth have in common, precision and recall as means over the pages, and the F1 of those means.
Beside it stands the mean F1 of single words.
"""

import argparse
import gzip
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from trafilatura import bare_extraction

from corpus import Article, Media, Page, clean

ROOT = Path(__file__).parents[2]
RUN = 4
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Precision, recall and F1 of runs of four words, and the F1 of single words; of one page or of all."""

    precision: float
    recall: float
    f1: float
    words_f1: float


def read_pages(folder: Path) -> dict[str, tuple[Page, str]]:
    """The pages of the benchmark by their name, each with the body a person marked."""
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    pages = {}
    for name, row in sorted(truth.items()):
        raw = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        pages[name] = Page(source=name, raw=raw, media=Media.HTML), row["articleBody"]
    return pages


def by_wartagraf(page: Page) -> str:
    """The body as this repository cleans it, "" where it refuses the page."""
    outcome = clean(page)
    return outcome.text if isinstance(outcome, Article) else ""


def by_trafilatura(page: Page) -> str:
    """The body as trafilatura takes it by default."""
    document = bare_extraction(page.raw)
    return getattr(document, "text", None) or ""


CLEANERS: dict[str, Callable[[Page], str]] = {"wartagraf": by_wartagraf, "trafilatura": by_trafilatura}


def score(want: str, have: str) -> Score:
    """How well the text ``have`` renders ``want``.

    >>> score("satu dua tiga empat lima", "satu dua tiga empat").recall
    0.5
    """
    wanted, found = _WORD.findall(want), _WORD.findall(have)
    precision, recall = _shares(_runs(wanted), _runs(found))
    *shares, words_f1 = *_shares(Counter(wanted), Counter(found)), 0.0
    words_f1 = _f1(*shares)
    return Score(precision=precision, recall=recall, f1=_f1(precision, recall), words_f1=words_f1)


def _runs(words: list[str]) -> Counter[str]:
    return Counter(" ".join(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1)) if words)


def _shares(want: Counter[str], have: Counter[str]) -> tuple[float, float]:
    """Precision and recall; nothing found where nothing is wanted is perfect."""
    if not want and not have:
        return 1.0, 1.0
    common = (want & have).total()
    return common / max(have.total(), 1), common / max(want.total(), 1)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def overall(scores: list[Score]) -> Score:
    """The mean over pages; F1 is that of mean precision and mean recall, as the benchmark has it."""
    precision, recall = (sum(getattr(each, name) for each in scores) / len(scores) for name in ("precision", "recall"))
    words_f1 = sum(each.words_f1 for each in scores) / len(scores)
    return Score(precision=precision, recall=recall, f1=_f1(precision, recall), words_f1=words_f1)


def compare(folder: Path) -> dict[str, dict[str, Score]]:
    """The score of each page by the name of what cleaned it."""
    pages = read_pages(folder)
    return {
        name: {key: score(body, take(page)) for key, (page, body) in pages.items()} for name, take in CLEANERS.items()
    }


def default_folder() -> Path:
    """Where the benchmark lies beside a developer's checkout."""
    return Path(os.environ.get("WARTAGRAF_SHARED") or ROOT.parent / "shared") / "pages" / "general"


def main() -> None:
    parser = argparse.ArgumentParser(description="Score cleaning on pages in many languages, beside trafilatura.")
    parser.add_argument("folder", type=Path, nargs="?", default=default_folder())
    parser.add_argument("--worst", type=int, default=0, help="name the pages that wartagraf cleans worst")
    parser.add_argument("--json", action="store_true", help="print the score of every page")
    args = parser.parse_args()
    if not (args.folder / "ground-truth.json").is_file():
        sys.exit(f"general: no ground-truth.json in {args.folder}; name the folder of the benchmark")
    found = compare(args.folder)
    if args.json:
        print(json.dumps({name: {key: asdict(row) for key, row in rows.items()} for name, rows in found.items()}))
        return
    for name, rows in found.items():
        total = overall(list(rows.values()))
        print(f"{name:12} {len(rows)} pages" + "".join(f"  {key} {value:.3f}" for key, value in asdict(total).items()))
    for key, row in sorted(found["wartagraf"].items(), key=lambda item: item[1].f1)[: args.worst]:
        print(f"  {key}  F1 {row.f1:.2f}, trafilatura {found['trafilatura'][key].f1:.2f}")


if __name__ == "__main__":
    main()
