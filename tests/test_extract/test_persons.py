"""Persons: who is named, by which words, with which posts."""

import json
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.naming.institutions import find_institutions
from extract.naming.persons import find_persons
from extract.naming.regions import find_regions
from extract.record import Entity, EntityType, Mention, MentionType

CASES = [json.loads(line) for line in (Path(__file__).parent / "persons.jsonl").read_text("utf-8").splitlines()]
Given = tuple[tuple[Entity, ...], tuple[Mention, ...]]


def given_entities(case: Mapping[str, Any]) -> Given:
    """Entities and mentions of the institutions and regions that a case lists by their surface forms."""
    entities: list[Entity] = []
    mentions: list[Mention] = []
    for type_, field in ((EntityType.INSTITUTION, "institutions"), (EntityType.REGION, "regions")):
        for name, surfaces in case.get(field, {}).items():
            key = f"{type_.value[0].lower()}{len(entities)}"
            kind = case.get("kinds", {}).get(name, "")
            entities.append(Entity(key=key, type=type_, name=name, kind=kind))
            mentions += _mentions(case["text"], surfaces, key, MentionType(type_.value))
    return tuple(entities), tuple(mentions)


def _mentions(text: str, surfaces: Sequence[str], key: str, type_: MentionType) -> list[Mention]:
    pattern = "|".join(re.escape(surface) for surface in sorted(surfaces, key=len, reverse=True))
    return [
        Mention(start=m.start(), end=m.end(), text=m[0], type=type_, target=key)
        for m in re.finditer(rf"\b(?:{pattern})(?!\w)", text)
    ]


def as_wanted(persons: Sequence[Entity], mentions: Sequence[Mention], *, roles: bool) -> list[dict[str, Any]]:
    found = []
    for person in persons:
        row: dict[str, Any] = {
            "name": person.name,
            "mentions": [mention.text for mention in mentions if mention.target == person.key],
        }
        if roles:
            row["roles"] = [[role.position, role.institution, role.region] for role in person.roles]
        found.append(row)
    return found


def marked(case: Mapping[str, Any]) -> Any:
    gap = [pytest.mark.xfail(strict=True, reason=case["why"])] if case["tier"] == "gap" else []
    return pytest.param(case, id=case["id"], marks=gap)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_persons_of_golden_case(case: dict[str, Any]) -> None:
    persons, mentions = find_persons(case["text"], *given_entities(case))
    roles = all("roles" in person for person in case["want"])
    assert as_wanted(persons, mentions, roles=roles) == case["want"], case["why"]


def test_keys_follow_the_order_of_first_mention() -> None:
    persons, mentions = find_persons('Rapat dibuka Pak Yanto Prasetyo. "Ya," kata Siti Aminatun.', (), ())
    assert [(person.key, person.name) for person in persons] == [
        ("p1", "Yanto Prasetyo"),
        ("p2", "Siti Aminatun"),
    ]
    assert [mention.target for mention in mentions] == ["p1", "p2"]


def test_no_person_overlaps_an_institution_or_region() -> None:
    case: dict[str, Any] = {
        "text": "Ketua Yayasan Siti Aminatun, Yanto Prasetyo, bertemu Siti Aminatun di Yanto.",
        "institutions": {"Yayasan Siti Aminatun": ["Yayasan Siti Aminatun"]},
        "regions": {"Yanto": ["di Yanto"]},
    }
    entities, given_mentions = given_entities(case)
    _, mentions = find_persons(case["text"], entities, given_mentions)
    for mention in mentions:
        assert all(mention.end <= other.start or other.end <= mention.start for other in given_mentions)
    assert [mention.text for mention in mentions] == ["Yanto Prasetyo", "Siti Aminatun"]


WORDS = (
    "Bupati Wetanagung Ketua Komisi I Siti Aminatun H. AKBP M. kata dan , (45) ( ) S.H. alias selaku Kepala "
    "Dinas mengatakan - / ” “ SA (SA) Plt Pj. itu . nya dr. Didik Sos"
)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from([*WORDS.split(), "\n"]), max_size=25).map(" ".join))
def test_mentions_quote_the_text_in_order_without_overlap(text: str) -> None:
    entities, given_mentions = given_entities({"text": text, "regions": {"Wetanagung": ["Wetanagung"]}})
    persons, mentions = find_persons(text, entities, given_mentions)
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert {mention.target for mention in mentions} == {person.key for person in persons}


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_error(text: str) -> None:
    find_persons(text, (), ())


def test_the_officials_of_the_seeds_hold_their_posts(shared: Path) -> None:
    held = _officials(shared)
    assert held["Misnan"] == {("Pj Sekkot", "Kota Metro")}
    assert held["Qomaru Zaman"] == {("Wakil Walikota", "Kota Metro")}
    assert ("Ketua Komisi I", "Kota Metro") in held["Basuki"]
    assert {region for _, region in held["Totok Agus Daryanto"]} == {"Kota Banjarmasin"}
    assert {position for position, _ in held["Arie Budhiman"]} == {"Komisioner Bidang Promosi dan Advokasi"}
    for name in ("Rosita", "Welly Adiwantra", "Mujib", "Muhammad Yasar", "Ikhsan Budiman", "Hasan"):
        assert held[name], name


def _officials(shared: Path) -> dict[str, set[tuple[str, str]]]:
    """Position and region of everybody the seeds name."""
    held: dict[str, set[tuple[str, str]]] = {}
    for path in sorted((shared / "seeds").glob("*.txt")):
        text = path.read_text("utf-8")
        regions, places = find_regions(text)
        institutions, names = find_institutions(text, places)
        persons, _ = find_persons(text, (*regions, *institutions), (*places, *names))
        held |= {p.name: {(role.position, role.region) for role in p.roles} for p in persons}
    return held
