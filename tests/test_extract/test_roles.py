"""Roles: the posts that an article gives a person, before the name, behind it and further on."""

import json
from pathlib import Path
from typing import Any

import pytest

from extract.naming.institutions import find_institutions
from extract.naming.persons import find_persons
from extract.naming.regions import find_regions
from extract.record import RoleStatus

CASES = [json.loads(line) for line in (Path(__file__).parent / "roles.jsonl").read_text("utf-8").splitlines()]


def roles_in(text: str) -> dict[str, list[list[str]]]:
    """Position, institution and region of every role, by the name of its holder; persons without roles left out."""
    regions, places = find_regions(text)
    institutions, names = find_institutions(text, places)
    persons, _ = find_persons(text, (*regions, *institutions), (*places, *names))
    return {
        person.name: [[role.position, role.institution, role.region] for role in person.roles]
        for person in persons
        if person.roles
    }


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in CASES])
def test_roles_of_golden_case(case: dict[str, Any]) -> None:
    assert roles_in(case["text"]) == case["want"], case["why"]


def test_the_region_of_a_post_is_written_as_the_article_writes_it() -> None:
    text = "Wali Kota Bandarlampung Sari Melati membuka pasar di {}. Kapolres Tulangbawang AKBP Budi Hartawan hadir."
    assert roles_in(text.format("Bandarlampung"))["Sari Melati"] == [["Wali Kota", "", "Kota Bandarlampung"]]
    assert roles_in(text.format("Bandar Lampung"))["Sari Melati"] == [["Wali Kota", "", "Kota Bandar Lampung"]]
    assert roles_in(text.format("sana"))["Budi Hartawan"] == [["Kapolres", "", "Kabupaten Tulangbawang"]]


def test_offices_that_somebody_once_had_are_former() -> None:
    text = "Amir Lubis wafat. Ia pernah menjabat Kapolsek Metro Timur, Kapolres Pringsewu, dan Kapolda Lampung."
    institutions, regions = find_institutions(text, find_regions(text)[1]), find_regions(text)
    (person,), _ = find_persons(text, (*regions[0], *institutions[0]), (*regions[1], *institutions[1]))
    assert [role.status for role in person.roles] == [RoleStatus.FORMER] * 3
