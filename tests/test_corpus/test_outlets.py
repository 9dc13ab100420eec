import tomllib
from importlib.resources import files

import pytest

from corpus import CorpusError
from corpus.outlets import UNKNOWN, body_names, outlet_of, read_outlet


def test_the_nearest_host_tells_what_is_peculiar():
    assert outlet_of("lampung.tribunnews.com").region == "Lampung"
    assert outlet_of("ambon.tribunnews.com").zone == "+09:00"
    assert outlet_of("wow.tribunnews.com").zone == "+07:00"
    assert outlet_of("nottribunnews.com") is UNKNOWN
    assert outlet_of("") is UNKNOWN


def test_what_is_unknown_matches_no_line():
    assert not UNKNOWN.lines.fullmatch("")
    assert not UNKNOWN.dateline.match("METRO – ")


def test_every_entry_can_be_read_and_no_host_stands_twice():
    table = tomllib.loads((files("corpus") / "outlets.toml").read_text("utf-8"))
    hosts = [host for row in table["outlet"] for host in row["hosts"]]
    assert len(set(hosts)) == len(hosts)
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
