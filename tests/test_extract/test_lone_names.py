"""Lone names: which names a text uses by themselves, and where a person follows an institution."""

import pytest

from extract.naming.lone_names import lone_names, person_follows

LONE = frozenset({"Wahyudi"})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hadir Yoseph Lasut.", []),
        ("Kata Yoseph, pasar ramai.", ["Yoseph"]),
        ("Pasar ramai.\nYoseph menunggu.", ["Yoseph"]),
        ("“Ramai,” kata Yoseph.\n", ["Yoseph"]),
        ("Pasar itu ramai.", []),
    ],
)
def test_a_name_alone_has_no_capital_beside_it(text, names):
    assert sorted(lone_names(text)) == names


@pytest.mark.parametrize(
    ("before", "after", "follows"),
    [
        ("Forum Rotan", " Wahyudi Lasut", True),
        ("Forum Rotan", " Sri Wahyudi", True),
        ("Forum Rotan", " Sri Lestari", False),
        ("Forum Ahmad", " Wahyudi", False),
        ("Forum Rotan", ", Wahyudi", False),
    ],
)
def test_a_person_follows_where_the_name_stands_alone_elsewhere(before, after, follows):
    assert person_follows(before + after, len(before), LONE) is follows
