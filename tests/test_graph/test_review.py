"""Every decision of review as a user makes it: commands on a real folder, then a build, then the graph."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from corpus import Store
from extract.record import EntityType
from graph import cli
from graph.folder import IDENTITY_FOLDER, JUDGEMENTS_FILE, STORE_FILE
from graph.identity.judgements import Decision, Side, append, judge, read_log
from graph.review.desk import opened_desk
from graph.review.kept import Kept
from graph.review.preview import preview
from tests.test_graph.reviewed import (
    KENARI,
    groups,
    load,
    log,
    officials_loaded,
    put,
    speaker,
    speakers,
    spoken,
)

Ran = tuple[int, str, str]
Run = Callable[..., Ran]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that nobody has reviewed, with its graph; not to be changed."""
    return officials_loaded(tmp_path_factory.mktemp("reviewed") / "data")


@pytest.fixture
def into(loaded: Path, tmp_path: Path) -> Path:
    """The same folder, to be reviewed."""
    return Path(shutil.copytree(loaded, tmp_path / "data"))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """`wartagraf review` with these arguments: its exit code, and what it prints on both outputs."""

    def ran(*args: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["wartagraf", "review", *map(str, args)])
        code = 0
        try:
            cli.main()
        except SystemExit as end:
            code = int(end.code or 0)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return ran


def alone(*articles: str) -> set[frozenset[str]]:
    return {frozenset({article}) for article in articles}


UNTOUCHED = alone("n1", "t1", "t2") | {frozenset({"h1", "h2"}), frozenset({"r1", "r2", "r3"})}


def test_the_queue_lists_both_sides_of_each_question_with_evidence(run, into):
    code, out, _ = run("--into", into, "--json")
    questions = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert len(questions) == 3
    assert all(0 < question["score"] < 1 and question["reasons"] for question in questions)
    side = next(side for side in questions[0]["sides"] if side["name"] == "Hasan Tarwiyah")
    assert (side["articles"], side["statements"]) == (2, 2)
    assert (side["first_seen"], side["last_seen"]) == ("2023-01-02", "2023-02-02")
    assert side["outlets"] == ["Kabar Lada"]
    assert side["posts"][0]["post"] == "kepala dinas perhubungan"
    told = side["evidence"][0]
    assert [told["sentence"][start:end] for start, end in told["marks"]] == ["Hasan Tarwiyah"]
    assert told["sentence"].endswith("mengatakan aturan harus ditaati.")
    assert told["url"] == "https://kabar.example/h1"


def test_the_queue_begins_with_what_moves_most_statements(run, into):
    with Store.open(into / STORE_FILE) as store:
        for number in range(3):
            put(store, spoken(f"s{number}", "Tarwiyah", "Sekretaris Daerah", KENARI, f"loket {number} dibuka"))
        store.commit()
    load(into)
    _, out, _ = run("--into", into, "--json", "--limit", 1)
    question = json.loads(out)
    assert question["statements"] == 2
    assert {question["one"], question["other"]} == {speaker(into, "h1"), speaker(into, "s1")}


def test_same_joins_and_undo_restores(run, into):
    assert groups(into) == UNTOUCHED
    before = speakers(into)
    code, out, err = run("same", speaker(into, "t1"), speaker(into, "h1"), "--into", into, "--why", "sama loketnya")
    assert code == 0
    assert "same: Tarwiyah" in out
    assert "sama loketnya" in out
    assert "wartagraf load" in err
    load(into)
    assert groups(into) == alone("n1", "t2") | {frozenset({"h1", "h2", "t1"}), frozenset({"r1", "r2", "r3"})}
    run("undo", "--into", into)
    load(into)
    assert speakers(into) == before


def test_to_undo_an_undo_restores_the_judgement(run, into):
    run("same", speaker(into, "t1"), speaker(into, "h1"), "--into", into)
    run("undo", "--into", into)
    run("undo", log(into)[-1]["id"], "--into", into)
    load(into)
    assert frozenset({"h1", "h2", "t1"}) in groups(into)


def test_different_parts_what_was_joined_without_asking(run, into):
    widuri, widhuri = (p for p in profiles_of(into, "r1") if "widuri" in p or "widhuri" in p)
    run("different", widuri, widhuri, "--into", into)
    load(into)
    assert frozenset({"r1", "r2", "r3"}) not in groups(into)
    assert not any({"r1", "r2"} <= group for group in groups(into))


def profiles_of(into: Path, article: str) -> list[str]:
    """Ids of the profiles of the person who speaks in ``article``."""
    with Kept.open(into) as kept:
        return [known.id for known in kept.of_entities([speaker(into, article)])]


def test_merge_joins_all_that_are_named(run, into):
    code, out, _ = run("merge", *(speaker(into, article) for article in ("n1", "t1", "t2")), "--into", into)
    assert code == 0
    assert out.count("same: ") == 2
    load(into)
    assert groups(into) == {frozenset({"n1", "t1", "t2"}), frozenset({"h1", "h2"}), frozenset({"r1", "r2", "r3"})}


def test_undo_takes_back_all_that_was_judged_in_one(run, into):
    run("merge", *(speaker(into, article) for article in ("n1", "t1", "t2")), "--into", into)
    run("undo", "--into", into)
    load(into)
    assert groups(into) == UNTOUCHED


def test_split_takes_articles_out_of_an_entity(run, into):
    before = speakers(into)
    code, out, _ = run("split", speaker(into, "h1"), "--articles", "h2", "--into", into)
    assert code == 0
    assert "apart: Hasan Tarwiyah" in out
    load(into)
    assert alone("h1", "h2") <= groups(into)
    run("undo", "--into", into, "--apply")
    assert speakers(into) == before


def test_what_a_split_takes_out_is_one(run, into):
    run("split", speaker(into, "r1"), "--articles", "r1,r3", "--into", into, "--apply")
    assert {frozenset({"r1", "r3"}), frozenset({"r2"})} <= groups(into)


def test_a_split_stays_when_articles_come_in(run, into):
    run("split", speaker(into, "h1"), "--articles", "h2", "--into", into)
    with Store.open(into / STORE_FILE) as store:
        put(store, spoken("h3", "Hasan Tarwiyah", "Kepala Dinas Perhubungan", KENARI, "terminal ditata"))
        store.commit()
    load(into)
    assert {frozenset({"h1", "h3"}), frozenset({"h2"})} <= groups(into)


@pytest.mark.parametrize(
    "commands",
    [
        [("same", "t1", "h1")],
        [("same", "t1", "h1"), ("same", "t2", "n1")],
        [("merge", "n1", "t1", "t2")],
        [("same", "t1", "h1"), ("different", "t2", "h1"), ("same", "t2", "n1")],
        [("split", "h1", "h2")],
        [("split", "r1", "r1,r3"), ("same", "t1", "r1")],
    ],
)
def test_the_preview_tells_what_the_build_does(run, into, commands):
    before = speakers(into)
    for name, one, *others in commands:
        sides = ["--articles", *others] if name == "split" else [speaker(into, other) for other in others]
        run(name, speaker(into, one), *sides, "--into", into)
    told = previewed(into)
    assert told
    assert speakers(into) == before  # it only tells
    load(into)
    found = groups(into)
    for kind, parts in told:
        whole = frozenset().union(*parts)
        if kind == "joined":
            assert any(whole <= group for group in found)
        else:
            assert all(any(part <= group and not whole <= group for group in found) for part in parts)
    moved = {article for _, parts in told for part in parts for article in part}
    assert {group - moved for group in found} - {frozenset()} == {group - moved for group in UNTOUCHED} - {frozenset()}
    assert previewed(into) == []


def previewed(into: Path) -> list[tuple[str, list[frozenset[str]]]]:
    """What the preview says is joined or parted, by articles."""
    with opened_desk(into, "ani") as desk:
        return [
            (change.kind, [frozenset(a.article for a in desk.kept.appearances(part.profiles)) for part in change.parts])
            for change in preview(desk).changes
        ]


def test_the_preview_tells_what_an_undo_restores(run, into):
    run("same", speaker(into, "t1"), speaker(into, "n1"), "--into", into)
    run("split", speaker(into, "h1"), "--articles", "h2", "--into", into, "--apply")
    assert previewed(into) == []
    run("undo", "--into", into)
    run("undo", "--into", into)
    told = {kind: set(parts) for kind, parts in previewed(into)}
    assert told == {"joined": alone("h1", "h2"), "parted": alone("t1", "n1")}
    load(into)
    assert groups(into) == UNTOUCHED


def test_the_preview_counts_statements_that_change_their_speaker(run, into):
    run("same", speaker(into, "t1"), speaker(into, "h1"), "--into", into)
    _, out, _ = run("preview", "--into", into)
    assert "1 judgement since the last load" in out
    assert "joined, a person" in out
    assert "1 statement will change its speaker" in out


def test_names_may_be_given_where_only_one_bears_them(run, into):
    code, out, _ = run("different", "Ratna Widuri", speaker(into, "t1"), "--into", into)
    assert code == 0
    assert speaker(into, "r1") in out


@pytest.mark.parametrize("command", ["same", "different", "unsure", "merge"])
def test_a_name_that_several_bear_lists_them(run, into, command):
    code, out, err = run(command, "Hasan Tarwiyah", speaker(into, "t1"), "--into", into)
    assert (code, out, log(into)) == (1, "", [])
    assert speaker(into, "h1") in err
    assert speaker(into, "n1") in err


def test_a_name_that_nobody_bears_lists_what_is_near(run, into):
    code, _, err = run("same", "Ratna Wijuri", speaker(into, "t1"), "--into", into)
    assert (code, log(into)) == (1, [])
    assert "'Ratna Wijuri'" in err
    assert speaker(into, "r1") in err


def test_one_and_the_same_are_no_pair(run, into):
    code, _, err = run("same", speaker(into, "t1"), speaker(into, "t1"), "--into", into)
    assert (code, log(into)) == (1, [])
    assert "given twice" in err


def test_a_person_and_a_region_s_office_are_no_pair(run, into):
    with Store.open(into / STORE_FILE) as store:
        article, record = spoken("o1", "Sutan Lubuk", "Kepala", "Dinas Pasar", "kios ditata")
        office = replace(record.entities[1], type=EntityType.INSTITUTION, kind="regional agency")
        put(store, (article, replace(record, entities=(record.entities[0], office))))
        store.commit()
    load(into)
    code, _, err = run("same", "Dinas Pasar", "Sutan Lubuk", "--into", into)
    assert (code, log(into)) == (1, [])
    assert "one is an institution, the other a person" in err


def test_what_does_not_go_with_earlier_judgements_is_refused(run, into):
    run("same", speaker(into, "t1"), speaker(into, "h1"), "--into", into, "--by", "ani")
    run("different", speaker(into, "t2"), speaker(into, "h1"), "--into", into)
    code, _, err = run("same", speaker(into, "t1"), speaker(into, "t2"), "--into", into)
    assert (code, len(log(into))) == (1, 2)
    assert f"wartagraf review undo {log(into)[1]['id']}" in err
    run("same", speaker(into, "t2"), speaker(into, "n1"), "--into", into)
    code, _, err = run("same", speaker(into, "n1"), speaker(into, "h1"), "--into", into)
    assert (code, len(log(into))) == (1, 3)


def test_the_later_judgement_on_a_pair_counts(run, into):
    pair = speaker(into, "t1"), speaker(into, "h1")
    run("different", *pair, "--into", into)
    code, _, _ = run("same", *pair, "--into", into)
    assert code == 0
    load(into)
    assert frozenset({"h1", "h2", "t1"}) in groups(into)


def test_a_split_needs_articles_of_the_entity_and_leaves_it_some(run, into):
    hasan = speaker(into, "h1")
    code, _, err = run("split", hasan, "--articles", "h2,r1", "--into", into)
    assert (code, log(into)) == (1, [])
    assert "'r1'" in err
    assert "h1, h2" in err
    code, _, err = run("split", hasan, "--articles", "h1,h2", "--into", into)
    assert (code, log(into)) == (1, [])
    assert "leave one" in err


def test_the_log_tells_who_when_why_and_what_no_longer_counts(run, into, monkeypatch):
    monkeypatch.setenv("WARTAGRAF_BY", "budi")
    run("same", speaker(into, "t1"), speaker(into, "h1"), "--into", into, "--by", "ani", "--why", "satu loket")
    run("unsure", speaker(into, "t2"), speaker(into, "h1"), "--into", into)
    run("undo", log(into)[0]["id"], "--into", into)
    _, out, _ = run("--into", into, "log")
    first, second, third = out.splitlines()
    assert "ani, 20" in first
    assert first.endswith("satu loket)  - no longer counts")
    assert "unsure: " in second
    assert "budi" in second
    assert f"undo: {log(into)[0]['id']}" in third
    _, out, _ = run("log", "--into", into, "--json")
    assert [json.loads(line)["in_force"] for line in out.splitlines()] == [False, True, True]
    run("undo", log(into)[2]["id"], "--into", into)
    _, out, _ = run("log", "--into", into, "--json")
    assert [json.loads(line)["in_force"] for line in out.splitlines()] == [True, True, False, True]


def test_a_question_somebody_was_unsure_of_comes_last(run, into):
    _, out, _ = run("--into", into, "--json")
    first = json.loads(out.splitlines()[0])
    run("unsure", first["one"], first["other"], "--into", into)
    _, out, _ = run("--into", into, "--json")
    questions = [json.loads(line) for line in out.splitlines()]
    assert [question["unsure"] for question in questions] == [False, False, True]
    assert (questions[-1]["one"], questions[-1]["other"]) == (first["one"], first["other"])


def test_an_answered_question_is_not_asked_again_neither_is_what_follows_from_it(run, into):
    run("same", speaker(into, "t1"), speaker(into, "h1"), "--into", into)
    run("different", speaker(into, "t2"), speaker(into, "h1"), "--into", into)
    for _ in range(2):
        _, out, _ = run("--into", into, "--json")
        assert out == ""
        load(into)


def test_two_logs_in_either_order_give_the_same_graph(run, into, tmp_path):
    ani, budi = (Path(shutil.copytree(into, tmp_path / name)) for name in ("ani", "budi"))
    run("same", speaker(ani, "t1"), speaker(ani, "h1"), "--into", ani, "--by", "ani")
    run("split", speaker(ani, "r1"), "--articles", "r2", "--into", ani, "--by", "ani")
    run("different", speaker(budi, "t1"), speaker(budi, "h1"), "--into", budi, "--by", "budi")
    run("same", speaker(budi, "t2"), speaker(budi, "n1"), "--into", budi, "--by", "budi")
    own = [Path(shutil.copyfile(folder / JUDGEMENTS_FILE, tmp_path / f"{folder.name}.jsonl")) for folder in (ani, budi)]
    code, out, _ = run("import", own[1], "--into", ani)
    assert code == 0
    assert "2 judgements taken in, 0 judgements known already" in out
    assert "at odds: " in out
    assert "different: Tarwiyah" in out
    run("import", own[0], "--into", budi)
    load(ani)
    load(budi)
    assert speakers(ani) == speakers(budi) != speakers(into)
    _, out, _ = run("import", own[1], "--into", ani)
    assert "0 judgements taken in, 2 judgements known already" in out
    assert len(log(ani)) == len(log(budi))


def test_an_import_tells_what_does_not_go_together_through_others(run, into, tmp_path):
    run("same", speaker(into, "t1"), speaker(into, "h1"), "--into", into)
    other = Path(shutil.copytree(into, tmp_path / "other"))
    (other / JUDGEMENTS_FILE).unlink()
    run("same", speaker(into, "t2"), speaker(into, "h1"), "--into", into)
    run("different", speaker(into, "t1"), speaker(into, "t2"), "--into", other, "--by", "budi")
    _, out, _ = run("import", other / JUDGEMENTS_FILE, "--into", into)
    assert "counts, and does not go with" in out
    _, out, _ = run("preview", "--into", into)
    assert "joins nothing, as others say different" in out


def test_an_import_of_no_log_writes_nothing(run, into, tmp_path):
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"id": "12"}\n')
    code, _, err = run("import", broken, "--into", into)
    assert (code, log(into)) == (1, [])
    assert f"{broken}:1" in err
    code, _, err = run("import", tmp_path / "nothing.jsonl", "--into", into)
    assert (code, log(into)) == (1, [])
    assert "no such file" in err


def test_a_log_cut_in_the_midst_of_a_line_is_told_with_its_line(run, into):
    run("same", speaker(into, "t1"), speaker(into, "h1"), "--into", into)
    run("unsure", speaker(into, "t2"), speaker(into, "h1"), "--into", into)
    path = into / JUDGEMENTS_FILE
    path.write_bytes(path.read_bytes()[:-40])
    for command in (["log"], ["preview"], ["--json"], ["same", "Ratna Widuri", speaker(into, "t1")]):
        code, _, err = run(*command, "--into", into)
        assert code == 1
        assert f"{path}:2: " in err
        assert "delete this line" in err


def test_a_log_without_its_last_line_break_goes_on(run, into):
    run("same", speaker(into, "t1"), speaker(into, "h1"), "--into", into)
    path = into / JUDGEMENTS_FILE
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    run("unsure", speaker(into, "t2"), speaker(into, "h1"), "--into", into)
    assert [row["decision"] for row in log(into)] == ["same", "unsure"]


def test_a_judgement_whose_sides_are_gone_is_kept_and_told(run, into):
    gone = judge(
        Decision.SAME, "Person", Side(profile="gone-1", article="x1", name="Sutan"), Side(profile="gone-2"), by="ani"
    )
    append(into / JUDGEMENTS_FILE, gone)
    _, out, _ = run("preview", "--into", into)
    assert f"no article gives these profiles any more: {gone.id}" in out
    summary = load(into)
    assert any(gone.id in line or "no longer found" in line or "gone" in line for line in summary.lines)
    assert read_log(into / JUDGEMENTS_FILE) == (gone,)
    assert groups(into) == UNTOUCHED


@pytest.mark.parametrize("wrong", [["--json", "--apply"], ["--limit", 3], ["merge", "Ratna Widuri"], ["same", "Ratna"]])
def test_a_call_that_would_do_nothing_is_refused(run, into, wrong):
    code, out, _ = run("--into", into, *wrong)
    assert (code, out, log(into)) == (2, "", [])


def test_a_program_reads_what_was_judged_and_built_as_json(run, into):
    _, out, _ = run("same", speaker(into, "t1"), speaker(into, "h1"), "--into", into, "--json", "--apply")
    judgement, built = map(json.loads, out.splitlines())
    assert judgement == log(into)[0]
    assert built["rebuilt"]


def test_without_a_terminal_nothing_is_asked(run, into):
    code, _, err = run("--into", into)
    assert (code, log(into)) == (2, [])
    assert "wartagraf review --json" in err


def test_a_folder_that_was_never_built_is_told(run, tmp_path):
    code, _, err = run("--into", tmp_path / "none", "--json")
    assert code == 1
    assert "wartagraf build" in err
    code, _, err = run("log", "--into", tmp_path / "none")
    assert code == 1
    assert "no such folder" in err


def test_what_identity_left_must_be_there(run, into):
    shutil.rmtree(into / IDENTITY_FOLDER)
    code, _, err = run("--into", into, "--json")
    assert code == 1
    assert "wartagraf load" in err
    (into / IDENTITY_FOLDER).mkdir()
    code, _, err = run("--into", into, "--json")
    assert code == 1
    assert "makes it anew" in err


APPEND = """
import sys; from pathlib import Path
from graph.identity.judgements import Decision, Side, append, judge
for number in range(40):
    one, other = Side(profile=f"a{number}", name="x" * 3000), Side(profile=f"b{number}")
    append(Path(sys.argv[1]), judge(Decision.SAME, "Person", one, other, by=sys.argv[2]))
"""


def test_two_programs_at_once_do_not_break_the_log(tmp_path):
    path = tmp_path / "judgements.jsonl"
    programs = [subprocess.Popen([sys.executable, "-c", APPEND, path, name]) for name in ("ani", "budi")]
    assert [program.wait(timeout=120) for program in programs] == [0, 0]
    assert len(path.read_text().splitlines()) == len(read_log(path)) == 80
