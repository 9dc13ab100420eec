"""How the counts behind the confidences are made, and what is told of their reliability."""

from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import pytest

from extract.lexicon import read_tsv
from extract.speech.confidence import ANY, confidence
from extract.training.confidences import (
    FOLDS,
    LEXICON,
    OFTEN,
    Bin,
    Judged,
    calibration_error,
    count,
    judge,
    picture,
    reliability,
    reliability_rows,
    write_counts,
)

SVG = "{http://www.w3.org/2000/svg}"
TEXT = (
    "Wali Kota Rantau Lestari Wulandari mengatakan semua lapak di pasar itu sudah ditata kembali.\n"
    '"Jalan ke terminal dibuka lagi mulai besok pagi," kata Lestari.'
)
SAID: dict[str, Any] = {"regulations": [], "sanctions": []}
GOLD: dict[str, Any] = {
    "persons": [{"name": "Lestari Wulandari", "mentions": ["Lestari Wulandari", "Lestari"]}],
    "statements": [
        {
            **SAID,
            "speaker": "Hendri Saputra",
            "mode": "indirect",
            "cue": "mengatakan",
            "spans": ["semua lapak di pasar itu sudah ditata kembali"],
        },
        {
            **SAID,
            "speaker": "Lestari Wulandari",
            "mode": "direct",
            "cue": "kata",
            "spans": ["Jalan ke terminal dibuka lagi mulai besok pagi,"],
        },
    ],
}


def judged(pattern: str, right: int, wrong: int) -> list[Judged]:
    """Statements of one pattern, each in an article of its own."""
    fared = [True] * right + [False] * wrong
    return [Judged(article=f"{pattern} {n:03}", pattern=pattern, right=fine) for n, fine in enumerate(fared)]


def test_statements_are_counted_by_frame_and_for_all_frames() -> None:
    counts = count(judged("clitic named", OFTEN, 5) + judged("inserted named", 2, 1))
    assert counts == {("clitic", "named"): (OFTEN, OFTEN + 5), (ANY, "named"): (OFTEN + 2, OFTEN + 8)}


def test_the_oftenest_pattern_is_counted_first() -> None:
    counts = count(judged("inserted named", OFTEN, 0) + judged("clitic weak", OFTEN, 1))
    assert [key for key in counts if key[0] != ANY] == [("clitic", "weak"), ("inserted", "named")]


def test_new_counts_keep_the_notes_and_are_read_back(tmp_path: Path) -> None:
    file = tmp_path / "frames.tsv"
    file.write_text("# Why, and when to count again.\nframe\tspeaker\tfound\tright\nclitic\tweak\t9\t9\n", "utf-8")
    write_counts({(ANY, "named"): (3, 4), ("clitic", "named"): (2, 3)}, file)
    assert file.read_text("utf-8").splitlines() == [
        "# Why, and when to count again.",
        "frame\tspeaker\tfound\tright",
        "clitic\tnamed\t3\t2",
        "any\tnamed\t4\t3",
    ]


def test_the_shipped_counts_are_what_they_would_be_written_as(tmp_path: Path) -> None:
    rows = read_tsv(LEXICON.name, "frame", "speaker", "found", "right")
    counts = {(row["frame"], row["speaker"]): (int(row["right"]), int(row["found"])) for row in rows}
    copy = tmp_path / LEXICON.name
    copy.write_bytes(LEXICON.read_bytes())
    write_counts(counts, copy)
    assert copy.read_text("utf-8") == LEXICON.read_text("utf-8")


def test_the_shipped_counts_add_up() -> None:
    counts = {(r["frame"], r["speaker"]): r for r in read_tsv(LEXICON.name, "frame", "speaker", "found", "right")}
    for (frame, basis), row in counts.items():
        rows = [r for (other, its), r in counts.items() if its == basis and other != ANY]
        whole = counts[ANY, basis]
        assert int(row["right"]) <= int(row["found"]), (frame, basis)
        assert sum(int(r["found"]) for r in rows) <= int(whole["found"]), basis
        assert sum(int(r["right"]) for r in rows) <= int(whole["right"]), basis


def test_a_pattern_nobody_counted_is_as_sure_as_its_basis() -> None:
    assert confidence("unheard-of named") == confidence(f"{ANY} named")
    assert confidence("unheard-of unheard-of") < 0.1


def test_statements_are_judged_by_the_counts_of_other_articles() -> None:
    """All of one article are right, all others wrong: its own counts would make it look sure."""
    own = [Judged(article="a", pattern="clitic named", right=True)] * 50
    others = [
        Judged(article=f"b{n}", pattern="clitic named", right=False) for n in range(FOLDS - 1) for _ in range(OFTEN)
    ]
    bins = reliability([*own, *others])
    (unsure,) = [each for each in bins if each.right == 1.0 or each.low == 0.0]
    assert unsure.low == 0.0
    assert unsure.found == 50 + len(others)
    assert unsure.expected < 0.5


def test_sure_and_unsure_statements_stand_in_different_bins() -> None:
    bins = reliability(judged("clitic named", 400, 0) + judged("indirect unnamed", 200, 200))
    assert sum(each.found for each in bins) == 800
    assert (bins[-1].low, bins[-1].found, bins[-1].right) == (0.97, 400, 1.0)
    assert [each.low for each in bins] == sorted(each.low for each in bins)


BINS = [Bin(low=0.5, found=30, expected=0.6, right=0.5), Bin(low=0.95, found=90, expected=0.96, right=1.0)]


def test_the_error_is_the_mean_distance_by_size() -> None:
    assert calibration_error(BINS) == pytest.approx((30 * 0.1 + 90 * 0.04) / 120)


def test_the_table_names_the_edges_of_each_bin() -> None:
    assert list(reliability_rows(BINS))[2:] == [
        "| 0.50 to 0.95 | 30 | 0.600 | 0.500 |",
        "| 0.95 to 1.00 | 90 | 0.960 | 1.000 |",
        "expected calibration error 0.055",
    ]


def test_the_picture_has_a_dot_for_each_bin_within_its_frame() -> None:
    low = Bin(low=0.0, found=2, expected=0.2, right=0.0)
    svg = Xml.fromstring(picture([low, *BINS]))
    dots = [(float(dot.attrib["cx"]), float(dot.attrib["cy"])) for dot in svg.iter(f"{SVG}circle")]
    frame = svg.findall(f"{SVG}g/{SVG}rect")[0]
    side = float(frame.attrib["width"])
    assert all(0 <= x <= side and 0 <= y <= side for x, y in dots)
    assert dots[0] == (0, side)
    assert dots[2][1] == 0, "what is always right stands at the upper edge"
    assert [title.text for title in svg.iter(f"{SVG}title")][1] == "30 statements, confidence 0.600, right 0.500"


def test_a_statement_is_right_when_its_words_and_its_speaker_are_annotated() -> None:
    found = list(judge([("a", TEXT, GOLD)]))
    assert [(each.article, each.pattern, each.right) for each in found] == [
        ("a", "indirect named", False),
        ("a", "post-posed named", True),
    ]


def test_a_statement_that_nobody_annotated_is_wrong() -> None:
    assert [each.right for each in judge([("a", TEXT, {**GOLD, "statements": []})])] == [False, False]
