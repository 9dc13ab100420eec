"""Articles joined: profiles become entities, in the graph in the making and in the graph that is built."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

import duckdb
import pyarrow.parquet as pq
import pytest

from corpus.article import Article
from extract.record import Entity, EntityType, Mention, MentionType, Mode, Record, Role, RoleStatus, Statement
from graph.engine import Graph
from graph.identity.joining import Outcome, join
from graph.identity.judgements import Decision, Judgement, Side, apart, judge
from graph.identity.keeping import Joiner
from graph.loading import build_graph
from graph.staging import staged_tables

Pair = tuple[Article, Record]


def person(name: str, position: str = "", place: str = "", region: str = "", status: str = "") -> Entity:
    roles = (Role(position=position, institution=place, region=region, status=RoleStatus(status)),) if position else ()
    return Entity(key=name, type=EntityType.PERSON, name=name, roles=roles)


def institution(name: str, kind: str = "") -> Entity:
    return Entity(key=name, type=EntityType.INSTITUTION, name=name, kind=kind)


def region(name: str, code: str = "") -> Entity:
    return Entity(key=name, type=EntityType.REGION, name=name, code=code)


def article(id_: str, *entities: Entity, date: str = "2024-01-01", forms: Iterable[tuple[str, str]] = ()) -> Pair:
    types = {EntityType.PERSON: MentionType.PERSON, EntityType.INSTITUTION: MentionType.INSTITUTION}
    by_key = {entity.key: types.get(entity.type, MentionType.REGION) for entity in entities}
    named = [(entity.key, entity.name) for entity in entities] + list(forms)
    mentions = tuple(Mention(start=0, end=1, text=text, type=by_key[key], target=key) for key, text in named)
    return Article(id=id_, date=date, text="Teks."), Record(id=id_, entities=entities, mentions=mentions)


class Joined:
    """The entities of articles and how they came about."""

    def __init__(self, folder: Path, pairs: Sequence[Pair], judgements: Sequence[Judgement] = ()) -> None:
        self.outcome = Outcome()
        self.rows: dict[str, list[tuple[object, ...]]] = {}
        self._judgements = judgements
        folder.mkdir(exist_ok=True)
        with staged_tables(pairs, folder / "graph", apart=apart(judgements), joined=self._join) as staged:
            self.tables = {spec.name: pq.read_table(path).to_pylist() for spec, path, _ in staged}

    def _join(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.profiles = {
            row[0]: row[1] for row in connection.execute('SELECT id, name FROM "Person" ORDER BY id').fetchall()
        }
        self.outcome = join(connection, self._judgements)
        self.rows = {t: connection.execute(f"FROM {t} ORDER BY ALL").fetchall() for t in ("entity", "judged")}

    def names(self, label: str = "Person") -> list[str]:
        return sorted(row["name"] for row in self.tables[label])

    def aliases(self, label: str = "Person") -> list[list[str]]:
        return sorted(row["aliases"] for row in self.tables[label])


METRO = region("Kota Metro", "18.72")
PAIRIN = [
    article("a1", person("Achmad Jarwoto", "Wali Kota", region="Kota Metro"), METRO, date="2019-01-01"),
    article("a2", person("Jarwoto", "Wali Kota", region="Kota Metro"), METRO, date="2019-02-01"),
    article("a3", person("Ahmad Jarwoto"), METRO, date="2019-03-01"),
    article("a4", person("Achmad Jarwoto", "mantan Wali Kota", region="Kota Metro", status="former"), METRO),
]
HASAN = [
    article("b1", person("Hasan", "Wali Kota", region="Kota Tanjungpinang"), region("Kota Tanjungpinang", "21.72")),
    article("b2", person("Hasan", "Wali Kota", region="Kota Ternate"), region("Kota Ternate", "82.71")),
    article("b3", person("Hasan"), region("Kota Ternate", "82.71")),
]


def test_a_person_is_one_by_full_name_post_and_bare_name(tmp_path: Path) -> None:
    found = Joined(tmp_path, PAIRIN)
    assert found.names() == ["Achmad Jarwoto"]
    assert found.aliases() == [["Achmad Jarwoto", "Ahmad Jarwoto", "Jarwoto"]]
    held = {
        (row["status"], row["first_seen"], row["last_seen"], row["articles"])
        for row in found.tables["HOLDS:Person:Region"]
    }
    assert held == {("", "2019-01-01", "2019-02-01", 2), ("former", "2024-01-01", "2024-01-01", 1)}


def test_bare_names_of_two_regions_are_never_one(tmp_path: Path) -> None:
    assert Joined(tmp_path, HASAN).names() == ["Hasan", "Hasan", "Hasan"]


def test_a_short_name_that_fits_two_people_is_left_to_a_person(tmp_path: Path) -> None:
    pairs = [
        article(f"a{number}", person(name, "anggota", "DPRD Kota Metro", "Kota Metro"), METRO)
        for number, name in enumerate(("Hasan Jarwoto", "Hasan Kenanga", "Hasan"))
    ]
    found = Joined(tmp_path, pairs)
    assert found.names() == ["Hasan", "Hasan Jarwoto", "Hasan Kenanga"]
    assert [row[-2] for row in found.rows["judged"]] == ["unsure", "unsure"]


def test_an_acronym_is_its_long_form_and_a_local_body_that_of_its_region(tmp_path: Path) -> None:
    pairs = [
        article(
            "a1",
            institution("Komisi Aparatur Sipil Negara", "national agency"),
            institution("Bawaslu", "election body"),
            METRO,
        ),
        article(
            "a2", institution("KASN", "national agency"), institution("Bawaslu Kota Metro", "election body"), METRO
        ),
        article("a3", institution("Bawaslu", "election body"), region("Kota Ternate", "82.71")),
    ]
    found = Joined(tmp_path, pairs)
    assert found.aliases("Institution") == [
        ["Bawaslu"],
        ["Bawaslu", "Bawaslu Kota Metro"],
        ["KASN", "Komisi Aparatur Sipil Negara"],
    ]


def test_articles_in_any_order_and_all_at_once_or_later_give_the_same(tmp_path: Path) -> None:
    pairs = PAIRIN + HASAN
    found = Joined(tmp_path / "one", pairs)
    shuffled = pairs[:]
    Random(3).shuffle(shuffled)
    again = Joined(tmp_path / "two", shuffled)
    assert again.rows == found.rows
    assert again.tables["Person"] == found.tables["Person"]


def test_people_outrank_what_was_compared(tmp_path: Path) -> None:
    before = Joined(tmp_path / "before", PAIRIN + HASAN)
    sides = [Side(profile=id_) for id_, name in before.profiles.items() if name == "Hasan"]
    same = judge(Decision.SAME, "Person", sides[0], sides[1], by="sari")
    assert Joined(tmp_path / "same", PAIRIN + HASAN, [same]).names().count("Hasan") == 2
    full = [Side(profile=id_) for id_, name in before.profiles.items() if "Jarwoto" in name]
    parted = [judge(Decision.DIFFERENT, "Person", full[0], other, by="sari") for other in full[1:]]
    assert Joined(tmp_path / "parted", PAIRIN, parted).names() == ["Achmad Jarwoto", "Ahmad Jarwoto", "Jarwoto"]


def test_a_judgement_is_found_again_by_article_and_name_when_ids_have_changed(tmp_path: Path) -> None:
    sides = (Side(profile="old-1", article="b1", name="Hasan"), Side(profile="old-2", article="b2", name="Hasan"))
    same = judge(Decision.SAME, "Person", *sides, by="sari")
    assert Joined(tmp_path / "found", HASAN, [same]).names() == ["Hasan", "Hasan"]
    gone = judge(Decision.SAME, "Person", sides[0], Side(profile="old-3", article="b9", name="Hasan"), by="sari")
    lost = Joined(tmp_path / "lost", HASAN, [gone])
    assert lost.outcome.lost == [gone]
    assert "no article gives both any more" in lost.outcome.lines()[0]


def test_judgements_at_odds_join_nothing_and_are_told(tmp_path: Path) -> None:
    one, other, third = (Side(profile=id_) for id_ in Joined(tmp_path / "before", HASAN).profiles)
    judgements = [
        judge(Decision.SAME, "Person", one, other, by="sari", when="2024-05-01T10:00+00:00"),
        judge(Decision.SAME, "Person", other, third, by="budi", when="2024-05-01T11:00+00:00"),
        judge(Decision.DIFFERENT, "Person", one, third, by="sari", when="2024-05-01T09:00+00:00"),
    ]
    found = Joined(tmp_path / "after", HASAN, judgements)
    assert len(found.names()) == 2
    assert found.outcome.contradicted == judgements[:1]
    assert "joins nothing" in found.outcome.lines()[0]


def test_one_appearance_can_be_taken_out_of_its_profile(tmp_path: Path) -> None:
    pairs = [article(id_, person("Sutan Lubuk", "Camat", region="Kota Metro"), METRO) for id_ in ("a1", "a2", "a3")]
    (profile,) = Joined(tmp_path / "before", pairs).profiles
    out = judge(Decision.APART, "Person", Side(profile=profile, article="a2", name="Sutan Lubuk"), None, by="sari")
    found = Joined(tmp_path / "after", pairs, [out])
    mentioned = {row["source"]: row["target"] for row in found.tables["MENTIONS:Article:Person"]}
    assert mentioned["a1"] == mentioned["a3"] == profile
    assert mentioned["a2"] != profile


def test_a_statement_of_a_mere_post_is_its_holders_and_says_so(tmp_path: Path) -> None:
    text = "Wali Kota Metro menyatakan jalan dibuka."
    said = Statement(
        speaker="", speaker_name="?Wali Kota Metro", mode=Mode.INDIRECT, cue=(16, 26), spans=((27, 39),), confidence=0.5
    )
    unnamed = Article(id="a9", date="2019-01-20", text=text), Record(id="a9", statements=(said,))
    found = Joined(tmp_path, [*PAIRIN, unnamed])
    (edge,) = found.tables["SAID:Person:Statement"]
    assert (edge["cue"], edge["post"], edge["how"], edge["confidence"]) == (
        "menyatakan",
        "Wali Kota Metro",
        "post",
        0.4,
    )
    assert [edge["source"]] == [row["id"] for row in found.tables["Person"]]
    assert found.outcome.spoken_by_post == 1


def test_the_graph_has_the_entities_and_the_folder_what_review_asks(tmp_path: Path) -> None:
    joiner = Joiner((), tmp_path / "identity")
    build_graph(PAIRIN + HASAN, tmp_path / "graph.lbug", joined=joiner)
    joiner.settle()
    with Graph.open(tmp_path / "graph.lbug") as graph:
        found = graph.run("MATCH (p:Person) WHERE p.name CONTAINS 'Jarwoto' RETURN p.aliases")
    assert [list(row) for row in found.rows] == [[["Achmad Jarwoto", "Ahmad Jarwoto", "Jarwoto"]]]
    kept = {path.stem: pq.read_table(path).to_pylist() for path in (tmp_path / "identity").glob("*.parquet")}
    assert {row["entity"] for row in kept["profile"] if "Jarwoto" in row["name"]} <= {
        row["id"] for row in kept["profile"]
    }
    assert len(kept["appearance"]) == 7
    assert joiner.outcome.entities == {"Institution": 0, "Person": 4}


@pytest.mark.parametrize("day", ["", "bukan tanggal", "2019-13-45"])
def test_articles_without_a_day_are_joined_all_the_same(tmp_path: Path, day: str) -> None:
    pairs = [article(id_, person("Sutan Lubuk Kenanga"), date=day) for id_ in ("a1", "a2")]
    assert Joined(tmp_path, pairs).names() == ["Sutan Lubuk Kenanga"]
