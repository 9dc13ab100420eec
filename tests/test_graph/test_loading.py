import os
import random
import re
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.article import Article
from extract.record import Mention, MentionType, Mode, Penalty, Record, RegulationUse, SanctionUse, Statement
from extract.rules.registry import KnownRule
from graph.engine import Graph
from graph.errors import LoadError
from graph.loading import GraphCounts, build_graph
from graph.schema import EDGES, NODES

Pair = tuple[Article, Record]


def contents(path: Path) -> list[Any]:
    """Every row of every table, sorted."""
    found: list[Any] = []
    with Graph.open(path) as graph:
        for node in NODES:
            names = ", ".join(f"n.{p.name}" for p in node.properties)
            found += graph.run(f"MATCH (n:{node.label}) RETURN '{node.label}', {names}").rows
        for edge in EDGES:
            names = ", ".join(["a.id", "b.id", *(f"e.{p.name}" for p in edge.properties)])
            found += graph.run(f"MATCH (a)-[e:{edge.type}]->(b) RETURN '{edge.type}', {names}").rows
    return sorted(found, key=repr)


def total(counts: GraphCounts) -> int:
    return sum(counts.nodes.values()) + sum(counts.edges.values())


def pair(id_: str, text: str = "Kata mereka.") -> Pair:
    statement = Statement(speaker="", speaker_name="?warga", mode=Mode.DIRECT, spans=((0, 4),))
    return Article(id=id_, text=text), Record(id=id_, statements=(statement,))


def test_counts_are_what_the_graph_holds(small_corpus: list[Pair], tmp_path: Path) -> None:
    counts = build_graph(small_corpus, tmp_path / "g")
    assert counts.nodes["Article"] == 4
    assert counts.nodes["Statement"] == 7
    assert counts.edges["REPORTED_IN"] == 7
    assert counts.edges["SAID"] == 5
    assert counts.edges["REPEATS"] == 3  # the article, and its two statements
    assert len(contents(tmp_path / "g")) == total(counts)


def test_loading_twice_changes_nothing(small_corpus: list[Pair], tmp_path: Path) -> None:
    build_graph(small_corpus, tmp_path / "g")
    before = contents(tmp_path / "g")
    build_graph(small_corpus, tmp_path / "g")
    assert contents(tmp_path / "g") == before


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_articles_changes_nothing(small_corpus: list[Pair], tmp_path: Path, seed: int) -> None:
    shuffled = small_corpus.copy()
    random.Random(seed).shuffle(shuffled)
    build_graph(small_corpus, tmp_path / "g")
    build_graph(shuffled, tmp_path / "h")
    assert contents(tmp_path / "g") == contents(tmp_path / "h")


@pytest.mark.parametrize("seed", range(3))
def test_the_registry_joins_the_same_in_any_order_and_twice(
    small_corpus: list[Pair], small_registry: dict[str, KnownRule], tmp_path: Path, seed: int
) -> None:
    rules = list(small_registry.values())
    build_graph(small_corpus, tmp_path / "g", registry={rule.id: rule for rule in rules})
    shuffled = small_corpus.copy()
    random.Random(seed).shuffle(shuffled)
    random.Random(seed).shuffle(rules)
    for _ in range(2):
        build_graph(shuffled, tmp_path / "h", registry={rule.id: rule for rule in rules})
        assert contents(tmp_path / "g") == contents(tmp_path / "h")


def test_articles_and_registry_tell_of_one_relation_together(
    small_corpus: list[Pair], small_registry: dict[str, KnownRule], tmp_path: Path
) -> None:
    build_graph(small_corpus, tmp_path / "g", registry=small_registry)
    build_graph(small_corpus, tmp_path / "h")
    query = "MATCH (a)-[r:REVOKES]->(b) RETURN a.id, b.id, r.articles, r.registry ORDER BY a.id"
    with Graph.open(tmp_path / "g") as joined, Graph.open(tmp_path / "h") as alone:
        assert joined.run(query).rows == (
            ("pp/2021/94", "pp/2010/53", 1, True),
            ("uu/2023/20", "uu/2014/5", 0, True),
        )
        assert alone.run(query).rows == (("pp/2021/94", "pp/2010/53", 1, False),)


def test_truth_values_are_kept_and_so_is_not_knowing(small_corpus: list[Pair], tmp_path: Path) -> None:
    build_graph(small_corpus, tmp_path / "g")
    with Graph.open(tmp_path / "g") as graph:
        table = graph.run("MATCH (:Statement)-[c:CITES]->() RETURN DISTINCT c.in_force")
    assert {row[0] for row in table.rows} == {False, None}


def test_the_same_article_twice_counts_once(small_corpus: list[Pair], tmp_path: Path) -> None:
    build_graph(small_corpus, tmp_path / "g")
    build_graph(small_corpus * 2, tmp_path / "h")
    assert contents(tmp_path / "g") == contents(tmp_path / "h")


def test_a_post_is_seen_from_the_first_day_to_the_last(small_corpus: list[Pair], tmp_path: Path) -> None:
    article, record = small_corpus[0]
    days = ["2024-05-01", "", "2022-01-02"]
    many = [(replace(article, id=f"a{n}", date=day), replace(record, id=f"a{n}")) for n, day in enumerate(days)]
    build_graph(many, tmp_path / "g")
    with Graph.open(tmp_path / "g") as graph:
        table = graph.run("MATCH ()-[h:HOLDS]->() RETURN h.first_seen, h.last_seen, h.articles")
    assert table.rows == (("2022-01-02", "2024-05-01", 3),)


def test_nothing_makes_an_empty_graph(tmp_path: Path) -> None:
    assert total(build_graph([], tmp_path / "deep" / "g")) == 0


def listed(folder: Path) -> list[str]:
    """The names of files in a folder, the marks of indexes made alike."""
    return sorted(re.sub(r"[0-9a-f]{12}", "MARK", path.name) for path in folder.iterdir())


def test_nothing_is_left_beside_the_graph(small_corpus: list[Pair], tmp_path: Path) -> None:
    (tmp_path / "g.new").write_bytes(b"half")
    for ending in ("wal", "wal.checkpoint", "shadow", "checkpoint.apply.lock", "checkpoint.intent.lock", "other"):
        (tmp_path / f"g.new.{ending}").write_bytes(b"half")
    (tmp_path / "g.staging").mkdir()
    (tmp_path / "g.staging" / "x.parquet").write_bytes(b"half")
    build_graph(small_corpus, tmp_path / "g")
    assert listed(tmp_path) == ["g", "g.MARK.index"]


def test_logs_of_the_old_graph_go_and_the_files_of_others_stay(small_corpus: list[Pair], tmp_path: Path) -> None:
    build_graph(small_corpus, tmp_path / "g[1]")
    for ending in ("wal", "wal.checkpoint", "shadow", "tmp", "checkpoint.apply.lock", "checkpoint.intent.lock"):
        (tmp_path / f"g[1].{ending}").write_bytes(b"half")
    others = {"g[1].bak", "g[1].newest", "g[1].wallpaper", "g1.wal", "g1.new", "g.new"}
    for name in others:
        (tmp_path / name).write_bytes(b"mine")
    build_graph(small_corpus, tmp_path / "g[1]")
    assert set(listed(tmp_path)) == {"g[1]", "g[1].MARK.index"} | others


def test_a_failing_source_leaves_the_old_graph(small_corpus: list[Pair], tmp_path: Path) -> None:
    build_graph(small_corpus, tmp_path / "g")
    before = contents(tmp_path / "g")

    def failing() -> Any:
        yield small_corpus[0]
        raise OSError("disk gone")

    with pytest.raises(OSError, match="disk gone"):
        build_graph(failing(), tmp_path / "g")
    assert contents(tmp_path / "g") == before
    assert listed(tmp_path) == ["g", "g.MARK.index"]


def test_progress_counts_the_articles(small_corpus: list[Pair], tmp_path: Path) -> None:
    told: list[int] = []
    build_graph(small_corpus, tmp_path / "g", on_progress=told.append)
    assert told == [1, 2, 3, 4]


def test_a_reader_keeps_its_graph_while_a_new_one_is_swapped_in(small_corpus: list[Pair], tmp_path: Path) -> None:
    build_graph(small_corpus, tmp_path / "g")
    with Graph.open(tmp_path / "g") as old:
        build_graph([], tmp_path / "g")
        assert old.ask("overview").rows[0][0] == 4
    with Graph.open(tmp_path / "g") as new:
        assert new.ask("overview").rows[0][0] == 0


@pytest.mark.parametrize("folder", ["we'rd é {x}", "glob[1]*?"])
def test_the_folder_may_have_any_name(small_corpus: list[Pair], tmp_path: Path, folder: str) -> None:
    assert build_graph(small_corpus, tmp_path / folder / "g'\\").nodes["Article"] == 4


def test_odd_characters_survive_and_half_ones_become_question_marks(tmp_path: Path) -> None:
    build_graph([pair("a\x00b", "é\x00😀\nx"), pair("c\ud800", "Ka\ud800ta")], tmp_path / "g")
    with Graph.open(tmp_path / "g") as graph:
        table = graph.run("MATCH (s:Statement)-[:REPORTED_IN]->(a) RETURN a.id, s.text ORDER BY a.id")
    assert table.rows == (("a\x00b", "é\x00😀\n"), ("c?", "Ka?t"))


@pytest.mark.parametrize("sum_", [2**63, -(2**63), 10**50])
def test_a_number_too_large_for_a_column_is_not_known_and_stops_no_build(sum_: int, tmp_path: Path) -> None:
    article = Article(id="a", text="Didenda besar sekali menurut UU.")
    long = Penalty(amount_from=5, amount_to=sum_, duration_to=f"P{'9' * 5000}Y")
    fine = Mention(start=0, end=7, text="Didenda", type=MentionType.SANCTION, target="denda", penalty=long)
    record = Record(
        id="a",
        mentions=(fine,),
        sanctions=(SanctionUse(kind="denda"),),
        regulations=(RegulationUse(id=f"uu/{'9' * 5000}/1"),),
    )
    build_graph([(article, record), pair("b", "Kata")], tmp_path / "g")
    with Graph.open(tmp_path / "g") as graph:
        invoked = graph.run("MATCH (:Article)-[i:INVOKES]->(:Sanction) RETURN i.amount_from, i.amount_to, i.days")
        assert graph.run("MATCH (r:Regulation) RETURN r.year").rows == ((None,),)
    assert invoked.rows == ((5, None, None),)


@pytest.mark.skipif(os.name != "posix", reason="kills with SIGKILL")
@pytest.mark.parametrize("after", [0.0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8])
def test_a_killed_build_leaves_the_old_graph_or_the_new(small_corpus: list[Pair], tmp_path: Path, after: float) -> None:
    path = tmp_path / "g"
    build_graph(small_corpus, path)
    script = textwrap.dedent("""
        import sys
        from pathlib import Path
        from corpus.article import Article
        from extract.record import Mode, Record, Statement
        from graph.loading import build_graph
        said = Statement(speaker="", speaker_name="?", mode=Mode.DIRECT, spans=((0, 4),))
        pairs = [(Article(id=f"n{n}", text="Kata."), Record(id=f"n{n}", statements=(said,))) for n in range(3000)]
        print("ready", flush=True)
        build_graph(pairs, Path(sys.argv[1]))
    """)
    process = subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    try:
        process.wait(timeout=after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    process.communicate()
    with Graph.open(path) as graph:
        assert graph.ask("overview").rows[0][0] in {4, 3000}
    build_graph([], path)
    assert listed(tmp_path) == ["g", "g.MARK.index"]


def test_an_unwritable_place_is_told_and_not_half_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(LoadError, match=r"file.*cannot write there .*choose another folder"):
        build_graph([], tmp_path / "file" / "g")


@pytest.mark.skipif(os.name != "posix", reason="sets a limit to the size of files")
@pytest.mark.parametrize("limit", [20_000, 500_000])
def test_a_full_disk_is_told_while_staging_and_while_copying(tmp_path: Path, limit: int) -> None:
    script = textwrap.dedent("""
        import resource, signal, sys
        from pathlib import Path
        from corpus.article import Article
        from extract.record import Record
        from graph.loading import build_graph
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
        text = "kata yang sama " * 200
        pairs = [(Article(id=f"a{n}", text=f"{n} {text}"), Record(id=f"a{n}")) for n in range(300)]
        build_graph(pairs, Path(sys.argv[1]))
    """)
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "g"), str(limit)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "graph.errors.LoadError" in done.stderr
    assert "make room" in done.stderr
    assert [p.name for p in tmp_path.iterdir() if p.name == "g"] == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of its own, of 300 kB."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounts a small disk: on Linux, as root")
    disk = tmp_path / "disk"
    disk.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", disk], capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"no right to mount a small disk: {done.stderr.decode().strip()}")
    yield disk
    subprocess.run(["umount", "--lazy", disk], check=True)


@pytest.mark.parametrize("room", [200, 300, 400])
def test_after_a_full_disk_and_more_room_the_build_succeeds(
    small_disk: Path, small_corpus: list[Pair], room: int
) -> None:
    """A disk of 200 or 300 kB is full while the engine takes over its log, one of 400 kB while it writes its pages."""
    subprocess.run(["mount", "-o", f"remount,size={room}k", small_disk], check=True)
    with pytest.raises(LoadError, match=r"^no room on the disk of .*/disk; the old graph is kept, make room and run"):
        build_graph(small_corpus, small_disk / "g")
    assert list(small_disk.iterdir()) == []
    subprocess.run(["mount", "-o", "remount,size=30m", small_disk], check=True)
    assert build_graph(small_corpus, small_disk / "g").nodes["Article"] == 4
    assert listed(small_disk) == ["g", "g.MARK.index"]


def test_a_full_disk_keeps_the_old_graph(small_disk: Path, small_corpus: list[Pair]) -> None:
    subprocess.run(["mount", "-o", "remount,size=30m", small_disk], check=True)
    build_graph(small_corpus, small_disk / "g")
    before = contents(small_disk / "g")
    used = sum(p.stat().st_size for p in small_disk.iterdir())
    subprocess.run(["mount", "-o", f"remount,size={used + 300_000}", small_disk], check=True)
    with pytest.raises(LoadError, match="no room on the disk"):
        build_graph(small_corpus, small_disk / "g")
    assert contents(small_disk / "g") == before
    assert listed(small_disk) == ["g", "g.MARK.index"]
