import pytest

from extract import akn_address
from graph.citations import RegulationId, parse_regulation_id, provision_id


@pytest.mark.parametrize(
    ("id_", "parts", "akn"),
    [
        ("uu/2014/5", ("uu", "", 2014, "5"), "/akn/id/act/uu/2014/5"),
        (
            "perda-kota-metro/2018/3",
            ("perda", "kota-metro", 2018, "3"),
            "/akn/id/act/perda-kota-metro/2018/3",
        ),
        (
            "putusan-mk/2024/115-PUU-XXII",
            ("putusan-mk", "", 2024, "115-PUU-XXII"),
            "/akn/id/act/putusan-mk/2024/115-PUU-XXII",
        ),
        ("kuhp//", ("kuhp", "", None, ""), "/akn/id/act/kuhp"),
        ("uud/1945/", ("uud", "", 1945, ""), "/akn/id/act/uud/1945"),
        ("~perda-ktr", ("perda", "", None, ""), ""),
        ("odd", ("odd", "", None, ""), "/akn/id/act/odd"),
    ],
)
def test_an_id_tells_type_issuer_year_number_and_address(
    id_: str, parts: tuple[str, str, int | None, str], akn: str
) -> None:
    type_, issuer, year, number = parts
    assert parse_regulation_id(id_) == RegulationId(type=type_, issuer=issuer, year=year, number=number)
    assert akn_address(id_) == akn


def test_a_provision_is_named_after_its_rule() -> None:
    assert provision_id("uu/2016/10", "pasal 71 ayat (1)") == "uu/2016/10#pasal-71-ayat-1"
