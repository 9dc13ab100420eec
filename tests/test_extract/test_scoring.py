"""Scores on articles of our own, and agreement with the benchmark's own script on the shared gold."""

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from extract.scoring import (
    Fault,
    FloorError,
    Floors,
    Frame,
    GoldError,
    changes,
    compare,
    fingerprint,
    pinned,
    read_gold,
    read_texts,
    score_records,
    shortfalls,
)

TEXT = (
    "KOTA SELARONG - Kepala Satpol PP Kota Selarong, Hj. Wening Tirtasari, S.Sos., mengatakan pelanggar "
    "Perda Nomor 7 Tahun 2019 dikenai denda Rp500 ribu.\n"
    "“Kami mulai dengan teguran lisan,” kata Wening.\n"
    "Seorang pedagang mengaku belum tahu aturan itu."
)
GOLD: dict[str, Any] = {
    "persons": [
        {
            "name": "Wening Tirtasari",
            "mentions": ["Wening Tirtasari", "Wening"],
            "roles": [{"position": "Kepala", "institution": "Satpol PP Kota Selarong", "region": ""}],
        }
    ],
    "institutions": [{"name": "Satpol PP Kota Selarong", "mentions": ["Satpol PP Kota Selarong"]}],
    "regions": [{"name": "Kota Selarong", "mentions": ["KOTA SELARONG"]}],
    "regulations": [
        {
            "id": "perda-kota-selarong/2019/7",
            "mentions": ["Perda Nomor 7 Tahun 2019"],
            "provisions": ["pasal 4"],
        }
    ],
    "sanctions": [
        {"kind": "denda", "mentions": ["denda Rp500 ribu"]},
        {"kind": "teguran-lisan", "mentions": ["teguran lisan"]},
    ],
    "statements": [
        {
            "speaker": "Wening Tirtasari",
            "mode": "indirect",
            "cue": "mengatakan",
            "spans": ["pelanggar Perda Nomor 7 Tahun 2019 dikenai denda Rp500 ribu"],
            "regulations": ["perda-kota-selarong/2019/7"],
            "sanctions": ["denda"],
        },
        {
            "speaker": "Wening Tirtasari",
            "mode": "direct",
            "cue": "kata",
            "spans": ["Kami mulai dengan teguran lisan"],
            "regulations": [],
            "sanctions": ["teguran-lisan"],
        },
        {
            "speaker": "?Seorang pedagang",
            "mode": "indirect",
            "cue": "mengaku",
            "spans": ["belum tahu aturan itu"],
            "regulations": [],
            "sanctions": [],
        },
    ],
}
WHO_SAID_WHAT = "WHO SAID WHAT (statement 0.3 + speaker)"


def as_record(name: str, text: str, gold: dict[str, Any]) -> dict[str, Any]:
    """A record that says what the annotation says, by the first occurrence of every mention."""

    def spans(words: list[str]) -> list[list[int]]:
        return [[text.index(w), text.index(w) + len(w)] for w in words]

    def mentions(entries: list[dict[str, Any]], kind: str, target: str) -> list[dict[str, Any]]:
        return [
            {"start": start, "end": end, "text": text[start:end], "type": kind, "target": entry[target]}
            for entry in entries
            for start, end in spans(entry["mentions"])
        ]

    fields = {"persons": "PERSON", "institutions": "INSTITUTION", "regions": "REGION"}
    entities = [
        {"key": entry["name"], "type": kind, "name": entry["name"], "roles": entry.get("roles", [])}
        for field, kind in fields.items()
        for entry in gold[field]
    ]
    keys = {entity["key"] for entity in entities}
    return {
        "id": name,
        "entities": entities,
        "mentions": [m for field, kind in fields.items() for m in mentions(gold[field], kind, "name")]
        + mentions(gold["regulations"], "REGULATION", "id")
        + mentions(gold["sanctions"], "SANCTION", "kind"),
        "regulations": [{"id": rule["id"], "provisions": rule.get("provisions", [])} for rule in gold["regulations"]],
        "sanctions": [{"kind": sanction["kind"], "detail": ""} for sanction in gold["sanctions"]],
        "statements": [
            {
                "speaker": said["speaker"] if said["speaker"] in keys else "",
                "speaker_name": said["speaker"],
                "mode": said["mode"],
                "spans": spans(said["spans"]),
                "regulations": said.get("regulations", []),
                "sanctions": said.get("sanctions", []),
            }
            for said in gold["statements"]
        ],
    }


def damaged(record: dict[str, Any], chance: random.Random, length: int) -> dict[str, Any]:
    """``record`` with offsets moved, names cut, rules renumbered, and things lost, doubled and swapped."""

    def moved(at: int) -> int:
        return min(max(at + chance.choice([0, 0, 0, -9, -2, 3, 12]), 0), length)

    def some(items: list[Any]) -> list[Any]:
        return [item for item in items for _ in range(chance.choice([0, 1, 1, 1, 1, 2]))]

    for mention in record["mentions"]:
        mention["start"], mention["end"] = sorted((moved(mention["start"]), moved(mention["end"])))
    for entity in record["entities"]:
        entity["name"] = chance.choice([entity["name"], entity["name"].split()[0], "Hj. " + entity["name"]])
        entity["roles"] = some(entity["roles"])
    for rule in record["regulations"]:
        rule["id"] = chance.choice([rule["id"], rule["id"].replace("/20", "/19"), "uu/2014/5"])
    for said in record["statements"]:
        said["spans"] = [sorted((moved(start), moved(end))) for start, end in said["spans"]]
        said["mode"] = chance.choice([said["mode"], "mixed"])
        said["speaker"] = chance.choice([said["speaker"], said["speaker"], "", "nobody"])
        said["speaker_name"] = chance.choice([said["speaker_name"], "Bukan Dia"])
        said["regulations"], said["sanctions"] = some(said["regulations"]), some(said["sanctions"])
    for field in ("mentions", "regulations", "sanctions", "statements"):
        record[field] = some(record[field])
    record["entities"] = [entity for entity in record["entities"] if chance.random() < 0.8]
    return record


@pytest.fixture
def record() -> dict[str, Any]:
    return as_record("a", TEXT, json.loads(json.dumps(GOLD)))


def scored(record: dict[str, Any], **settings: Any) -> Any:
    return score_records({"a": TEXT}, {"a": GOLD}, {"a": record}, **settings)


def test_a_record_that_says_what_the_annotation_says_is_perfect(record: dict[str, Any]) -> None:
    # "Wening" alone stands once more in the text than the record's first occurrence tells
    at = TEXT.rindex("Wening")
    record["mentions"].append(
        {"start": at, "end": at + 6, "text": "Wening", "type": "PERSON", "target": "Wening Tirtasari"}
    )
    record["mentions"] = [m for m in record["mentions"] if (m["text"], m["start"] < at) != ("Wening", True)]
    scores = scored(record)
    assert set(scores.figures().values()) == {1.0}
    assert scores.cases == ()


def test_an_article_without_a_record_is_missed_whole() -> None:
    scores = score_records({"a": TEXT}, {"a": GOLD}, {})
    assert set(scores.figures().values()) == {0.0}
    assert [case.fault for case in scores.cases] == [Fault.MISSED] * 3
    assert scores.to_json()[WHO_SAID_WHAT] == {
        "precision": 0.0,
        "recall": 0.0,
        "f1": 0.0,
        "gold": 2,  # an unnamed pedestrian said the third
        "found": 0,
    }


def test_a_wrong_speaker_is_both_missed_and_spurious(record: dict[str, Any]) -> None:
    record["statements"][0] |= {"speaker": "Satpol PP Kota Selarong"}
    scores = scored(record)
    who = scores.rows[WHO_SAID_WHAT]
    assert (who.hits, who.spurious, who.missed) == (1, 1, 1)
    assert str(scores.cases[0]) == (
        "a: wrong speaker, 'Wening Tirtasari' read as 'Satpol PP Kota Selarong': "
        "'pelanggar Perda Nomor 7 Tahun 2019 dikenai denda Rp500 ribu'"
    )


def test_a_name_for_an_unnamed_source_is_a_wrong_speaker(record: dict[str, Any]) -> None:
    record["statements"][2] |= {"speaker": "Wening Tirtasari"}
    assert [case.fault for case in scored(record).cases] == [Fault.WRONG_SPEAKER]


def test_a_rule_without_its_issuer_is_the_same_rule_but_not_the_same_id(record: dict[str, Any]) -> None:
    record["regulations"][0]["id"] = "perda/2019/7"
    record["statements"][0]["regulations"] = ["perda/2019/7"]
    scores = scored(record)
    assert scores.rows["regulation, identical id"].f1 == 0
    assert scores.rows["regulation, same rule"].f1 == 1
    assert scores.rows["regulation provision"].f1 == 1
    assert scores.rows["WHO SPOKE ABOUT WHICH RULE"].f1 == 1


def test_resolving_a_nickname_to_a_number_is_not_punished(record: dict[str, Any]) -> None:
    gold = json.loads(json.dumps(GOLD).replace("perda-kota-selarong/2019/7", "~perda-ketertiban"))
    scores = score_records({"a": TEXT}, {"a": gold}, {"a": record})
    assert scores.rows["regulation, identical id"].f1 == 0
    assert scores.rows["regulation, same rule"].f1 == 1
    record["mentions"] = [m for m in record["mentions"] if m["type"] != "REGULATION"]
    scores = score_records({"a": TEXT}, {"a": gold}, {"a": record})
    assert scores.rows["regulation, same rule"].f1 == 0, "no mention shows that they are one rule"


def test_only_statements_of_the_modes_asked_for_count(record: dict[str, Any]) -> None:
    scores = scored(record, modes=("direct",))
    assert scores.rows["statement, exact"].hits == 1
    assert scores.rows["statement, exact"].missed == 0


def test_gold_that_does_not_quote_its_article_is_refused(record: dict[str, Any]) -> None:
    gold = json.loads(json.dumps(GOLD).replace("Kami mulai", "Kita mulai"))
    with pytest.raises(GoldError, match=r"a: the article does not have .*Kita mulai"):
        score_records({"a": TEXT}, {"a": gold}, {"a": record})


def test_a_comparison_tells_the_cases_mended_and_broken(record: dict[str, Any]) -> None:
    worse = json.loads(json.dumps(record))
    del worse["statements"][1]
    spurious = {**record["statements"][2], "spans": [[0, 13]]}
    old, new = scored(worse), scored({**record, "statements": [*record["statements"], spurious]})
    changed = compare(old, new)
    assert [(case.fault, case.words) for case in changed.mended] == [(Fault.MISSED, "Kami mulai dengan teguran lisan")]
    assert [(case.fault, case.words) for case in changed.broken] == [(Fault.SPURIOUS, "KOTA SELARONG")]
    assert changed.figures["statement, exact"] == (0.8, 6 / 7)
    assert compare(new, new).figures == {}


def test_a_case_that_comes_twice_is_broken_when_it_came_once(record: dict[str, Any]) -> None:
    spurious = {**record["statements"][2], "spans": [[0, 13]]}
    once = scored({**record, "statements": [*record["statements"], spurious]})
    twice = scored({**record, "statements": [*record["statements"], spurious, spurious]})
    assert len(compare(once, twice).broken) == 1


def test_floors_hold_until_a_figure_falls(record: dict[str, Any], tmp_path: Path) -> None:
    pinned(scored(record), inputs="x").write(tmp_path / "floors.json")
    floors = Floors.read(tmp_path / "floors.json")
    assert shortfalls(floors, scored(record), inputs="x") == []
    del record["statements"][0]
    fallen = shortfalls(floors, scored(record), inputs="x")
    assert "statement, exact: 0.8000 is below its floor of 1.0000" in fallen
    assert shortfalls(floors, scored(record), inputs="y") == [
        "the annotations or their articles changed since the floors were pinned: pin them anew"
    ]


def test_an_update_of_floors_lowers_only_what_is_named(record: dict[str, Any]) -> None:
    floors = pinned(scored(record), inputs="x")
    record["statements"][0]["mode"] = "direct"
    worse = scored(record)
    with pytest.raises(FloorError, match=r"'mode of a matched statement' 1.0000 -> 0.6666"):
        pinned(worse, inputs="x", before=floors)
    lowered = pinned(worse, inputs="x", before=floors, lower=["mode of a matched statement"])
    assert lowered.rows["mode of a matched statement"] == 0.6666
    with pytest.raises(FloorError, match="no measure is called 'mode'"):
        pinned(worse, inputs="x", before=floors, lower=["mode"])


def test_a_floor_of_a_measure_that_is_gone_is_not_dropped_in_silence(record: dict[str, Any]) -> None:
    floors = Floors(inputs="x", rows={"a measure of old": 0.5})
    assert shortfalls(floors, scored(record), inputs="x") == ["a measure of old: 0.0000 is below its floor of 0.5000"]
    with pytest.raises(FloorError, match="a measure of old"):
        pinned(scored(record), inputs="x", before=floors)
    assert "a measure of old" not in pinned(scored(record), inputs="x", before=floors, lower=["a measure of old"]).rows


def test_pinned_floors_tell_what_was_mended_and_broken_since(record: dict[str, Any], tmp_path: Path) -> None:
    worse = json.loads(json.dumps(record))
    del worse["statements"][1]
    worse["statements"].append({**record["statements"][2], "spans": [[0, 13]]})
    pinned(scored(worse), inputs="x").write(tmp_path / "floors.json")
    assert "Kami mulai" not in (tmp_path / "floors.json").read_text("utf-8")
    del record["statements"][0]
    since = changes(Floors.read(tmp_path / "floors.json"), scored(record))
    assert [(case.fault, case.words) for case in since.mended] == [(Fault.MISSED, "Kami mulai dengan teguran lisan")]
    assert [case.fault for case in since.broken] == [Fault.MISSED]
    assert since.fewer_spurious == 1


def test_statements_are_counted_by_frame(record: dict[str, Any]) -> None:
    frames = scored(record).frames
    assert {frame: counts.statements.hits for frame, counts in frames.items() if counts.statements.hits} == {
        Frame.INDIRECT: 2,
        Frame.POST_POSED: 1,
    }
    del record["statements"][1]
    record["statements"][0] |= {"speaker": "", "speaker_name": "?"}
    worse = scored(record).frames
    assert worse[Frame.POST_POSED].statements.missed == 1
    assert (worse[Frame.INDIRECT].speakers.hits, worse[Frame.INDIRECT].speakers.missed) == (1, 1)


@pytest.mark.parametrize(
    ("words", "cue", "mode", "frame"),
    [
        ("Kami mulai dengan teguran lisan", "", "direct", Frame.CONTINUATION),
        ("Kami mulai dengan teguran lisan", "katanya", "direct", Frame.CLITIC),
        ("Kami mulai dengan teguran lisan", "kata", "direct", Frame.POST_POSED),
        ("belum tahu aturan itu", "mengaku", "direct", Frame.PRE_POSED),
        ("belum tahu aturan itu", "mengaku", "indirect", Frame.INDIRECT),
    ],
)
def test_the_frame_is_told_by_mode_and_cue(words: str, cue: str, mode: str, frame: Frame) -> None:
    gold = {"statements": [{"speaker": "?", "mode": mode, "cue": cue, "spans": [words]}]}
    counts = score_records({"a": TEXT}, {"a": gold}, {}).frames
    assert [each for each, count in counts.items() if count.statements.missed] == [frame]


@pytest.mark.parametrize("content", ["", "[]", '{"inputs": "x"}', '{"inputs": "x", "rows": {"a": "b"}}'])
def test_a_file_that_holds_no_floors_is_named(content: str, tmp_path: Path) -> None:
    (tmp_path / "floors.json").write_text(content)
    with pytest.raises(FloorError, match=r"floors\.json"):
        Floors.read(tmp_path / "floors.json")


def test_reading_gold_names_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no annotation"):
        read_gold(tmp_path)
    (tmp_path / "a.json").write_text("{")
    with pytest.raises(GoldError, match=r"a\.json is no JSON"):
        read_gold(tmp_path)
    (tmp_path / "a.json").write_text("{}")
    with pytest.raises(GoldError, match="no string 'text'"):
        read_texts(tmp_path, ["a"])
    with pytest.raises(GoldError, match=r"cannot read .*b\.json: No such file"):
        read_texts(tmp_path, ["b"])


def test_the_fingerprint_follows_gold_and_text() -> None:
    same = fingerprint({"a": TEXT, "b": "not annotated"}, {"a": GOLD})
    assert same == fingerprint({"a": TEXT}, {"a": dict(reversed(GOLD.items()))})
    assert same != fingerprint({"a": TEXT + " "}, {"a": GOLD})
    assert same != fingerprint({"a": TEXT}, {"a": {**GOLD, "regions": []}})


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("modes", [(), ("direct", "mixed")])
def test_the_table_is_that_of_the_benchmark_script(
    shared: Path, tmp_path: Path, seed: int, modes: tuple[str, ...]
) -> None:
    benchmark = shared / "benchmark"
    golds = read_gold(benchmark / "gold" / "dev")
    docs = read_texts(benchmark / "docs", golds)
    chance = random.Random(seed)
    records = {
        name: damaged(as_record(name, docs[name], dict(gold)), chance, len(docs[name]))
        for name, gold in read_gold(benchmark / "gold" / "dev").items()
        if chance.random() < 0.9
    }
    lines = tmp_path / "records.jsonl"
    lines.write_text("\n".join(map(json.dumps, records.values())), "utf-8")
    command = [sys.executable, benchmark / "score.py", "--docs", benchmark / "docs", "--json"]
    command += ["--gold", benchmark / "gold" / "dev", "--records", lines, "--modes", ",".join(modes)]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    table = score_records(docs, golds, records, modes=modes).to_json()
    assert table == json.loads(told.stdout)
    assert all(row.get("f1", row.get("accuracy")) < 1 for row in table.values()), "the damage shows"
