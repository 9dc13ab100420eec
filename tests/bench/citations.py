"""How fast citations are found in news, and how many of the known ones.

    python tests/bench/citations.py [--texts FILE] [--recall [FILE]]

reads texts, one a line (gzip or plain; by default the news of the shared folder, else the sample pages over and
over), and prints megabytes a second for
``find_citations`` and for a bare ``re`` scan for "Nomor|No|Pasal" over the same texts in the same run, each the best
of three rounds on one core. With ``--recall`` it prints how many citations of a table of real ones are found, and
why the others are not; the table has the columns left, mention and right, and ``KNOWN`` says what some rows are.
"""

import argparse
import csv
import gzip
import os
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus import Article, Page, clean, read_sources
from extract.record import How
from extract.rules import find_citations

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("WARTAGRAF_SHARED") or ROOT.parent / "shared")
KNOWN = ROOT / "tests" / "test_extract" / "citation_misses.tsv"
BARE = re.compile("Nomor|No|Pasal")
ROUNDS = 3
MOST_BYTES = 12_000_000  # of text; enough for a steady figure within half a minute
_DATE = re.compile(r"\(\d{1,3}/(?:\d{1,2}/)?\d{4}$")  # a day, or one with a slip ("179/2019"): "..., Selasa (17/9/2019"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """What became of the rows of a table of citations.

    Attributes:
        found: Number of citations whose number was read.
        missed: Row numbers, the first is 1, of citations that were not, each with the reason if it is known.
        others: Number of rows that are no citations, by reason.
    """

    found: int
    missed: Mapping[int, str]
    others: Counter[str]

    @property
    def share(self) -> float:
        """Recall, 0 to 1."""
        return self.found / (self.found + len(self.missed))


def recall_of(rows: Sequence[Mapping[str, str]], known: Mapping[int, tuple[str, str]]) -> Recall:
    """Look for the number that ends the mention of each row in what ``find_citations`` reads there.

    A row whose mention runs on to a date in brackets ends in no number of a rule; ``known`` tells of other rows
    whether they are a "miss" or no citation ("other"), and why.
    """
    found = 0
    missed: dict[int, str] = {}
    others: Counter[str] = Counter()
    for number, row in enumerate(rows, start=1):
        kind, reason = known.get(number, ("miss", "unknown"))
        if _DATE.search(row["mention"].strip()):
            others["the number is a date"] += 1
        elif kind == "other":
            others[reason] += 1
        elif _is_found(row):
            found += 1
        else:
            missed[number] = reason
    return Recall(found=found, missed=missed, others=others)


def _is_found(row: Mapping[str, str]) -> bool:
    """Whether a citation by number, or a draft that says which rule it changes, covers the end of the mention."""
    end = len(row["left"]) + len(row["mention"].rstrip(" ."))
    found = find_citations(row["left"] + row["mention"] + row["right"])
    return any(c.start < end <= c.end and (c.how is How.EXPLICIT or c.amends) for c in found)


def table_of(path: Path) -> list[dict[str, str]]:
    """The rows of a TSV file with a header."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def known_rows() -> dict[int, tuple[str, str]]:
    """What is known of rows of the shared table: "miss" or "other", and why."""
    return {int(row["row"]): (row["kind"], row["reason"]) for row in table_of(KNOWN)}


def texts_of(path: Path) -> Iterator[str]:
    """The first ``MOST_BYTES`` of the texts in ``path``."""
    size = 0
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            size += len(line.encode())
            if size > MOST_BYTES:
                return
            yield line.rstrip("\n")


def sample_texts() -> list[str]:
    """The articles of the sample pages, over and over until they are two megabytes."""
    pages = [page for page in read_sources([ROOT / "corpus" / "sample"]) if isinstance(page, Page)]
    texts = [article.text for page in pages if isinstance(article := clean(page), Article)]
    return texts * (2_000_000 // sum(map(len, texts)) + 1)


def megabytes_a_second(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """The best of some rounds, by the processor's clock, once it is warm."""
    work(texts[0])
    size = sum(len(text.encode()) for text in texts)
    seconds = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        for text in texts:
            work(text)
        seconds.append(time.process_time() - begin)
    return size / min(seconds) / 1e6


def print_speed(path: Path | None) -> None:
    """Print the figures of ``find_citations`` and of the bare scan."""
    texts = list(texts_of(path)) if path else sample_texts()
    find_citations("UU Nomor 5 Tahun 2014")  # reads the lexicons
    ours = megabytes_a_second(find_citations, texts)
    bare = megabytes_a_second(BARE.findall, texts)
    print(f"{len(texts)} texts, {sum(len(text.encode()) for text in texts) / 1e6:.1f} MB")
    print(f"find_citations   {ours:7.1f} MB/s")
    print(f"re {BARE.pattern} {bare:7.1f} MB/s")
    print(f"ratio            {bare / ours:7.1f}")


def print_recall(path: Path) -> None:
    """Print how many citations of the table are found, with the reasons for the others."""
    recall = recall_of(table_of(path), known_rows())
    print(f"{recall.found} of {recall.found + len(recall.missed)} citations found: {recall.share:.4f}")
    for number, reason in recall.missed.items():
        print(f"missed: row {number}: {reason}")
    for reason, count in recall.others.most_common():
        print(f"no citation: {count} rows: {reason}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Speed and recall of citations.")
    news = SHARED / "raw-news" / "news.txt.gz"
    parser.add_argument("--texts", type=Path, default=news if news.exists() else None)
    table = SHARED / "benchmark" / "regulation_mentions.tsv"
    parser.add_argument("--recall", type=Path, nargs="?", const=table, help="print recall on this table instead")
    given = parser.parse_args()
    if given.recall:
        print_recall(given.recall)
    else:
        print_speed(given.texts)


if __name__ == "__main__":
    main()
