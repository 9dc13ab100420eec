"""What a record tells beyond names: titles of persons, status of posts, codes of regions, references without a name."""

import json
from typing import Any

import pytest

from corpus import Article
from extract import extract_record
from extract.record import MentionType, Record


def record(text: str) -> Record:
    return extract_record(Article(id="a1", text=text, date="2024-03-05"))


def entity(text: str, name: str) -> Any:
    return next(entity for entity in record(text).entities if entity.name == name)


def references(text: str) -> list[tuple[str, str]]:
    found = record(text)
    names = {entity.key: entity.name for entity in found.entities}
    return [(m.text, names[m.target]) for m in found.mentions if m.type is MentionType.REFERENCE]


@pytest.mark.parametrize(
    ("text", "honorifics", "degrees"),
    [
        ("Camat Drs. H. Amir Hakim, S.H., M.Si., datang.", ("Drs.", "H."), ("S.H.", "M.Si.")),
        ("Danrem Brigjen TNI (Purn) Amir Hakim tiba.", ("Brigjen TNI (Purn)",), ()),
        ("Bupati H. Amir Hakim tiba. Lalu H Amir Hakim SE MM pulang.", ("H.",), ("SE", "MM")),
        ("Usul itu datang dari Bupati Amir Hakim. SE Wali Kota belum terbit.", (), ()),
    ],
)
def test_titles_around_a_name_are_kept_each_once(
    text: str, honorifics: tuple[str, ...], degrees: tuple[str, ...]
) -> None:
    found = entity(text, "Amir Hakim")
    assert (found.honorifics, found.degrees) == (honorifics, degrees)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Mantan Bupati Bogor Amir Hakim datang.", "former"),
        ("Eks Pj Wali Kota Metro Amir Hakim datang.", "former"),
        ("Pelaksana Tugas (Plt) Kepala Dinas Pasar Amir Hakim datang.", "acting"),
        ("Bakal calon Wali Kota Metro, Amir Hakim, datang.", "designate"),
        ("Cagub Lampung Amir Hakim datang.", "designate"),
        ("Presiden terpilih Amir Hakim datang.", "designate"),
        ("Wakil Bupati Bogor Amir Hakim datang.", ""),
        ("Ketua Ikatan Mantan Atlet Kota Metro Amir Hakim datang.", ""),
    ],
)
def test_the_words_of_a_post_tell_its_status(text: str, status: str) -> None:
    (role,) = entity(text, "Amir Hakim").roles
    assert role.status == status


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Hujan turun di Kota Metro.", {"Kota Metro": "18.72"}),
        ("Hujan turun di Bogor.", {"Bogor": ""}),
        ("Hujan turun di Kota Bogor, kata warga Bogor.", {"Kota Bogor": "32.71"}),
        ("Warga Banjar resah.", {"Banjar": ""}),
        ("Warga Banjar, Jawa Barat, resah.", {"Banjar": "32.79", "Provinsi Jawa Barat": "32"}),
        ("Hujan di Bandung, Jawa Barat.", {"Bandung": "", "Provinsi Jawa Barat": "32"}),
        ("Hujan di Yogyakarta, DI Yogyakarta.", {"Yogyakarta": "", "Daerah Istimewa Yogyakarta": "34"}),
        ("Kecamatan Sukaraja ramai.", {"Kecamatan Sukaraja": ""}),
        (
            "Kecamatan Sukaraja di Kabupaten Seluma ramai.",
            {"Kecamatan Sukaraja": "17.05.01", "Kabupaten Seluma": "17.05"},
        ),
        ("Hujan turun di Malaysia.", {"Malaysia": ""}),
    ],
)
def test_a_region_has_its_code_where_the_text_tells_which_one_it_is(text: str, codes: dict[str, str]) -> None:
    assert {e.name: e.code for e in record(text).entities if e.type == "REGION"} == codes


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Pj Sekkot Metro Misnan tiba di pasar. Setelah itu Pj Sekkot meninjau lapak.", [("Pj Sekkot", "Misnan")]),
        ("Bupati Bogor Amir Hakim tiba. Ia lalu meninjau pasar.", [("Ia", "Amir Hakim")]),
        ("Bupati Bogor Amir Hakim tiba. “Pasar aman,” kata dia.", [("dia", "Amir Hakim")]),
        ("Bupati Bogor Amir Hakim bertemu Sekda Budi Lubis. Ia lalu pulang.", []),
        ("Bupati Bogor Amir Hakim menjenguk korban. Ia lalu pulang.", []),
        ("Wali Kota Metro Amir Hakim menjamu Wali Kota Bogor Budi Lubis. Sore itu Wali Kota meninjau pasar.", []),
        ("Mantan Bupati Bogor Amir Hakim tiba. Setelah itu Bupati meninjau pasar.", []),
        ("Bupati Bogor Amir Hakim tiba. Rapat di kantor Bupati membahas jabatan Bupati.", []),
        ("Setelah itu Bupati meninjau pasar. Bupati Bogor Amir Hakim lalu pulang.", []),
    ],
)
def test_a_reference_is_bound_where_one_person_can_be_meant(text: str, want: list[tuple[str, str]]) -> None:
    assert references(text) == want


def test_a_record_with_all_of_it_reads_back_and_leaves_out_what_is_empty() -> None:
    found = record("Plt Bupati Bogor Drs. Amir Hakim, M.Si, tiba di Kota Metro. Ia lalu pulang bersama Siti Aminah.")
    row = json.loads(json.dumps(found.to_json()))
    assert Record.from_json(row) == found
    amir, siti = (e for e in row["entities"] if e["type"] == "PERSON")
    assert amir["roles"][0]["status"] == "acting"
    assert amir["degrees"] == ["M.Si"]
    assert not {"honorifics", "degrees", "code"} & siti.keys()
