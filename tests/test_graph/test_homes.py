"""The region an institution works in, by its name and by what its article says."""

from collections import Counter

import pytest

from extract.record import Role
from graph.homes import Surroundings
from graph.identity.institutions import COUNTRY

METRO, PROVINCE, CAPITAL, ABROAD = "kota metro", "provinsi lampung", "dki jakarta", "arab saudi"
CODES = {METRO: "18.72", PROVINCE: "18", CAPITAL: "31", ABROAD: "", COUNTRY: ""}


def around(
    *named: tuple[str, int], dateline: str = "", of_the_state: bool = False, roles: tuple[Role, ...] = ()
) -> Surroundings:
    return Surroundings(
        regions={name: CODES[name] for name, _ in named},
        counts=Counter(dict(named)),
        dateline=dateline,
        roles=roles,
        of_the_state=of_the_state,
    )


@pytest.mark.parametrize(
    ("name", "kind", "given", "home"),
    [
        ("Polres Kota Metro", "police", around((METRO, 1), (PROVINCE, 9)), METRO),
        ("DPRD Lampung", "council", around((METRO, 9), (PROVINCE, 1)), PROVINCE),
        ("Bawaslu", "election body", around((METRO, 1)), METRO),
        ("Bawaslu", "election body", around(), ""),
        ("Bawaslu", "election body", around((CAPITAL, 2)), COUNTRY),
        ("Bawaslu", "election body", around((METRO, 1), of_the_state=True), COUNTRY),
        ("Bawaslu", "election body", around((METRO, 3), of_the_state=True), METRO),
        ("Satpol PP", "regional agency", around((METRO, 4), (PROVINCE, 2)), METRO),
        ("Satpol PP", "regional agency", around((METRO, 3), (PROVINCE, 2)), ""),
        ("Satpol PP", "regional agency", around((METRO, 1), (PROVINCE, 2), dateline=METRO), METRO),
        ("Pemprov", "regional government", around((METRO, 9), (PROVINCE, 1)), PROVINCE),
        ("Komisi II DPR RI", "council", around((METRO, 9)), COUNTRY),
        ("Kementerian Kehutanan", "ministry", around((METRO, 9)), COUNTRY),
        ("Forkopimda", "other", around((METRO, 1)), METRO),
        ("Universitas Kenanga", "school", around((METRO, 1)), COUNTRY),
        ("SMPN 2", "school", around((METRO, 1)), METRO),
    ],
)
def test_the_name_tells_where_else_the_article(name: str, kind: str, given: Surroundings, home: str) -> None:
    assert given.home_of(name, kind) == home


def test_a_post_tells_where() -> None:
    role = Role(position="Ketua", institution="DPRD", region="Kota Metro")
    assert around((METRO, 1), (PROVINCE, 9), roles=(role,)).home_of("DPRD", "council") == METRO
