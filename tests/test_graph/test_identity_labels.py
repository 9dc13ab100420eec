"""The labels of who is who across articles, made by reading: they are well-formed and agree with each other.

``identity_labels.jsonl`` has one appearance (an entity of one article) a line: ``entity`` is the same for the same
human or body in every article, ``?`` where reading could not decide, and empty, with ``why``, where the appearance
is no person or body at all. Names of people who hold no post are hashes, word by word
(``graph.identity.measuring.hidden``).
``identity_pairs.jsonl`` has the hardest pairs of appearances.
"""

import json
import re
from collections import defaultdict
from pathlib import Path

from graph.identity.measuring import hidden

HERE = Path(__file__).parent
LABELS = [json.loads(line) for line in (HERE / "identity_labels.jsonl").read_text("utf-8").splitlines()]
PAIRS = [json.loads(line) for line in (HERE / "identity_pairs.jsonl").read_text("utf-8").splitlines()]
FIELDS = {"article", "label", "name", "entity", "region", "post"}
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ENTITIES = {(row["label"], row["article"], row["name"]): row["entity"] for row in LABELS}


def decided(label):
    """The articles and names of every entity of one label."""
    entities = defaultdict(set)
    for row in LABELS:
        if row["label"] == label and SLUG.fullmatch(row["entity"]):
            entities[row["entity"]].add((row["article"], row["name"]))
    return entities


def test_every_label_has_its_fields_and_a_slug_a_doubt_or_a_reason():
    for row in LABELS:
        assert set(row) == FIELDS | ({"why"} if row["entity"] == "" else set()), row
        assert row["label"] in {"Person", "Institution"}
        assert row["article"]
        assert row["name"]
        assert row["entity"] == "?" or SLUG.fullmatch(row["entity"]) or row["why"], row
        assert not (row["entity"] in {"", "?"} and (row["region"] or row["post"])), row


def test_labels_are_in_order_and_each_appearance_has_one():
    assert [(row["article"], row["name"]) for row in LABELS] == sorted((row["article"], row["name"]) for row in LABELS)
    assert len(ENTITIES) == len(LABELS)


def test_no_entity_is_a_person_and_an_institution():
    assert not decided("Person").keys() & decided("Institution").keys()


def test_the_sample_has_enough_of_what_is_hard():
    for label in ("Person", "Institution"):
        entities = decided(label)
        assert sum(map(len, entities.values())) >= 600
        assert sum(len({article for article, _ in seen}) > 1 for seen in entities.values()) >= 100
        assert sum(len({name for _, name in seen}) > 1 for seen in entities.values()) >= 50


def test_every_pair_says_what_the_labels_say():
    for pair in PAIRS:
        first, second = (ENTITIES[pair["label"], *pair[side]] for side in ("first", "second"))
        assert pair["first"] != pair["second"]
        assert SLUG.fullmatch(first)
        assert SLUG.fullmatch(second)
        assert pair["same"] is (first == second), pair
        assert pair["why"]


def test_pairs_are_many_and_of_both_kinds():
    same = sum(pair["same"] for pair in PAIRS)
    assert same >= 50
    assert len(PAIRS) - same >= 50


def test_one_name_stands_for_several_in_both_labels():
    namesakes = defaultdict(set)
    for (label, _, name), entity in ENTITIES.items():
        if SLUG.fullmatch(entity):
            namesakes[label, name if name.startswith("#") else hidden(name)].add(entity)
    for label in ("Person", "Institution"):
        assert sum(len(seen) > 1 for (of, _), seen in namesakes.items() if of == label) >= 8
