"""FollowTheMoney entities, checked against its model: a table of it always, the library where it is installed."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from graph.exports import export_graph

HERE = Path(__file__).parent
CHECK = HERE / "ftm_check.py"

# What followthemoney 4.11.2 has of the schemata that are used, as `python ftm_model.py > ftm_model.jsonl` printed it.
MODEL = {row["schema"]: row for row in map(json.loads, (HERE / "ftm_model.jsonl").read_text("utf-8").splitlines())}


def entities(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.fixture(scope="module", params=["small_path", "nasty_path"])
def written(request, export):
    return export(request.getfixturevalue(request.param), "ftm")


@pytest.fixture(scope="module")
def small(export, small_path):
    return entities(export(small_path, "ftm"))


def of(read, schema):
    return [entity["properties"] | {"entity_id": entity["id"]} for entity in read if entity["schema"] == schema]


def test_every_entity_fits_its_schema(written):
    read = entities(written)
    ids = {entity["id"]: entity["schema"] for entity in read}
    assert len(ids) == len(read)
    for entity in read:
        schema = MODEL[entity["schema"]]
        assert set(schema["required"]) <= set(entity["properties"]), entity
        for name, values in entity["properties"].items():
            prop = schema["properties"][name]
            assert all(values), entity
            assert all(len(value) <= prop["maxLength"] for value in values), entity
            if prop["range"]:
                assert all(prop["range"] in MODEL[ids[value]]["is"] for value in values), (entity, name)


def test_the_library_takes_every_value_as_it_is(written, ftm_python):
    done = subprocess.run([ftm_python, CHECK, written], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("", 0), done.stderr


def test_officials_hold_posts_in_bodies(small):
    people = {person["entity_id"]: person["name"][0] for person in of(small, "Person")}
    posts = {post["entity_id"]: post["name"][0] for post in of(small, "Position")}
    held = {(people[o["holder"][0]], posts[o["post"][0]], tuple(o.get("date", ()))) for o in of(small, "Occupancy")}
    assert ("Sarmila Dewanti", "Ketua, Bawaslu Kota Sungai Lada", ("2023-09-01", "2023-09-02")) in held
    bodies = {body["name"][0] for body in of(small, "PublicBody")}
    assert {"Bawaslu Kota Sungai Lada", "Dinas Perhubungan Kabupaten Bukit Pinang"} <= bodies


def test_a_statement_is_a_note_with_its_speaker_rules_and_proof(small):
    note = next(n for n in of(small, "Note") if n["description"][0].startswith("ASN yang melanggar"))
    by_id = {entity["id"]: entity for entity in small}
    assert {by_id[id_]["schema"] for id_ in note["entity"]} == {"Person", "Document"}
    (article,) = note["proof"]
    assert by_id[article]["properties"]["publisher"] == ["Kabar Lada"]
    assert by_id[article]["properties"]["bodyText"][0].startswith("SUNGAI LADA")
    assert note["keywords"] == ["uu/2014/5", "teguran-tertulis"]


def test_a_speaker_is_tied_to_each_rule_he_speaks_of(small):
    by_id = {entity["id"]: entity for entity in small}
    tied = {
        (by_id[d["entity"][0]]["properties"]["name"][0], by_id[d["document"][0]]["properties"]["fileName"][0])
        for d in of(small, "Documentation")
    }
    assert tied == {("Sarmila Dewanti", "uu/2014/5"), ("Hasan", "pp/2021/94"), ("Hasan", "uu/2014/5")}


def test_what_has_no_place_is_counted(small_path, tmp_path):
    report = export_graph(small_path, "ftm", tmp_path / "out.ftm.json")
    left = " ".join(report.left)
    assert "Provision: FollowTheMoney has no place for it" in left
    assert "Article.place" in left
    assert "Person.name" not in left


@pytest.fixture(scope="session")
def ftm_python():
    """The Python that has followthemoney: ``WARTAGRAF_FTM_PYTHON``, or this one."""
    named = os.environ.get("WARTAGRAF_FTM_PYTHON")
    if not named and not find_spec("followthemoney"):
        missing = "followthemoney is not installed (it builds PyICU, which needs libicu-dev)"
        if os.environ.get("WARTAGRAF_REQUIRE_FTM") == "1":
            pytest.fail(f"{missing}, and WARTAGRAF_REQUIRE_FTM=1 says it must be there")
        pytest.skip(missing)
    return named or sys.executable
