"""How good identity is on the articles of the benchmark, against the labels of ``identity_labels.jsonl``."""

import json
from pathlib import Path

import pytest

from extract import extract_records
from extract.record import Record
from graph.identity.measuring import Appearance, articles_of, joined_appearances, read_labels, score

HERE = Path(__file__).parent
FLOORS = {"Person": (0.99, 0.96), "Institution": (0.975, 0.92)}  # precision and F1; never lowered


@pytest.fixture(scope="module")
def found(shared: Path) -> dict[Appearance, str]:
    articles = articles_of(shared / "benchmark" / "docs")
    return joined_appearances((a, r) for a, r in extract_records(articles, workers=1) if isinstance(r, Record))


@pytest.mark.parametrize("label", FLOORS)
def test_the_scores_do_not_fall(found: dict[Appearance, str], label: str) -> None:
    scores = score(read_labels(HERE / "identity_labels.jsonl"), found)[label]
    precision, f1 = FLOORS[label]
    assert scores.precision >= precision, scores
    assert scores.f1 >= f1, scores


def test_no_two_people_of_the_hardest_pairs_are_taken_for_one(found: dict[Appearance, str]) -> None:
    pairs = map(json.loads, (HERE / "identity_pairs.jsonl").read_text("utf-8").splitlines())
    wrong = [
        (pair["first"], pair["second"])
        for pair in pairs
        if pair["label"] == "Person" and not pair["same"]
        if (one := found.get(("Person", *pair["first"]))) and one == found.get(("Person", *pair["second"]))
    ]
    assert wrong == []


def test_no_bare_name_is_one_across_regions(found: dict[Appearance, str], shared: Path) -> None:
    labels = read_labels(HERE / "identity_labels.jsonl")
    bare = [key for key in labels if key in found and key[0] == "Person" and " " not in key[2]]
    wrong = [
        (one, other)
        for i, one in enumerate(bare)
        for other in bare[i + 1 :]
        if found[one] == found[other] and labels[one] != labels[other]
    ]
    assert len(bare) > 50
    assert wrong == []
