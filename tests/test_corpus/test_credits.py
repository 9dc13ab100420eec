import pytest

from corpus.credits import find_credits, person, signature


@pytest.mark.parametrize(
    ("texts", "reporter", "editor"),
    [
        (["Penulis: Siti Rahma", "Editor: Andi Saputra"], "Siti Rahma", "Andi Saputra"),
        (["Penulis", ":", "Siti Rahma"], "Siti Rahma", ""),
        (["Editor :", "Andi Saputra"], "", "Andi Saputra"),
        (["Rep: C31/ Red: Andi Saputra"], "", "Andi Saputra"),
        (["Oleh Siti Rahma"], "Siti Rahma", ""),
        (["Oleh", "Siti Rahma"], "Siti Rahma", ""),
        (["Reporter: Siti Rahma | Editor: Andi Saputra"], "Siti Rahma", "Andi Saputra"),
        (["Pewarta: Siti Rahma dan Budi Hartawan"], "Siti Rahma dan Budi Hartawan", ""),
        (["Laporan: SITI RAHMA"], "Siti Rahma", ""),
        (["Penulis : Kontributor Metro, Siti Rahma"], "Siti Rahma", ""),
        (["Penulis: Siti Rahma - Warta Contoh", "6 Februari 2023"], "Siti Rahma", ""),
        (["Red Carpet Menyala"], "", ""),
        (["Editor", "TRENDING"], "", ""),
        (["Penulis: Redaksi", "Editor: Admin"], "", ""),
        (["Oleh sebab itu warga diminta tertib", "Laporan BPS menyebut harga naik"], "", ""),
        (["Editor film itu kini menjadi lurah"], "", ""),
    ],
)
def test_labelled_lines_tell_reporter_and_editor(texts, reporter, editor):
    found = find_credits(texts)
    assert (found.reporter, found.editor) == (reporter, editor)


@pytest.mark.parametrize(
    "text",
    [
        "Redaksi",
        "admin2",
        "https://warta.example/siti",
        "@wartacontoh",
        "warta.com",
        "PT Warta Contoh",
        "Warta Contoh",
        "",
    ],
)
def test_a_desk_an_address_or_the_outlet_is_no_person(text):
    assert person(text, outlet="Warta Contoh") == ""


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("SITI RAHMA", "Siti Rahma"),
        ("(BUDI HARTAWAN)", "Budi Hartawan"),
        ("PENUTUP", ""),
        ("DPRD KOTA METRO SETUJU USUL WALI KOTA", ""),
        ("Siti Rahma", ""),
        ("PASAL 7", ""),
    ],
)
def test_capitals_at_the_end_are_a_signature(line, name):
    assert signature(line) == name
