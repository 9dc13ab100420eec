import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.lexicon import read_words
from extract.rules import find_citations, find_sanctions

CASES = [json.loads(line) for line in Path(__file__).with_name("sanctions.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in CASES])
def test_a_text_names_these_penalties(case):
    text = case["text"]
    found = [{"text": text[s.start : s.end], "kind": s.kind, "detail": s.detail} for s in find_sanctions(text)]
    assert found == case["want"], case["why"]


PIECES = [case["text"] for case in CASES] + ["denda ", "6 bulan ", "penjara ", "paling lama ", "İ", "\n"]


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_penalties_stand_in_order_inside_the_text_and_quote_their_detail(pieces):
    text = "".join(pieces)
    end = 0
    for sanction in find_sanctions(text):
        assert end <= sanction.start < sanction.end <= len(text)
        assert sanction.detail in text[sanction.start : sanction.end]
        assert sanction.kind in read_words("sanction_kinds.txt")
        end = sanction.end


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "denda ",
        "1 bulan ",
        "satu ",
        "penjara ",
        "1 tahun penjara ",
        "sanksi ",
        "(",
        "denda bagi a a a a a ",
        "dipidana ",
        "izin kami ",
        "tunjangan kami ",
        "disegel a b c d ",
        "20 kali ",
        "sanksi ringan, sedang, ",
        "SP1, ",
        "denda satu ribu ",
        "denda Rp1 - ",
        "penjara satu tahun dan maksimal ",
        "tidak dikenai sanksi dan ",
        "telah memberikan sanksi. ",
        "baca juga denda ",
        "hukuman (",
    ],
)
def test_time_grows_with_the_length_of_a_hostile_text_and_no_faster(piece):
    def seconds(size):
        text = piece * (size // len(piece))
        start = time.process_time()
        find_sanctions(text)
        return time.process_time() - start

    seconds(1000)
    small, large = seconds(10_000), seconds(80_000)
    assert large < 24 * small + 0.5, (small, large)


def test_time_grows_with_the_number_of_citations_and_no_faster():
    def seconds(times):
        text = "Pasal 5 UU 1/2020 jo " * times + "denda Rp5 juta " * times
        citations = find_citations(text)
        start = time.process_time()
        find_sanctions(text, citations)
        return time.process_time() - start

    seconds(10)
    small, large = seconds(100), seconds(800)
    assert large < 24 * small + 0.5, (small, large)


@pytest.mark.parametrize(
    ("seed", "kind"),
    [
        ("000", "pemberhentian"),
        ("000", "penurunan-pangkat"),
        ("001", "pemblokiran"),
        ("002", "teguran-tertulis"),
    ],
)
def test_the_seeds_name_their_penalties(shared, seed, kind):
    (path,) = (shared / "seeds").glob(f"{seed}*.txt")
    assert kind in {sanction.kind for sanction in find_sanctions(path.read_text("utf-8"))}
