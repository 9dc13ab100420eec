import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.record import Penalty, SanctionStatus
from extract.rules import find_citations, find_sanctions
from extract.rules.amounts import LIFELONG, read_amounts, read_durations

CASES = [json.loads(line) for line in Path(__file__).with_name("penalties.jsonl").read_text("utf-8").splitlines()]


def penalty(row):
    if row is None:
        return None
    status = SanctionStatus(row["status"]) if "status" in row else None
    return Penalty(**{**row, "status": status, "provisions": tuple(row.get("provisions", ()))})


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in CASES])
def test_a_text_says_this_of_its_penalties(case):
    text = case["text"]
    found = [sanction.penalty for sanction in find_sanctions(text, find_citations(text))]
    assert found == [penalty(row) for row in case["want"]], case["why"]


def test_without_citations_no_rule_is_told():
    text = "Pelaku dijerat Pasal 340 KUHP dengan ancaman hukuman mati."
    (sanction,) = find_sanctions(text)
    assert sanction.penalty == Penalty(status=SanctionStatus.THREATENED)


DIGITS = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
MAGNITUDES = {10**3: "ribu", 10**6: "juta", 10**9: "miliar", 10**12: "triliun"}


def spoken(number):
    """Indonesian words for 1 to 999."""
    if number >= 100:
        rest = f" {spoken(number % 100)}" if number % 100 else ""
        return ("seratus" if number < 200 else f"{DIGITS[number // 100]} ratus") + rest
    if number >= 20:
        return f"{DIGITS[number // 10]} puluh {DIGITS[number % 10]}".strip()
    if number >= 12:
        return f"{DIGITS[number - 10]} belas"
    return {10: "sepuluh", 11: "sebelas"}.get(number) or DIGITS[number]


def styles(count, magnitude):
    """The ways papers write ``count`` times ``magnitude`` rupiah."""
    word, figure = MAGNITUDES[magnitude], f"{count * magnitude:,}".replace(",", ".")
    return [
        f"Rp{count} {word}",
        f"Rp. {count} {word}",
        f"Rp {figure}",
        f"Rp{figure},00",
        f"Rp{figure},-",
        f"Rp {figure},00 ({spoken(count)} {word} rupiah)",
        f"{spoken(count)} {word} rupiah",
        f"{count} {word} rupiah",
    ]


counts = st.integers(min_value=1, max_value=999)
magnitudes = st.sampled_from(list(MAGNITUDES))


@settings(deadline=None)
@given(counts, magnitudes, st.data())
def test_a_sum_written_in_any_style_reads_back(count, magnitude, data):
    words = data.draw(st.sampled_from(styles(count, magnitude)))
    total = count * magnitude
    assert read_amounts(f"sebesar {words}") == (total, total)
    assert read_amounts(f"paling banyak {words}") == (None, total)
    assert read_amounts(f"minimal {words}") == (total, None)


@settings(deadline=None)
@given(counts, counts, magnitudes, st.data())
def test_a_range_of_sums_reads_back(first, second, magnitude, data):
    low, high = sorted((first, second))
    least = data.draw(st.sampled_from(styles(low, magnitude)))
    greatest = data.draw(st.sampled_from(styles(high, magnitude)))
    want = (low * magnitude, high * magnitude)
    assert read_amounts(f"paling sedikit {least} dan paling banyak {greatest}") == want
    assert read_amounts(f"antara {least} hingga {greatest}") == want


@settings(deadline=None)
@given(st.integers(1, 99), st.sampled_from(["tahun", "bulan", "hari"]), st.data())
def test_a_duration_written_in_any_style_reads_back(count, unit, data):
    styles = [
        f"{count} {unit}",
        f"{count} ({spoken(count)}) {unit}",
        f"{spoken(count)} {unit}",
        f"selama {count} {unit}",
    ]
    words = data.draw(st.sampled_from(styles))
    want = f"P{count}{'YMD'[['tahun', 'bulan', 'hari'].index(unit)]}"
    assert read_durations(words) == (want, want)
    assert read_durations(f"paling lama {words}") == ("", want)
    assert read_durations(f"paling singkat {words}") == (want, "")


@given(st.integers(1, 30), st.integers(1, 11), st.sampled_from([" ", " dan ", ", "]))
def test_years_and_months_add_up(years, months, between):
    want = f"P{years}Y{months}M"
    assert read_durations(f"{years} tahun{between}{months} bulan") == (want, want)


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("seumur hidup", (LIFELONG, LIFELONG)),
        ("5 tahun atau lebih", ("P5Y", "")),
        ("1,5 tahun", ("P1Y6M", "P1Y6M")),
        ("satu setengah tahun", ("P1Y6M", "P1Y6M")),
        ("setahun", ("P1Y", "P1Y")),
        ("5 hingga 10 tahun", ("P5Y", "P10Y")),
        ("5-10 tahun", ("P5Y", "P10Y")),
        ("seumur hidup atau 20 tahun", ("", "")),
        ("2,5 bulan", ("", "")),
        ("nol tahun", ("", "")),
    ],
)
def test_these_durations_mean_this(words, want):
    assert read_durations(words) == want


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("Rp1,5 miliar", (1_500_000_000, 1_500_000_000)),
        ("Rp 5 - 10 juta", (5_000_000, 10_000_000)),
        ("satu juta lima ratus ribu rupiah", (1_500_000, 1_500_000)),
        ("kategori II", (10_000_000, 10_000_000)),
        ("kategori IX", (None, None)),
        ("kategori 3", (50_000_000, 50_000_000)),
        ("US$2.500", (None, None)),
        ("RM 500", (None, None)),
        ("Rp2.500.00,-", (None, None)),
        ("7,3 juta dolar AS", (None, None)),
        ("2 persen", (None, None)),
        ("Rp800 juta hingga Rp1 juta", (None, None)),
        ("paling lama 6 bulan", (None, None)),
    ],
)
def test_these_amounts_mean_this(words, want):
    assert read_amounts(words) == want
