import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.rules.pinning import bind_pin_cites
from extract.rules.provisions import find_pin_cites
from extract.rules.regulations import find_citations

CASES = [json.loads(line) for line in Path(__file__).with_name("provisions.jsonl").read_text("utf-8").splitlines()]
STRICT_GAP = pytest.mark.xfail(strict=True, reason="known gap")


def params(cases):
    return [pytest.param(case, id=case["id"], marks=[STRICT_GAP] if case["tier"] == "gap" else []) for case in cases]


@pytest.mark.parametrize("case", params(CASES))
def test_each_provision_belongs_to_its_rule(case):
    found = {}
    for citation in find_citations(case["text"]):
        found.setdefault(citation.id, {}).update(dict.fromkeys(citation.provisions))
    assert {rule: list(pins) for rule, pins in found.items() if pins} == case["want"], case["why"]


ARTICLES = st.builds("Pasal {}{}".format, st.integers(1, 900), st.sampled_from(["", "A", "B", "F"]))
PARTS = st.sampled_from(["", " ayat (1)", " ayat (12)", " huruf b", " ayat (3) huruf a", " angka 7", " ayat (1) ke-1"])
PINS = st.builds("{}{}".format, ARTICLES, PARTS)
LINKS = st.sampled_from(
    [" jo. ", " juncto ", ", ", " dan ", " dan/atau ", " atau ", " serta ", " subsider ", " dan atau "]
)


@settings(deadline=None, max_examples=200)
@given(st.lists(PINS, min_size=1, max_size=6, unique=True), LINKS)
def test_a_list_of_provisions_reads_back(pins, link):
    low = link.join(pins).lower()
    (run,) = find_pin_cites(low)
    assert (run.start, run.end) == (0, len(low))
    assert [provision.lower() for provision in run.provisions] == [pin.lower() for pin in pins]


@settings(deadline=None, max_examples=200)
@given(
    st.lists(st.sampled_from([case["text"].lower() for case in CASES] + ["pasal ", "jo ", "(", "1 ", "\n"]), max_size=8)
)
def test_runs_of_provisions_stand_in_order_and_never_overlap(pieces):
    low = "".join(pieces)
    end = 0
    for run in find_pin_cites(low):
        assert end <= run.start < run.end <= len(low)
        assert run.provisions
        end = run.end


def test_a_bound_pin_cite_tells_its_place_and_its_rule():
    low = "pasal 5 pp 94/2021 dan pasal 9 statuta liga"
    (bound,) = bind_pin_cites(low, [(8, 18, "pp/2021/94")])
    assert (low[bound.pin.start : bound.pin.end], bound.pin.provisions, bound.citation) == ("pasal 5", ("pasal 5",), 0)


def test_a_text_without_rules_binds_nothing():
    assert bind_pin_cites("pasal 5 ayat (1)", []) == ()


HOSTILE = [
    "pasal 1 jo ",
    "pasal 1 ayat (1) ",
    "pasal 1, 2, ",
    "pasal ",
    "ayat (1) ",
    "ayat (1), (2) dan (3) pasal ",
    "1",
    "jo 12 ayat ",
    "subsider ",
    "pasal yakni yaitu ",
    "pasal 1 dan, dan, ",
    "kuhp dan, dan, 1",
    "pasal 1" + " " * 400,
    "diktum ",
    "pasal 1 (",
    "tentang a ",
]


def seconds(read, low):
    start = time.process_time()
    read(low)
    return time.process_time() - start


@pytest.mark.parametrize("piece", HOSTILE)
def test_reading_takes_time_in_proportion_to_the_text(piece):
    def read(low):
        return sum(len(run.provisions) for run in find_pin_cites(low))

    small, large = (seconds(read, piece * (size // len(piece))) for size in (20_000, 160_000))
    assert large < 24 * small + 0.3, (small, large)


@pytest.mark.parametrize(
    "piece", ["pasal 1 kuhp ", "kuhp pasal 1 ke-1. ", "kuhp a. pasal 2. ", "tentang perubahan atas kuhp "]
)
def test_binding_takes_time_in_proportion_to_the_text(piece):
    def bind(low):
        places = range(0, len(low), len(piece))
        rules = [f"uu/2000/{n % 997}" if n % 2 else "kuhp//" for n in range(len(places))]
        starts = [at + piece.index("kuhp") for at in places]
        bind_pin_cites(low, [(at, at + 4, rule) for at, rule in zip(starts, rules, strict=True)])

    small, large = (seconds(bind, piece * (size // len(piece))) for size in (20_000, 160_000))
    assert large < 24 * small + 0.3, (small, large)
