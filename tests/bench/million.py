"""How long `wartagraf load` takes for a million statements, and how much memory.

    python tests/bench/million.py [SHARED] [--statements N] [--new N] [--keep DIR] [--workers N]

The articles of `benchmark/docs` in SHARED (or, where there is no such folder, the sample pages) are extracted and
scaled up to N statements in a store: in each copy other letters stand in the words between the mentions and in the
names of persons, and another day, address and paper is told. A person is named in a handful of copies; a twentieth of
the articles repeats that of the copy before with a line of its own. Making the store takes some minutes and is not
timed. Then the store is loaded by the command, as a user does it: the seconds, the processor's seconds, the most
memory that all its processes had at a time, and what the graph holds are printed. Then N articles more come in and it
is loaded once more, which takes in only these and what came in beside them.

With --keep the store and the graph stay in DIR, and are used again if they have the same size.
"""

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import cache
from itertools import count, cycle, islice
from pathlib import Path
from threading import Event, Thread

import corpus
from corpus import Article, Failure, Media, Page, Store, content_id, read_sources
from extract import Record, extract_records, extractor_version
from extract.record import EntityType, MentionType
from graph.folder import GRAPH_FILE, PARTS_FOLDER, STORE_FILE

SHARED = Path(os.environ.get("WARTAGRAF_SHARED") or Path(__file__).parents[3] / "shared")
SAMPLE = Path(corpus.__file__).parent / "sample"
COPIES_OF_A_PERSON = 6
REPEATED = 20  # one in so many articles repeats another
OUTLETS = 9
NEW = 10_000_000  # number of the first copy that comes in later
CLOSING = "\nDilansir dari laman jaringan kami."

VOWELS, CONSONANTS = "aiueo", "bdgjklmnprst"
WORD = re.compile(r"[a-z]{5,}")
Letters = dict[int, int]


@cache
def base(shared: Path) -> list[tuple[Article, Record]]:
    """The articles that are scaled up, with what is found in them."""
    folder = shared / "benchmark" / "docs"
    if folder.is_dir():
        rows = (json.loads(file.read_text("utf-8")) for file in sorted(folder.glob("*.json")))
        articles = [Article.from_json(row) for row in rows]
    else:
        pages = (page for page in read_sources([SAMPLE]) if isinstance(page, Page))
        articles = [found for found in map(corpus.clean, pages) if isinstance(found, Article)]
    found = extract_records(iter(articles), workers=os.cpu_count() or 1)
    return [(article, record) for article, record in found if not isinstance(record, Failure)]


@cache
def letters(seed: int) -> Letters:
    """Other letters for those of a text: vowels for vowels, consonants for consonants."""
    dice = random.Random(seed)
    old, new = "", ""
    for row in (VOWELS, CONSONANTS):
        shuffled = "".join(dice.sample(row, len(row)))
        old, new = old + row + row.upper(), new + shuffled + shuffled.upper()
    return str.maketrans(old, new)


def copied(article: Article, record: Record, number: int, place: int) -> tuple[Article, Record]:
    """The ``number``-th copy of an article, the ``place``-th of its copy."""
    again = number > 0 and (number + place) % REPEATED == 0
    words, names = letters(number - again), letters(1_000_000 + (number - again) // COPIES_OF_A_PERSON)
    text = rewritten(article.text, record, words, names) + CLOSING * again
    entities = tuple(
        replace(e, name=e.name.translate(names)) if e.type is EntityType.PERSON else e for e in record.entities
    )
    people = {entity.key for entity in entities if entity.type is EntityType.PERSON}
    day = f"{2012 + number % 14}{article.date[4:]}" if article.date else ""
    id_ = content_id(f"{article.id} {number}".encode())
    found = replace(
        record,
        id=id_,
        entities=entities,
        mentions=tuple(replace(m, text=text[m.start : m.end]) for m in record.mentions),
        statements=tuple(
            replace(s, speaker_name=s.speaker_name.translate(names)) if s.speaker in people else s
            for s in record.statements
        ),
    )
    outlet = f"Kabar {letters(number % OUTLETS)[ord('a')]:c}{article.id.partition('-')[0]}"
    url = f"https://{outlet.replace(' ', '-')}.example/{id_}"
    return replace(article, id=id_, url=url, outlet=outlet, date=day, text=text), found


def rewritten(text: str, record: Record, words: Letters, names: Letters) -> str:
    """``text`` with other words between the mentions and other names of persons, each as long as it was."""
    pieces, last = [], 0
    for mention in sorted(record.mentions, key=lambda mention: mention.start):
        if mention.start >= last:
            pieces.append(WORD.sub(lambda word: word[0].translate(words), text[last : mention.start]))
            named = text[mention.start : mention.end]
            pieces.append(named.translate(names) if mention.type is MentionType.PERSON else named)
            last = mention.end
    pieces.append(WORD.sub(lambda word: word[0].translate(words), text[last:]))
    return "".join(pieces)


def scaled(pairs: list[tuple[Article, Record]], statements: int) -> Iterator[tuple[Article, Record]]:
    """Copies of ``pairs`` until there are so many statements."""
    made = 0
    for number in count():
        for place, (article, record) in enumerate(pairs):
            if made >= statements:
                return
            yield copied(article, record, number, place)
            made += len(record.statements)


def make_store(file: Path, shared: Path, statements: int) -> None:
    with Store.open(file) as store:
        for done, (article, record) in enumerate(scaled(base(shared), statements), start=1):
            put(store, article, record)
            if done % 1000 == 0:
                print(f"\r{done:,} articles made", end="", file=sys.stderr, flush=True)
        store.commit()
    print(file=sys.stderr)


def put_new(file: Path, shared: Path, articles: int) -> None:
    """So many articles that no copy has, the same in each run."""
    with Store.open(file, create=False) as store:
        for place, (article, record) in enumerate(islice(cycle(base(shared)), articles)):
            put(store, *copied(article, record, NEW + place, 0))
        store.commit()


def put(store: Store, article: Article, record: Record) -> None:
    page = Page(source=article.url, raw=article.id.encode(), media=Media.TEXT)
    store.put_page(page)
    store.outcomes.put(page, article, "scaled up")
    store.records.put(article.id, extractor_version(), record.to_json())


def memory_of(process: int) -> int:
    """Bytes of memory of a process and all that it started, but for files they look into; 0 where nobody tells.

    The kernel keeps these numbers: to have it count pages ten times a second would slow the load by a seventh.
    """
    total, waiting = 0, [process]
    while waiting:
        folder = Path(f"/proc/{waiting.pop()}")
        try:
            status = (folder / "status").read_text()
            waiting += [int(child) for child in (folder / "task" / folder.name / "children").read_text().split()]
        except OSError:  # it has ended
            continue
        total += sum(int(kb) * 1024 for kb in re.findall(r"^Rss(?:Anon|Shmem):\s+(\d+) kB", status, re.MULTILINE))
    return total


def load(folder: Path, workers: int) -> dict[str, float]:
    """The figures of one `wartagraf load`."""
    command = [str(Path(sys.executable).with_name("wartagraf")), "load", "--into", str(folder)]
    before, begin, ended, peak = os.times(), time.perf_counter(), Event(), 0
    process = subprocess.Popen([*command, "--workers", str(workers)], stdout=subprocess.DEVNULL)

    def watch() -> None:
        nonlocal peak
        while not ended.wait(0.1):
            peak = max(peak, memory_of(process.pid))

    watching = Thread(target=watch)
    watching.start()
    process.wait()
    ended.set()
    watching.join()
    if process.returncode:
        sys.exit(f"{' '.join(command)}: failed")
    after = os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    return {"seconds": time.perf_counter() - begin, "processor": processor, "peak_mb": peak / 1e6}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", nargs="?", type=Path, default=SHARED)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--new", type=int, default=10, metavar="N", help="articles that come in before the second load")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave the store and the graph there")
    asked = parser.parse_args()
    with ExitStack() as stack:
        folder = asked.keep or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="wartagraf-million-")))
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"made-of-{asked.statements}"
        if not file.exists():
            make_store(folder / STORE_FILE, asked.shared, asked.statements)
            file.touch()
        shutil.rmtree(folder / PARTS_FOLDER, ignore_errors=True)
        print_found(folder, load(folder, asked.workers))
        if asked.new:
            put_new(folder / STORE_FILE, asked.shared, asked.new)
            print(f"\nwith {asked.new:,} articles more:")
            print_found(folder, load(folder, asked.workers))


def print_found(folder: Path, figures: dict[str, float]) -> None:
    with Store.open(folder / STORE_FILE, create=False) as store:
        graph = json.loads(store.note("graph") or "{}")
    statements = graph["nodes"]["Statement"]
    print(f"{figures['seconds']:.1f} s, of the processors {figures['processor']:.1f} s; {os.cpu_count()} processors")
    print(f"{statements:,} statements, {statements / figures['seconds']:,.0f} a second")
    print(f"most memory at a time: {figures['peak_mb']:,.0f} MB; graph file: {size_of(folder)}")
    for kind in ("nodes", "edges"):
        told = ", ".join(f"{number:,} {name}" for name, number in graph[kind].items())
        print(f"{sum(graph[kind].values()):,} {kind}: {told}")


def size_of(folder: Path) -> str:
    return f"{(folder / GRAPH_FILE).stat().st_size / 1e6:,.0f} MB"


if __name__ == "__main__":
    main()
