import pytest

from graph.identity.naming import entity_id, is_national, named_id, plain, plain_person


@pytest.mark.parametrize(
    "written",
    [
        "Sutan Lubuk",
        "SUTAN LUBUK",
        "Drs. H. Sutan Lubuk",
        "H Sutan Lubuk, S.H., M.Si",
        "Prof. Dr. Sutan Lubuk SH MH",
        "Bapak Sutan  Lubuk",
    ],
)
def test_titles_degrees_case_and_blanks_do_not_make_another_person(written: str) -> None:
    assert plain_person(written) == "sutan lubuk"


def test_initials_stay_part_of_a_name() -> None:
    assert plain_person("M.Arif H. Kenanga") == "m arif h kenanga"


def test_a_name_that_is_all_title_is_kept() -> None:
    assert plain_person("Ma") == "ma"
    assert plain_person("Haji H") == "haji h"


def test_apostrophes_and_accents_are_no_difference() -> None:
    assert plain("Ma’ruf") == plain("Ma'ruf") == "maruf"


def test_short_forms_of_regions_are_written_out() -> None:
    assert plain("Kab. Tanjung Sari") == plain("Kabupaten Tanjung Sari")


def test_ids_differ_where_names_or_scopes_do_even_if_their_slugs_are_equal() -> None:
    assert entity_id("a b", "c") != entity_id("a", "b c")
    assert entity_id("hasan", "kota a") != entity_id("hasan", "kota b")
    assert entity_id("حسن", "") != entity_id("حسين", "")


def test_ids_can_be_read() -> None:
    assert entity_id("hasan", "kota kenari").startswith("hasan-kota-kenari-")
    assert named_id("Kota Kenari") == "kota-kenari"


def test_a_bare_local_name_needs_a_region_and_a_national_one_does_not() -> None:
    assert not is_national("Bawaslu", "election body")
    assert is_national("Bawaslu RI", "election body")
    assert is_national("Kementerian Kehutanan", "ministry")
