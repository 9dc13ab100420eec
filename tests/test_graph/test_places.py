import pytest

from extract.naming.gazetteer import official_places
from extract.rules.registry import slug
from graph.places import official_region, regions_around, regions_called
from graph.rows import Row


@pytest.mark.parametrize(
    ("name", "want"),
    [
        ("Metro", "Kota Metro"),
        ("kota metro", "Kota Metro"),
        ("Pemkot Metro", "Kota Metro"),
        ("Lampung", "Provinsi Lampung"),
        ("Prov. Jabar", "Provinsi Jawa Barat"),
        ("Kab. Toba", "Kabupaten Toba"),
        ("Pemerintah Kabupaten Toba", "Kabupaten Toba"),
        ("Kota Administrasi Jakarta Pusat", "Kota Jakarta Pusat"),
        ("DIY", "Daerah Istimewa Yogyakarta"),
        ("provinsi-dki-jakarta", "DKI Jakarta"),
        ("provinsi-di-yogyakarta", "Daerah Istimewa Yogyakarta"),
        ("Kotabaru", "Kabupaten Kotabaru"),
        ("Tanjung Pinang", "Kota Tanjungpinang"),
    ],
)
def test_a_region_is_known_by_what_a_person_would_write(name: str, want: str) -> None:
    assert [place.name for place in regions_called(name)] == [want]


def test_every_official_name_and_its_slug_mean_that_region_alone() -> None:
    places = official_places().values()
    assert [p.name for p in places if {regions_called(p.name), regions_called(slug(p.name))} != {(p,)}] == []


@pytest.mark.parametrize(
    ("name", "want"),
    [
        ("Bogor", ["Kabupaten Bogor", "Kota Bogor"]),
        ("Kota Bogor", ["Kota Bogor"]),
        ("Jogja", ["Daerah Istimewa Yogyakarta", "Kota Yogyakarta"]),
        ("Gorontalo", ["Provinsi Gorontalo", "Kabupaten Gorontalo", "Kota Gorontalo"]),
    ],
)
def test_a_name_of_several_regions_means_each_until_its_level_is_told(name: str, want: list[str]) -> None:
    assert [place.name for place in regions_called(name)] == want


@pytest.mark.parametrize("name", ["", " ", "Kota", "Mtero", "Kabupaten Metro", "Singapura", "Kecamatan Toba"])
def test_what_is_no_region_with_rules_of_its_own_means_none(name: str) -> None:
    assert regions_called(name) == ()


def test_a_region_has_the_official_name_of_its_code() -> None:
    assert official_region("Banjar", "63.03") == ("Kabupaten Banjar", "63.03")
    assert official_region("Kota Metro", "") == ("Kota Metro", "18.72")
    assert official_region("Bogor", "") == ("Bogor", "")
    assert official_region("Sukaraja", "17.05.01") == ("Kecamatan Sukaraja", "17.05.01")


def test_a_region_lies_in_those_around_it_up_to_the_province() -> None:
    within = list(regions_around([("kecamatan-metro-pusat-18-72-01", "18.72.01"), ("kota-metro", "18.72"), ("x", "")]))
    assert within == [
        Row("PART_OF:Region:Region", ("kecamatan-metro-pusat-18-72-01", "kota-metro")),
        Row("PART_OF:Region:Region", ("kota-metro", "provinsi-lampung")),
        Row("Region", ("provinsi-lampung", "Provinsi Lampung", "18")),
    ]
