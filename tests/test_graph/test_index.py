"""The index beside a graph: what words find, and that it is always the one of its graph."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.article import Article
from extract.record import Entity, EntityType, Mode, Record, RegulationUse, Role, Statement
from extract.rules.registry import known_rules
from graph.engine import Graph, graph_is_whole
from graph.errors import IndexMissingError
from graph.index.words import begun, said
from graph.loading import build_graph

Pair = tuple[Article, Record]

SENTENCES = (
    "ASN dilarang berkampanye",
    "tugasnya jelas",
    "Pelanggaran itu, kata dia, UU ASN yang dilanggar",
    "UUD tetap berlaku",
    "rumah-rumah di Pasal 2 dan Pasal 27",
    "RUU TNI sudah dibahas; harga Rp50.000",
    "denda “Café” di Élan",
)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """One statement a sentence, each in an article of its own."""
    path = tmp_path_factory.mktemp("words") / "g"
    build_graph(map(pair, range(len(SENTENCES))), path)
    with Graph.open(path) as opened:
        yield opened


def pair(number: int) -> Pair:
    text = SENTENCES[number]
    role = Role(position="Camat", region="Kota Rantau Seberang")
    who = Entity(key="e", type=EntityType.PERSON, name=f"Nur'aini Basuki-Wardoyo {number}", roles=(role,))
    spoken = Statement(speaker="e", speaker_name=who.name, mode=Mode.DIRECT, spans=((0, len(text)),))
    return Article(id=f"a{number}", text=text), Record(id=f"a{number}", entities=(who,), statements=(spoken,))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("asn", {0, 2}),  # not "tugasnya"
        ("ASN", {0, 2}),
        ("larang", {0}),  # "dilarang"
        ("langgar", {2}),  # "pelanggaran", "dilanggar"
        ("kampanye", {0}),
        ("uu", {2}),  # neither "UUD" nor "RUU"
        ("tni", {5}),
        ("pelang", {2}),
        ("uu asn", {2}),
        ("asn uu", set()),
        ("pasal 2", {4}),  # not "Pasal 27"
        ("rumah-rumah", {4}),
        ("rumah rumah", {4}),
        ("rp50.000", {5}),
        ("café", {6}),
        ("ÉLAN", {6}),
        ("itu kata", {2}),  # whatever stands between
        ("", set(range(len(SENTENCES)))),
        ("...", set()),
        ('"', set()),
        ("asn OR tugasnya", set()),
        ("NOT asn", set()),
        ("text:asn", set()),
        ("asn*", {0, 2}),
        ("\x00", set()),
        ("\ud800", set()),
    ],
)
def test_words_are_found_by_their_beginnings(graph: Graph, words: str, found: set[int]) -> None:
    table = graph.ask("find-statements", words=words)
    assert {int(row["article"][1:]) for row in table.dicts()} == found
    assert graph.ask("count-statements", words=words).rows == ((len(found),),)


@pytest.mark.parametrize(
    ("name", "found"),
    [("nur", 7), ("NUR'AINI", 7), ("aini bas", 7), ("wardoyo", 7), ("basuki wardoyo 3", 1), ("uki", 0), ("", 7)],
)
def test_names_are_found_by_the_beginnings_of_their_words(graph: Graph, name: str, found: int) -> None:
    assert len(graph.ask("find-person", name=name)) == found


RULES = (
    "uu/2014/5",
    "uu/2023/20",
    "pp/2021/94",
    "permen-dalam-negeri/2019/90",
    "perda-kota-metro/2018/3",
    "~perda-ktr",
)


@pytest.fixture(scope="module")
def ruled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """A statement on each of some rules, none of which it calls by name."""
    path, text = tmp_path_factory.mktemp("rules") / "g", "Semua wajib patuh"
    pairs = []
    for number, rule in enumerate(RULES):
        spoken = Statement(speaker="", speaker_name="?warga", mode=Mode.DIRECT, spans=((0, 17),), regulations=(rule,))
        record = Record(id=f"a{number}", regulations=(RegulationUse(id=rule),), statements=(spoken,))
        pairs.append((Article(id=f"a{number}", text=text), record))
    build_graph(pairs, path, registry=known_rules())
    with Graph.open(path) as opened:
        yield opened


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("UU ASN", {"uu/2014/5", "uu/2023/20"}),
        ("Undang-Undang ASN", {"uu/2014/5", "uu/2023/20"}),
        ("asn", {"uu/2014/5", "uu/2023/20"}),
        ("aparatur sipil", {"uu/2014/5", "uu/2023/20"}),
        ("pp asn", set()),
        ("UU 5/2014", {"uu/2014/5"}),
        ("uu no. 5 thn 2014", {"uu/2014/5"}),
        ("Undang-Undang Nomor 5 Tahun 2014", {"uu/2014/5"}),
        ("5 tahun 2014", {"uu/2014/5"}),
        ("uu/2014/5", {"uu/2014/5"}),
        ("uu/2014", {"uu/2014/5"}),
        ("pp 94/2021", {"pp/2021/94"}),
        ("94/2021", {"pp/2021/94"}),
        ("Peraturan Pemerintah Nomor 94", {"pp/2021/94"}),
        ("permendagri 90/2019", {"permen-dalam-negeri/2019/90"}),
        ("Peraturan Menteri Dalam Negeri 90 Tahun 2019", {"permen-dalam-negeri/2019/90"}),
        ("Perda Kota Metro No 3 Tahun 2018", {"perda-kota-metro/2018/3"}),
        ("perda ktr", {"~perda-ktr"}),
        ("uu 4/2014", set()),
        ("nomor", set()),
        ("...", set()),
        ('uu" OR "pp', set()),
    ],
)
def test_rules_are_found_however_they_are_cited_and_by_their_names(ruled: Graph, typed: str, found: set[str]) -> None:
    assert {row["rule"] for row in ruled.ask("find-rule", name=typed).dicts() if row["statements"]} == found
    spoken = {RULES[int(row["article"][1:])] for row in ruled.ask("find-statements", rule=typed).dicts()}
    assert spoken == found


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """A mayor of Metro, an office of Bogor's regency and somebody without a place, each with a statement."""
    path, text = tmp_path_factory.mktemp("places") / "g", "Semua wajib patuh"
    mayor = Entity(
        key="e",
        type=EntityType.PERSON,
        name="Wening Tirtasari",
        roles=(Role(position="Wali Kota", region="Kota Metro"),),
    )
    office = Entity(key="e", type=EntityType.INSTITUTION, name="Dinas Kebersihan Kabupaten Bogor")
    other = Entity(key="e", type=EntityType.PERSON, name="Cokro Hadisaputro")
    regions = (
        Entity(key="r", type=EntityType.REGION, name="Kota Metro"),
        Entity(key="s", type=EntityType.REGION, name="Kabupaten Bogor"),
    )
    pairs = []
    for who in (mayor, office, other):
        spoken = Statement(speaker="e", speaker_name=who.name, mode=Mode.DIRECT, spans=((0, 17),))
        record = Record(id=who.name[0], entities=(who, *regions), statements=(spoken,))
        pairs.append((Article(id=who.name[0], text=text), record))
    build_graph(pairs, path)
    with Graph.open(path) as opened:
        yield opened


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("Kota Metro", {"W"}),
        ("metro", {"W"}),
        ("kota-metro", {"W"}),
        ("Lampung", {"W"}),  # the province it lies in
        ("Jawa Barat", {"D"}),
        ("Kota Bogor", set()),
        ("bandar", set()),
        ("", {"C", "D", "W"}),
    ],
)
def test_statements_are_found_by_the_place_of_the_speaker(placed: Graph, place: str, found: set[str]) -> None:
    assert {row["article"] for row in placed.ask("find-statements", place=place).dicts()} == found
    assert placed.ask("count-statements", place=place).rows == ((len(found),),)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Cokra", ["Cokro Hadisaputro"]),
        ("Hadisaputra", ["Cokro Hadisaputro"]),
        ("cokra hadi saputro", []),  # no word is near "hadi"
        ("Wenning Tirtosari", ["Wening Tirtasari"]),
        ("Dinas Kebersian", ["Dinas Kebersihan Kabupaten Bogor"]),
        ("Basuki", []),
        ("...", []),
        ('co" OR "we', []),
        ("\x00\ud800", []),
    ],
)
def test_a_misspelt_name_has_names_that_are_spelled_nearly_so(placed: Graph, typed: str, found: list[str]) -> None:
    assert [row["name"] for row in placed.ask("similar-names", name=typed).dicts()] == found


def test_what_is_typed_stands_in_quotes() -> None:
    assert said('x" OR "y') == begun('x" OR "y') == '"x"" or ""y"'


def test_a_build_leaves_one_index_and_readers_keep_theirs(tmp_path: Path, small_corpus: list[Pair]) -> None:
    path = tmp_path / "g"
    build_graph(small_corpus, path)
    with Graph.open(path) as old:
        build_graph([], path)
        assert len(old.ask("find-statements")) == 7
    with Graph.open(path) as new:
        assert not new.ask("find-statements")
    assert len(list(tmp_path.glob("g.*.index"))) == 1


def test_an_index_of_another_build_is_none(tmp_path: Path, small_corpus: list[Pair]) -> None:
    path = tmp_path / "g"
    build_graph(small_corpus, path)
    (other,) = tmp_path.glob("g.*.index")
    kept = shutil.copy(other, tmp_path / "kept")
    build_graph([], path)
    (own,) = tmp_path.glob("g.*.index")
    shutil.move(kept, own.with_name(other.name))
    own.unlink()
    with Graph.open(path) as graph:
        assert graph.run("MATCH (s:Statement) RETURN count(*)").rows == ((0,),)
        assert not graph.ask("fallen-rules"), "questions that need no index go on"
        with pytest.raises(IndexMissingError, match="the index of this graph is not beside it; run `wartagraf load`"):
            graph.ask("find-statements")
    assert graph_is_whole(path)
    assert not graph_is_whole(path, indexed=True)


def test_an_index_holds_no_words_that_the_graph_has_not(tmp_path: Path, small_corpus: list[Pair]) -> None:
    build_graph(small_corpus, tmp_path / "g")
    (file,) = tmp_path.glob("g.*.index")
    index = sqlite3.connect(file)
    with Graph.open(tmp_path / "g") as graph:
        ids = {row[0] for row in graph.run("MATCH (s:Statement) RETURN s.id").rows}
    assert {row[0] for row in index.execute("SELECT id FROM statement")} == ids
    assert index.execute("SELECT count(*) FROM said WHERE said MATCH 'teguran'").fetchone() == (2,)
    index.close()
