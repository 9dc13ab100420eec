"""The proof, on graphs that were broken on purpose: each kind of wrong place is found, and nothing else is told."""

import shutil
from functools import partial
from pathlib import Path

import ladybug
import pytest

from corpus import Media, Page, Store
from corpus.article import Article
from extract.record import Act, How, Mark, MentionType, Modality, Mode, Record, RegulationUse, SanctionUse
from extract.record import Statement as Said
from graph.embedded import execute, open_database
from graph.folder import GRAPH_FILE, STORE_FILE
from graph.loading import build_graph
from graph.proofs import pairs
from graph.verifying import Tally, verify_graph
from tests.test_graph import mentions as places

TEXT = (
    "🏛️ Perda Nomor 7 Tahun 2019 berlaku sejak pekan lalu di Ternama.\n"
    "“Pelanggar Perda Nomor 7 Tahun 2019 tidak boleh mengeluh ⚖️, dendanya denda Rp500 ribu,” kata Wening. "
    "Denda Rp500 ribu itu “naïf”, ujarnya."
)
RULE = "perda-kota-ternama/2019/7"

at, named = partial(places.at, TEXT), partial(places.mention, TEXT)


def pair() -> tuple[Article, Record]:
    """An article with emoji before and between the places: a rule named twice, a fine named twice, one statement."""
    rule, fine = "Perda Nomor 7 Tahun 2019", "enda Rp500 ribu"
    words = at("Pelanggar Perda Nomor 7 Tahun 2019 tidak boleh mengeluh ⚖️, dendanya denda Rp500 ribu")
    record = Record(
        id="a1",
        mentions=(
            named(rule, MentionType.REGULATION, RULE, nth=1, how=How.EXPLICIT),
            named(rule, MentionType.REGULATION, RULE, nth=2, how=How.EXPLICIT, antecedent=at(rule)),
            named(f"d{fine}", MentionType.SANCTION, "denda", nth=1, detail="Rp500 ribu"),
            named(f"D{fine}", MentionType.SANCTION, "denda", nth=1, detail="Rp500 ribu"),
        ),
        regulations=(RegulationUse(id=RULE),),
        sanctions=(SanctionUse(kind="denda", detail="Rp500 ribu"),),
        statements=(
            Said(
                speaker="",
                speaker_name="?Wening",
                mode=Mode.DIRECT,
                cue=at("kata"),
                source=at("Wening"),
                spans=(words,),
                regulations=(RULE,),
                sanctions=("denda",),
                act=Act.FORBIDS,
                act_at=at("tidak boleh"),
                modality=(Mark(kind=Modality.NEGATED, start=at("tidak")[0], end=at("tidak")[1]),),
            ),
        ),
    )
    return Article(id="a1", title="Perda", text=TEXT, outlet="Kabar Ternama"), record


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store and its graph, in which all is as it should be."""
    into = tmp_path_factory.mktemp("sound")
    article, record = pair()
    page = Page(source="a1.jsonl", media=Media.TEXT, raw=TEXT.encode())
    with Store.open(into / STORE_FILE) as store:
        store.put_page(page)
        store.outcomes.put(page, article, "test")
        store.commit()
    build_graph([(article, record)], into / GRAPH_FILE)
    return into


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    """The same, free to be broken."""
    return Path(shutil.copytree(sound, tmp_path / "data"))


def broken(folder: Path, change: str) -> None:
    """Run a writing query on the graph of ``folder``."""
    database = open_database(folder / GRAPH_FILE, read_only=False)
    connection = ladybug.Connection(database)
    execute(connection, change).close()
    connection.close()
    database.close()


def test_a_sound_graph_is_proven_also_beside_emoji(sound: Path) -> None:
    proof = verify_graph(sound)
    assert (proof.statements, proof.citations, proof.sanctions) == (Tally(1, 1), Tally(2, 2), Tally(2, 2))
    assert proof.faults == ()


def test_the_graph_has_every_place_that_names_a_rule_or_sanction(sound: Path) -> None:
    database = open_database(sound / GRAPH_FILE, read_only=True)
    connection = ladybug.Connection(database)
    rows = [
        (edge, [TEXT[start:end] for start, end in pairs(places)])
        for edge in ("CITES", "INVOKES")
        for (places,) in execute(connection, f"MATCH (:Article)-[e:{edge}]->() RETURN e.places").get_all()
    ]
    connection.close()
    database.close()
    assert rows == [("CITES", ["Perda Nomor 7 Tahun 2019"] * 2), ("INVOKES", ["denda Rp500 ribu", "Denda Rp500 ribu"])]


PLACES = {
    "CITES of Article": ("MATCH (:Article)-[e:CITES]->()", "citations"),
    "CITES of Statement": ("MATCH (:Statement)-[e:CITES]->()", "citations"),
    "INVOKES of Article": ("MATCH (:Article)-[e:INVOKES]->()", "sanctions"),
    "INVOKES of Statement": ("MATCH (:Statement)-[e:INVOKES]->()", "sanctions"),
    "Statement": ("MATCH (s:Statement)", "statements"),
}


@pytest.mark.parametrize(
    ("where", "change", "told"),
    [
        ("CITES of Article", "SET e.at = [4, 28], e.places = [4, 28]", "'erda Nomor 7 Tahun 2019 ' where"),
        ("CITES of Statement", "SET e.surface = 'Perda Nomor 8'", "has 'Perda Nomor 8'"),
        ("CITES of Article", "SET e.at = [0, 2]", "is none of its places"),
        ("CITES of Article", "SET e.at = []", "is none of its places"),
        ("CITES of Article", "SET e.places = [3, 27, 9000, 9024]", "do not lie within"),
        ("CITES of Article", "SET e.places = [3, 27, 30]", "a start without an end"),
        ("CITES of Article", "SET e.places = [3, 27, 27, 28]", "there are no words"),
        ("CITES of Statement", "SET e.antecedent = [27, 3]", "its antecedent [27, 3] do not lie within"),
        (
            "CITES of Statement",
            "SET e.at = [3, 27], e.places = [3, 27], e.surface = 'Perda Nomor 7 Tahun 2019'",
            "the places [(3, 27)] are not in the words of the statement",
        ),
        ("INVOKES of Article", "SET e.surface = 'denda Rp50 juta'", "has 'denda Rp50 juta'"),
        ("INVOKES of Article", "SET e.detail = 'Rp5 miliar'", "'Rp5 miliar' does not stand in the article"),
        ("INVOKES of Statement", "SET e.places = [-1, 4]", "do not lie within"),
        ("Statement", "SET s.act_words = 'boleh'", "where the act has 'boleh'"),
        ("Statement", "SET s.cue_at = [9000, 9004]", "its cue [9000, 9004] do not lie within"),
        ("Statement", "SET s.source_at = [5, 5]", "its source [5, 5] do not lie within"),
        ("Statement", "SET s.modality_at = []", "1 modalities have the places []"),
        ("Statement", "SET s.text = 'Pelanggar dihukum mati'", "has 'Pelanggar dihukum mati'"),
    ],
)
def test_a_place_that_does_not_hold_its_words_is_told(where: str, change: str, told: str, folder: Path) -> None:
    match, kind = PLACES[where]
    broken(folder, f"{match} {change}")
    proof = verify_graph(folder)
    (fault,) = proof.faults
    assert told in fault
    for name, tally in (
        ("statements", proof.statements),
        ("citations", proof.citations),
        ("sanctions", proof.sanctions),
    ):
        assert tally.proven == tally.checked - (name == kind), name


def test_spans_that_are_no_places_are_told_and_break_nothing(folder: Path) -> None:
    broken(folder, "MATCH ()-[e:REPORTED_IN]->() SET e.spans = [1, 2, 3]")
    proof = verify_graph(folder)
    assert "its spans [1, 2, 3] have a start without an end" in proof.faults[0]
    assert proof.statements == Tally(1, 0)


def test_an_article_that_the_store_has_lost_proves_nothing(folder: Path) -> None:
    (folder / STORE_FILE).unlink()
    with Store.open(folder / STORE_FILE) as store:
        store.commit()
    proof = verify_graph(folder)
    assert (proof.statements, proof.citations, proof.sanctions) == (Tally(1, 0), Tally(2, 0), Tally(2, 0))
    assert all("wartagraf load" in fault for fault in proof.faults)
