import tomllib
from datetime import date
from importlib.resources import files

import pytest

from corpus import CorpusError
from corpus.outlets import UNKNOWN, body_names, by_host, layout_on, outlet_of, read_outlet


def test_the_nearest_host_tells_what_is_peculiar():
    assert outlet_of("lampung.tribunnews.com").region == "Lampung"
    assert outlet_of("ambon.tribunnews.com").zone == "+09:00"
    assert outlet_of("wow.tribunnews.com").zone == "+07:00"
    assert outlet_of("nottribunnews.com") is UNKNOWN
    assert outlet_of("") is UNKNOWN


def test_what_is_unknown_matches_no_line():
    assert not UNKNOWN.lines.fullmatch("")
    assert not UNKNOWN.dateline.match("METRO – ")


LAYOUTS = [
    {"hosts": ["warta.example"], "dateline": "(?P<place>now)"},
    {"hosts": ["warta.example"], "valid_until": date(2023, 6, 30), "dateline": "(?P<place>second)"},
    {"hosts": ["warta.example"], "valid_until": date(2019, 1, 31), "dateline": "(?P<place>first)"},
]


@pytest.mark.parametrize(
    ("day", "layout"),
    [("2018-05-01", "first"), ("2019-01-31", "first"), ("2019-02-01", "second"), ("2023-07-01", "now"), ("", "now")],
)
def test_a_page_is_read_by_the_layout_of_its_day(day, layout):
    assert layout_on(day, by_host(LAYOUTS)["warta.example"]).dateline.match(layout)


def test_two_entries_of_one_host_must_end_on_different_days():
    with pytest.raises(CorpusError, match=r"warta\.example: two entries"):
        by_host([*LAYOUTS, {"hosts": ["warta.example"]}])


def test_every_entry_can_be_read():
    table = tomllib.loads((files("corpus") / "outlets.toml").read_text("utf-8"))
    hosts = [host for row in table["outlet"] for host in row["hosts"]]
    assert all(outlet_of(host) is not UNKNOWN for host in hosts)
    assert "entry-content" in body_names()


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"name": "Warta"}, "name its hosts"),
        ({"hosts": ["warta.example"], "zona": "+07:00"}, "unknown key zona"),
        ({"hosts": ["warta.example"], "zone": "WIB"}, 'zone "WIB"'),
        ({"hosts": ["warta.example"], "valid_until": "besok"}, "valid_until 'besok'"),
        ({"hosts": ["warta.example"], "lines": ["("]}, "a pattern cannot be read"),
    ],
)
def test_a_wrong_entry_is_told_with_its_outlet_and_the_way_out(row, says):
    with pytest.raises(CorpusError, match=r"outlets\.toml") as told:
        read_outlet(row)
    assert says in str(told.value)
