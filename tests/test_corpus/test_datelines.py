import pytest

from corpus.datelines import find_dateline, with_dateline
from corpus.outlets import Outlet, outlet_of


@pytest.mark.parametrize(
    ("line", "place", "paper"),
    [
        ("METRO – Wali kota meminta warga tertib.", "Metro", ""),
        ("BANDAR LAMPUNG (Warta Contoh) -- Wali kota meminta warga tertib.", "Bandar Lampung", "Warta Contoh"),
        ("JAKARTA, CONTOH.com - Menteri meminta warga tertib.", "Jakarta", "CONTOH.com"),
        ("Tanjungpinang (CONTOH) - Wali kota meminta warga tertib.", "Tanjungpinang", "CONTOH"),
        ("Contoh.com, Jakarta - Menteri meminta warga tertib.", "Jakarta", "Contoh.com"),
        ("CONTOH.CO.ID, JAKARTA -- Menteri meminta warga tertib.", "Jakarta", "CONTOH.CO.ID"),
        ("Bandar Lampung - Wali kota meminta warga tertib.", "Bandar Lampung", ""),
        ("DKI JAKARTA – Warga diminta tertib.", "DKI Jakarta", ""),
        ("Contoh.com - Menteri meminta warga tertib.", "", ""),
        ("Wali Kota - Budi meminta warga tertib.", "", ""),
        ("COVID-19 masih mengancam.", "", ""),
        ("Pemerintah kota meminta warga tertib - demi kebersihan.", "", ""),
        ("", "", ""),
    ],
)
def test_a_dateline_tells_the_place(line, place, paper):
    found = find_dateline(line)
    assert (found.place, found.paper) == (place, paper)


def test_an_outlet_may_have_a_form_of_its_own():
    line = "Lampung Geh, Bandar Lampung - Wali kota meminta warga tertib."
    assert find_dateline(line, outlet=outlet_of("kumparan.com")).place == "Bandar Lampung"
    assert find_dateline(line, outlet=Outlet()).place == ""


def test_a_dateline_alone_joins_the_line_it_opens():
    assert with_dateline(["Metro -", "Wali kota meminta warga tertib."]) == ["Metro - Wali kota meminta warga tertib."]
    lines = ["Daftar jalan -", "Jalan Merdeka"]
    assert with_dateline(lines) == lines
