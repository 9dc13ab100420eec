"""Two profiles compared: what is thought of them, and why."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.identity.comparing import compare_people, view_of
from graph.identity.comparing_institutions import compare_institutions, view_of_institution
from graph.identity.judged import Judged
from graph.identity.people import Fit, agreement, person_name
from graph.identity.profiles import Held, Profile

CASES = [json.loads(line) for line in Path(__file__).with_name("identity_cases.jsonl").read_text("utf-8").splitlines()]


def profile(label: str, id_: str, given: dict[str, Any]) -> Profile:
    held = tuple(
        Held(post=post[0], place=post[1], area=post[2], first_seen=(*post, "", "")[3], last_seen=(*post, "", "")[4])
        for post in given.get("posts", ())
    )
    rest = {name: tuple(v) if isinstance(v, list) else v for name, v in given.items() if name != "posts"}
    return Profile(id=id_, label=label, posts=held, **rest)


def compared(label: str, one: Profile, other: Profile) -> Judged | None:
    if label == "Person":
        return compare_people(view_of(one), view_of(other))
    return compare_institutions(view_of_institution(one), view_of_institution(other))


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_two_profiles_are_judged_for_the_reason_that_counts(case: dict[str, Any]) -> None:
    label = case.get("label", "Person")
    one, other = profile(label, "a", case["one"]), profile(label, "b", case["other"])
    judged = compared(label, one, other)
    assert judged == compared(label, other, one)
    assert (judged.verdict if judged else "none") == case["want"]
    if judged:
        assert case["why"] in judged.reasons


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("Moh. Jarwo Kenanga", "Muhammad Jarwo Kenanga", Fit.EQUAL),
        ("Abdurrahman Kenanga", "Abdul Rahman Kenanga", Fit.EQUAL),
        ("Ma'ruf Kenanga", "Maruf Kenanga", Fit.EQUAL),
        ("Al-Farabi Kenanga", "Alfarabi Kenanga", Fit.SPELT),
        ("Joesoef Kenanga", "Yusuf Kenanga", Fit.SPELT),
        ("Alexander Melur", "Aleksander Melur", Fit.SPELT),
        ("M. Kenanga", "Muhammad Kenanga", Fit.SPELT),
        ("Sarwoto Kenanga", "Sarwoto Kenamga", Fit.SLIP),
        ("Jarwo Kenanga", "Jarwo Melur Kenanga", Fit.SHORTER),
        ("Kenanga", "Jarwo Kenanga", Fit.BARE),
        ("Melur Kenanga", "Jarwo Melur Kenanga", None),
        ("Mansur M.", "M. Darwis Masri", None),
        ("Hasan Kenanga", "Husin Kenanga", None),
        ("M. K.", "Muhammad Kenanga", None),
    ],
)
def test_names_agree_as_far_as_they_say_the_same(one: str, other: str, fit: Fit | None) -> None:
    names = person_name(one), person_name(other)
    assert agreement(*names) == agreement(*reversed(names)) == fit
