"""A post that speaks: it is its holder of those days, if the articles know just one."""

from datetime import date, timedelta

import pytest

from graph.identity.speaking import Holder, Holders, holder_at

DAY = date(2024, 5, 1)
METRO, COUNCIL = ("", "18.72"), ("dewan perwakilan rakyat daerah", "18.72")


def holder(person: str, first: int, last: int, *, acting: bool = False) -> Holder:
    return Holder(person, acting, DAY + timedelta(first), DAY + timedelta(last))


MAYOR = holder("achmad-jarwoto", -300, 300)
HOLDERS: Holders = {
    ("wali kota", METRO): [MAYOR],
    ("ketua", COUNCIL): [holder("sari-melati", -10, -10)],
    ("kepala", ("satuan polisi pamong praja", "18.72")): [holder("sutan-lubuk", -400, -200)],
}


@pytest.mark.parametrize(
    ("phrase", "person"),
    [
        ("Wali Kota Metro", "achmad-jarwoto"),
        ("Walikota Kota Metro", "achmad-jarwoto"),
        ("Ketua DPRD Kota Metro", "sari-melati"),
        ("Kasatpol PP Kota Metro", ""),  # last seen too long ago
        ("Wakil Ketua DPRD Kota Metro", ""),
        ("anggota DPRD Kota Metro", ""),
        ("Wali Kota Ternate", ""),
        ("mantan Wali Kota Metro", ""),
        ("Plt Wali Kota Metro", ""),
        ("Wali Kota", ""),
        ("seorang warga Kota Metro", ""),
    ],
)
def test_a_post_with_its_place_is_its_holder_of_those_days(phrase: str, person: str) -> None:
    assert holder_at(HOLDERS, phrase, DAY) == person


def test_of_two_holders_none_speaks() -> None:
    two = {("wali kota", METRO): [MAYOR, holder("melur-kenanga", 50, 60)]}
    assert holder_at(two, "Wali Kota Metro", DAY) == ""
    assert holder_at(two, "Wali Kota Metro", DAY - timedelta(200)) == "achmad-jarwoto"


def test_an_acting_holder_speaks_for_the_acting_post_alone() -> None:
    acting = {("wali kota", METRO): [holder("melur-kenanga", -5, 5, acting=True)]}
    assert holder_at(acting, "Plt Wali Kota Metro", DAY) == "melur-kenanga"
    assert holder_at(acting, "Wali Kota Metro", DAY) == ""
    both = {("wali kota", METRO): [*acting["wali kota", METRO], MAYOR]}
    assert holder_at(both, "Plt Wali Kota Metro", DAY) == holder_at(both, "Wali Kota Metro", DAY) == ""
