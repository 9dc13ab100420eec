"""A store taken in by several processes: the same as its articles one by one, and told where it is damaged."""

import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
import zstandard

from corpus import Article, Media, Page, Store
from corpus.database import Database
from extract import Record
from graph.engine import Graph
from graph.errors import LoadError
from graph.loading import build_graph
from graph.staging import staged_tables
from graph.stored import Stored

Pair = tuple[Article, Record]
VERSION = "test"


def many(pairs: list[Pair], copies: int) -> list[Pair]:
    """Copies of ``pairs``, each with a word of its own."""
    return [
        (
            replace(article, id=f"{article.id}-{n}", url="", text=f"{article.text}\nNomor {n}."),
            replace(record, id=f"{article.id}-{n}"),
        )
        for n in range(copies)
        for article, record in pairs
    ]


def put(file: Path, pairs: list[Pair]) -> Stored:
    with Store.open(file) as store:
        for article, record in pairs:
            page = Page(source=article.id, raw=article.id.encode(), media=Media.TEXT)
            store.put_page(page)
            store.outcomes.put(page, article, "test")
            store.records.put(article.id, VERSION, record.to_json())
        store.commit()
    return Stored(store=file, version=VERSION)


@pytest.fixture
def many_shares(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shares of three articles, so that a small store has many, and processes for them however few there are."""
    monkeypatch.setattr("graph.shares._LEAST", 3)
    monkeypatch.setattr("graph.shares._SHARES", 1000)
    monkeypatch.setattr("graph.shares._FEW", 0)


def rows(pairs: Any, folder: Path, **options: Any) -> Iterator[tuple[str, list[str]]]:
    """Every row of every staged table, sorted."""
    with staged_tables(pairs, folder / "graph", **options) as staged:
        for spec, path, _ in staged:
            yield spec.name, sorted(map(repr, pq.read_table(path).to_pylist()))


@pytest.mark.usefixtures("many_shares")
@pytest.mark.parametrize("workers", [1, 2, 3])
def test_a_store_gives_what_its_articles_give_with_any_number_of_processes(
    small_corpus: list[Pair], tmp_path: Path, workers: int
) -> None:
    pairs = many(small_corpus, 5)
    superseded = {"hasan-1": "hasan-2-1"}
    stored = replace(put(tmp_path / "store", pairs), workers=workers)
    taken = dict(rows(stored, tmp_path, superseded=superseded))
    assert len(taken["Statement"]) == 7 * 5 - 2
    assert taken == dict(rows(pairs, tmp_path, superseded=superseded))


@pytest.mark.usefixtures("many_shares")
def test_the_order_of_rows_does_not_depend_on_the_number_of_processes_nor_on_that_of_articles(
    small_corpus: list[Pair], tmp_path: Path
) -> None:
    pairs = many(small_corpus, 5)
    stored = put(tmp_path / "store", pairs)
    found = []
    for given in (stored, replace(stored, workers=2), put(tmp_path / "backwards", pairs[::-1])):
        with staged_tables(given, tmp_path / "graph") as staged:
            found.append([pq.read_table(path).to_pylist() for _, path, _ in staged])
    assert found[0] == found[1] == found[2]


def change(stored: Stored, statement: str, *values: str) -> None:
    """Something that happens to a store between two builds."""
    database = Database(stored.store, create=False)
    database.rows(statement, values)
    database.commit()
    database.close()


def folders(stored: Stored) -> dict[str, int]:
    """The folders that are kept, by their names, each with its number on the disk."""
    return {folder.name: folder.stat().st_ino for folder in stored.kept.iterdir()} if stored.kept else {}


@pytest.mark.usefixtures("many_shares")
def test_what_has_not_changed_is_not_taken_in_again(small_corpus: list[Pair], tmp_path: Path) -> None:
    pairs = many(small_corpus, 3)
    stored = replace(put(tmp_path / "store", pairs[:10]), kept=tmp_path / "parts")
    dict(rows(stored, tmp_path))
    before = folders(stored)
    assert len(before) == 4
    put(tmp_path / "store", pairs[10:])
    assert dict(rows(stored, tmp_path)) == dict(rows(pairs, tmp_path))
    after = folders(stored)
    assert len(after) == 4
    assert len(before.items() & after.items()) == 3
    dict(rows(stored, tmp_path))
    assert folders(stored) == after


@pytest.mark.usefixtures("many_shares")
@pytest.mark.parametrize(
    ("happens", "values"),
    [
        ("DELETE FROM records WHERE article_id = ?", ["hasan-0"]),
        ("UPDATE records SET digest = 1, record = ? WHERE article_id = 'hasan-0'", [b"[]"]),
        ("UPDATE articles SET digest = 1, title = ? WHERE id = 'hasan-1'", ["Judul lain"]),
        ("UPDATE records SET extractor = ? WHERE article_id = 'hasan-1'", ["older"]),
    ],
)
def test_what_has_changed_is_taken_in_anew(
    small_corpus: list[Pair], tmp_path: Path, happens: str, values: list[Any]
) -> None:
    stored = replace(put(tmp_path / "store", many(small_corpus, 3)), kept=tmp_path / "parts")
    before = dict(rows(stored, tmp_path))
    if b"[]" in values:
        record = many(small_corpus, 1)[0][1].to_json() | {"id": "hasan-0", "statements": []}
        values = [zstandard.compress(json.dumps(record).encode())]
    change(stored, happens, *values)
    after = dict(rows(stored, tmp_path))
    assert after == dict(rows(replace(stored, kept=None), tmp_path))
    assert after != before


@pytest.mark.usefixtures("many_shares")
def test_what_is_told_of_an_article_later_is_heeded(small_corpus: list[Pair], tmp_path: Path) -> None:
    stored = replace(put(tmp_path / "store", many(small_corpus, 3)), kept=tmp_path / "parts")
    dict(rows(stored, tmp_path))
    for told in ({"superseded": {"hasan-1": "hasan-2"}}, {"apart": [("hasan-0", "hasan")]}):
        found = dict(rows(stored, tmp_path, **told))
        assert found == dict(rows(replace(stored, kept=None), tmp_path, **told))


def cut_short(folder: Path) -> None:
    with (folder / "Article.parquet").open("rb+") as file:
        file.truncate(100)


def lose_a_byte(folder: Path) -> None:
    with (folder / "Article.parquet").open("rb+") as file:
        file.seek(40)
        byte = file.read(1)[0]
        file.seek(40)
        file.write(bytes([byte ^ 255]))


def lose_a_file(folder: Path) -> None:
    (folder / "Article.parquet").unlink()


def lose_the_list(folder: Path) -> None:
    (folder / "files.json").unlink()


def be_killed(folder: Path) -> None:
    folder.rename(folder.with_name(f".{folder.name}"))


@pytest.mark.usefixtures("many_shares")
@pytest.mark.parametrize("damage", [cut_short, lose_a_byte, lose_a_file, lose_the_list, be_killed])
def test_what_is_kept_and_not_whole_is_taken_in_anew(
    small_corpus: list[Pair], tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    stored = replace(put(tmp_path / "store", many(small_corpus, 3)), kept=tmp_path / "parts")
    before, kept = dict(rows(stored, tmp_path)), folders(stored)
    damage(tmp_path / "parts" / min(kept))
    assert dict(rows(stored, tmp_path)) == before
    assert folders(stored).keys() == kept.keys()


def test_nothing_is_kept_where_a_path_reads_as_a_pattern(small_corpus: list[Pair], tmp_path: Path) -> None:
    (tmp_path / "a[b]*").mkdir()
    stored = put(tmp_path / "a[b]*" / "store", small_corpus)
    kept = replace(stored, kept=tmp_path / "a[b]*" / "parts")
    assert dict(rows(kept, tmp_path)) == dict(rows(stored, tmp_path))
    assert not (tmp_path / "a[b]*" / "parts").exists()


@pytest.mark.usefixtures("many_shares")
def test_progress_ends_with_all_articles(small_corpus: list[Pair], tmp_path: Path) -> None:
    told: list[int] = []
    stages: list[tuple[str, int | None, list[int]]] = []

    def stage(name: str, total: int | None) -> Any:
        stages.append((name, total, []))
        return stages[-1][2].append

    stored = put(tmp_path / "store", many(small_corpus, 2))
    counts = build_graph(stored, tmp_path / "graph", on_progress=told.append, stage=stage)
    assert told == [3, 6, 8]
    assert [name for name, _, _ in stages] == ["merge", "copy"]
    assert all(steps == sorted(steps) and steps[-1] == total for _, total, steps in stages)
    assert stages[1][1] == sum(counts.nodes.values()) + sum(counts.edges.values())


@pytest.mark.usefixtures("many_shares")
def test_a_store_without_records_makes_an_empty_graph(tmp_path: Path) -> None:
    counts = build_graph(put(tmp_path / "store", []), tmp_path / "graph")
    assert not any(counts.nodes.values())


@pytest.mark.usefixtures("many_shares")
@pytest.mark.parametrize(
    "record",
    [
        b"no zstd at all",
        zstandard.compress(b'{"id": "hasan-0", "statements": [{"spea'),
        zstandard.compress(b'{"id": "hasan-0", "mentions": [{"start": "0"}]}'),
        zstandard.compress(b'{"id": "hasan-0", "entities": [{"key": "p", "type": "PLANET", "name": "Mars"}]}'),
    ],
)
@pytest.mark.parametrize("workers", [1, 2])
def test_a_damaged_record_is_told_and_the_old_graph_stays(
    small_corpus: list[Pair], tmp_path: Path, record: bytes, workers: int
) -> None:
    stored = replace(put(tmp_path / "store", many(small_corpus, 2)), workers=workers)
    build_graph(stored, tmp_path / "graph")
    database = Database(tmp_path / "store", create=False)
    database.rows("UPDATE records SET record = ? WHERE article_id = 'hasan-0'", (record,))
    database.commit()
    database.close()
    with pytest.raises(LoadError, match=r"record of article hasan-0 is damaged.*the old graph is kept"):
        build_graph(stored, tmp_path / "graph")
    with Graph.open(tmp_path / "graph") as graph:
        assert graph.ask("overview").rows[0][0] == 8
    assert not (tmp_path / "graph.staging").exists()


BUILD = textwrap.dedent("""
    import sys
    from pathlib import Path
    import graph.shares
    from graph.loading import build_graph
    from graph.stored import Stored
    if __name__ == "__main__":
        graph.shares._FEW = 0
        build = lambda done: print(done, flush=True)
        build_graph(Stored(store=Path(sys.argv[1]), version="test", workers=2), Path(sys.argv[2]), on_progress=build)
""")


def alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(os.name != "posix", reason="kills with SIGKILL")
@pytest.mark.parametrize("after", [0.2, 1.0, 2.0, 3.0])
def test_no_process_outlives_a_killed_build_and_the_next_one_clears_up(
    small_corpus: list[Pair], tmp_path: Path, after: float
) -> None:
    stored = put(tmp_path / "store", many(small_corpus, 300))
    build_graph(small_corpus, tmp_path / "graph")
    (tmp_path / "build.py").write_text(BUILD)
    command = [sys.executable, str(tmp_path / "build.py"), str(stored.store), str(tmp_path / "graph")]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        process.wait(timeout=after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
    ends = time.monotonic() + 20
    while alive(process.pid) and time.monotonic() < ends:
        time.sleep(0.05)
    assert not alive(process.pid)
    with Graph.open(tmp_path / "graph") as graph:
        assert graph.ask("overview").rows[0][0] in {4, 1200}
    build_graph([], tmp_path / "graph")
    assert not list(tmp_path.glob("graph.new*"))
    assert not list(tmp_path.glob("graph.staging*"))
