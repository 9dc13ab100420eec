from dataclasses import replace
from typing import Any

import pytest

from corpus.article import Article
from extract.record import (
    Entity,
    EntityType,
    Mention,
    MentionType,
    Mode,
    Record,
    RegulationUse,
    Role,
    RoleStatus,
    Statement,
)
from graph.layout import tables
from graph.resolve import resolve

Pair = tuple[Article, Record]
COLUMNS = {spec.name: [column.name for column in spec.columns] for spec in tables()}


def rows(pair: Pair, table: str) -> list[dict[str, Any]]:
    found = resolve(*pair)
    return [dict(zip(COLUMNS[table], row.values, strict=True)) for row in found if row.table == table]


def article(*entities: Entity, id_: str = "a1", text: str = "Teks.") -> Pair:
    return Article(id=id_, date="2024-01-01", text=text), Record(id=id_, entities=entities)


def person(name: str, position: str = "Ketua", institution: str = "", region: str = "") -> Entity:
    roles = (Role(position=position, institution=institution, region=region),) if position else ()
    return Entity(key="p", type=EntityType.PERSON, name=name, roles=roles)


def institution(name: str, kind: str = "election body") -> Entity:
    return Entity(key="i", type=EntityType.INSTITUTION, name=name, kind=kind)


def region(name: str, key: str = "r") -> Entity:
    return Entity(key=key, type=EntityType.REGION, name=name)


def ids(table: str, *pairs: Pair) -> list[str]:
    return [row["id"] for pair in pairs for row in rows(pair, table)]


def test_a_statement_has_its_words_its_places_and_its_speaker(small_corpus: list[Pair]) -> None:
    pair = small_corpus[0]
    statement, unnamed = rows(pair, "Statement")
    assert statement["text"] == (
        "ASN yang melanggar UU Nomor 5 Tahun 2014 pasal 2 dapat dikenai teguran tertulis … Kami menunggu laporan warga"
    )
    assert unnamed["speaker_name"] == "?Seorang warga"
    place = rows(pair, "REPORTED_IN:Statement:Article")[0]
    text, spans = pair[0].text, place["spans"]
    pieces = [text[start:end] for start, end in zip(spans[::2], spans[1::2], strict=True)]
    assert " … ".join(pieces) == statement["text"]
    assert text[slice(*statement["cue_at"])] == "kata"
    assert text[slice(*statement["source_at"])] == "Sarmila"
    (said,) = rows(pair, "SAID:Person:Statement")
    assert (said["target"], said["cue"], said["post"]) == (
        statement["id"],
        "kata",
        "Ketua, Bawaslu Kota Sungai Lada",
    )


def test_a_citation_in_the_words_keeps_surface_and_provisions(small_corpus: list[Pair]) -> None:
    named, meant = rows(small_corpus[0], "CITES:Statement:Regulation")
    assert (named["surface"], named["how"], named["provisions"]) == (
        "UU Nomor 5 Tahun 2014",
        "explicit",
        ["pasal 2"],
    )
    assert (meant["surface"], meant["how"], meant["provisions"]) == ("", "anaphora", [])


def test_a_sanction_is_invoked_with_its_detail(small_corpus: list[Pair]) -> None:
    (edge,) = rows(small_corpus[2], "INVOKES:Statement:Sanction")
    assert (edge["target"], edge["detail"]) == ("pemberhentian", "tidak dengan hormat")


def test_a_name_of_one_word_is_not_merged_across_regions(small_corpus: list[Pair]) -> None:
    one, other = ids("Person", small_corpus[2], small_corpus[3])
    assert one != other


def test_one_name_in_one_region_is_one_person_whatever_the_titles() -> None:
    one = article(person("Drs. Sutan Lubuk, M.Si", region="Kota Kenari"), id_="a1")
    other = article(person("SUTAN LUBUK", "Kepala Dinas", region="KOTA KENARI"), id_="a2")
    assert len(set(ids("Person", one, other))) == 1


def test_one_name_in_two_regions_is_two_people() -> None:
    one = article(person("Sutan Lubuk", region="Kota Kenari"))
    other = article(person("Sutan Lubuk", region="Kabupaten Kenari"))
    assert len(set(ids("Person", one, other))) == 2


def test_a_region_written_in_one_word_is_the_same_region() -> None:
    """ "Bandarlampung" of one paper and "Bandar Lampung" of another are one town, and its mayor one person."""
    town = Entity(key="r", type=EntityType.REGION, name="Kota Bandar Lampung", code="18.71")
    papers = [
        article(person("Sari Melati", "Wali Kota", region=region), town, id_=id_)
        for id_, region in (("a1", "Kota Bandar Lampung"), ("a2", "Kota Bandarlampung"))
    ]
    assert len({row["id"] for pair in papers for row in rows(pair, "Person")}) == 1
    assert {row["name"] for pair in papers for row in rows(pair, "Region")} == {"Kota Bandar Lampung"}


def test_a_name_of_one_word_needs_the_office_as_well() -> None:
    one = article(person("Sutan", "Ketua", "DPRD Kota Kenari", "Kota Kenari"))
    same = article(person("Sutan", "Ketua", "DPRD Kota Kenari", "Kota Kenari"), id_="a2")
    other = article(person("Sutan", "Kepala", "Dinas Pasar Kota Kenari", "Kota Kenari"), id_="a3")
    assert len(set(ids("Person", one, same))) == 1
    assert len(set(ids("Person", one, other))) == 2


def test_without_region_and_office_a_person_stays_within_the_article() -> None:
    one, other = article(person("Sutan Lubuk", ""), id_="a1"), article(person("Sutan Lubuk", ""), id_="a2")
    assert len(set(ids("Person", one, other))) == 2


def test_an_office_gives_its_region_to_its_head() -> None:
    by_office = article(
        person("Sutan Lubuk", "Ketua", "Bawaslu Kota Kenari"),
        institution("Bawaslu Kota Kenari"),
        region("Kota Kenari"),
    )
    by_region = article(person("Sutan Lubuk", "Ketua", "", "Kota Kenari"), id_="a2")
    assert len(set(ids("Person", by_office, by_region))) == 1


@pytest.mark.parametrize(
    ("name", "others", "want"),
    [
        ("Bawaslu Kota Kenari", ["Kota Kenari", "Provinsi Rempah"], "Kota Kenari"),
        ("Bawaslu Kenari", ["Kota Kenari", "Provinsi Rempah"], "Kota Kenari"),
        ("Bawaslu", ["Kota Kenari"], "Kota Kenari"),
        ("Bawaslu", ["Kota Kenari", "Kota Lada"], ""),
        ("Pemkab Kenari", ["Kota Kenari"], ""),
        ("Bawaslu RI", ["Kota Kenari"], ""),
    ],
)
def test_an_institution_lies_where_its_name_or_the_only_region_says(name: str, others: list[str], want: str) -> None:
    regions = [region(other, f"r{n}") for n, other in enumerate(others)]
    (found,) = rows(article(institution(name), *regions), "Institution")
    assert found["region"] == want


def test_a_bare_local_institution_stays_within_its_article_and_a_national_one_does_not() -> None:
    local = [article(institution("Bawaslu"), id_=id_) for id_ in ("a1", "a2")]
    national = [article(institution("Kementerian Kehutanan", "ministry"), id_=id_) for id_ in ("a1", "a2")]
    assert len(set(ids("Institution", *local))) == 2
    assert len(set(ids("Institution", *national))) == 1


def test_an_institution_named_only_in_a_post_is_there_too() -> None:
    pair = article(person("Sutan Lubuk", "Ketua", "KPU Kota Kenari", "Kota Kenari"))
    (edge,) = rows(pair, "HOLDS:Person:Institution")
    assert [edge["target"]] == ids("Institution", pair)
    assert (edge["post"], edge["position"], edge["first_seen"], edge["articles"]) == (
        "ketua",
        "Ketua",
        "2024-01-01",
        1,
    )


def test_entities_without_a_letter_are_no_nodes() -> None:
    pair = article(person("."), institution("-"), region("…"))
    assert rows(pair, "Person") == rows(pair, "Institution") == rows(pair, "Region") == []


def test_the_same_words_are_one_statement(small_corpus: list[Pair]) -> None:
    article_, record = small_corpus[0]
    twice = replace(record, statements=record.statements * 2)
    assert rows((article_, twice), "Statement") == rows((article_, record), "Statement")


def test_a_speaker_who_is_no_entity_counts_as_unnamed() -> None:
    statement = Statement(speaker="gone", speaker_name="X", mode=Mode.DIRECT, spans=((0, 4),))
    pair = Article(id="a1", text="Teks."), Record(id="a1", statements=(statement,))
    assert rows(pair, "SAID:Person:Statement") == []
    assert rows(pair, "Statement")[0]["text"] == "Teks"


def test_a_statement_mentions_those_who_are_named_in_its_words() -> None:
    mentions = (
        Mention(start=0, end=4, text="Teks", type=MentionType.PERSON, target="p"),
        Mention(start=4, end=5, text=".", type=MentionType.REGION, target="r"),
    )
    statement = Statement(speaker="", speaker_name="?", mode=Mode.DIRECT, spans=((0, 4),))
    record = Record(
        id="a1",
        entities=(person("Sutan Lubuk"), region("Kota Kenari")),
        mentions=mentions,
        statements=(statement,),
    )
    pair = Article(id="a1", text="Teks."), record
    assert len(rows(pair, "MENTIONS:Statement:Person")) == 1
    assert rows(pair, "MENTIONS:Statement:Region") == []
    assert len(rows(pair, "MENTIONS:Article:Region")) == 1


def test_what_an_article_says_rules_do_to_rules_makes_edges_and_nodes() -> None:
    use = RegulationUse(id="uu/2023/20", revokes=("uu/2014/5", "uu/2014/5"))
    pair = Article(id="a1", text="Teks."), Record(id="a1", regulations=(use,))
    assert rows(pair, "REVOKES:Regulation:Regulation") == [
        {"source": "uu/2023/20", "target": "uu/2014/5", "articles": 1, "registry": False}
    ]
    assert ids("Regulation", pair) == ["uu/2023/20", "uu/2014/5"]


def test_titles_status_and_codes_reach_the_graph() -> None:
    role = Role(position="Plt Bupati", region="Banjar", status=RoleStatus.ACTING)
    amir = Entity(
        key="p", type=EntityType.PERSON, name="Amir Hakim", roles=(role,), honorifics=("Drs.", "H."), degrees=("M.Si",)
    )
    banjar = Entity(key="r", type=EntityType.REGION, name="Banjar", code="63.03")
    pair = article(amir, banjar)
    (node,) = rows(pair, "Person")
    assert (node["honorifics"], node["degrees"], node["region"]) == ("Drs., H.", "M.Si", "Kabupaten Banjar")
    assert rows(pair, "Region") == [{"id": "kabupaten-banjar", "name": "Kabupaten Banjar", "code": "63.03"}]
    assert rows(pair, "HOLDS:Person:Region")[0]["status"] == "acting"


def test_two_kecamatan_of_one_name_are_two_regions() -> None:
    one, other = (
        Entity(key=key, type=EntityType.REGION, name="Kecamatan Sukaraja", code=code)
        for key, code in (("r1", "17.05.01"), ("r2", "32.01.10"))
    )
    assert len(set(ids("Region", article(one), article(other, id_="a2")))) == 2


def test_a_reference_to_a_person_inside_a_statement_mentions_nobody() -> None:
    text = "Ia pulang."
    siti = Entity(key="p", type=EntityType.PERSON, name="Siti Aminah")
    said = Statement(speaker="", speaker_name="?warga", mode=Mode.INDIRECT, spans=((0, 9),))
    meant = Mention(start=0, end=2, text="Ia", type=MentionType.REFERENCE, target="p")
    record = Record(id="a1", entities=(siti,), mentions=(meant,), statements=(said,))
    assert rows((Article(id="a1", text=text), record), "MENTIONS:Statement:Person") == []
