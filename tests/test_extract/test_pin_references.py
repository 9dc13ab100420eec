import pytest

from extract.rules.pin_references import find_pin_references
from extract.rules.provisions import find_pin_cites


def pointed(text):
    low = text.lower()
    pins = list(find_pin_cites(low))
    return [(text[r.start : r.end], text[pins[r.pin].start : pins[r.pin].end]) for r in find_pin_references(low, pins)]


@pytest.mark.parametrize("pointer", ["tersebut", "itu", "ini", "dimaksud", "yang sama"])
def test_a_pointer_means_the_last_provision_before_it(pointer):
    text = f"Ia melanggar Pasal 3, lalu Perda memuat Pasal 5 ayat (1). Pasal {pointer} tegas."
    assert pointed(text) == [(f"Pasal {pointer}", "Pasal 5 ayat (1)")]


@pytest.mark.parametrize(
    "text",
    [
        "Pasal tersebut tegas. Ia melanggar Pasal 3.",
        "Ia melanggar Pasal 3 dan Pasal 9 perda. Kedua pasal itu tegas.",
        "Ia melanggar Pasal 3. Pasal-pasal itu tegas.",
        "Ia melanggar Pasal 3. Pasal lain dibahas.",
        "Ia melanggar Pasal 3 ayat (1) itu.",
        "Ia melanggar Pasal 3." + " Warga menunggu." * 200 + " Pasal itu tegas.",
    ],
    ids=["nothing-before", "several", "plural", "no-pointer", "own-words", "too-far"],
)
def test_what_points_at_no_single_provision_stays_unresolved(text):
    assert pointed(text) == []
