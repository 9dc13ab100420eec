"""The log of judgements: append-only, shared by putting files together, read without regard to order."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from graph.errors import JudgementError
from graph.identity.judgements import Decision, Judgement, Side, apart, append, in_force, judge, read_log, undo

ONE = Side(profile="sutan-lubuk-1", article="a1", start=4, end=15, name="Sutan Lubuk")
OTHER = Side(profile="sutan-lubuk-2", article="a2", start=0, end=11, name="Sutan Lubuk")


def at(moment: str, decision: Decision, one: Side = ONE, other: Side | None = OTHER, by: str = "sari") -> Judgement:
    return judge(decision, "Person", one, other, by=by, when=f"2024-05-01T{moment}+00:00")


def test_what_is_written_is_read_back_in_the_order_of_time(tmp_path: Path) -> None:
    log = tmp_path / "new" / "judgements.jsonl"
    same, different = at("08:00", Decision.SAME), at("09:00", Decision.DIFFERENT)
    taken_back = undo(different, by="budi", why="misread", when="2024-05-01T10:00+00:00")
    append(log, taken_back, different)
    append(log, same)
    assert read_log(log) == (same, different, taken_back)


def test_where_there_is_no_log_there_are_no_judgements(tmp_path: Path) -> None:
    assert read_log(tmp_path / "judgements.jsonl") == ()


def test_two_logs_put_together_either_way_say_the_same(tmp_path: Path) -> None:
    mine = [at("08:00", Decision.SAME), at("09:00", Decision.UNSURE)]
    yours = [at("08:30", Decision.DIFFERENT, by="budi"), mine[0]]
    for name, judgements in (("ab", mine + yours), ("ba", yours + mine)):
        append(tmp_path / name, *judgements)
    assert in_force(read_log(tmp_path / "ab")) == in_force(read_log(tmp_path / "ba")) == (mine[1],)


def test_the_latest_judgement_on_a_pair_counts_whatever_side_comes_first() -> None:
    earlier, later = at("08:00", Decision.SAME), at("09:00", Decision.DIFFERENT, OTHER, ONE)
    assert in_force([later, earlier]) == (later,)


def test_an_undone_judgement_does_not_count_and_undoing_that_restores_it() -> None:
    earlier, later = at("08:00", Decision.SAME), at("09:00", Decision.DIFFERENT)
    undone = undo(later, by="sari", when="2024-05-01T10:00+00:00")
    restored = undo(undone, by="sari", when="2024-05-01T11:00+00:00")
    assert in_force([earlier, later, undone]) == (earlier,)
    assert in_force([restored, undone, later, earlier]) == (later,)


def test_no_order_of_lines_changes_what_counts() -> None:
    some = [at(f"0{hour}:00", decision) for hour, decision in enumerate((*Decision,)[:3] * 3)]
    some += [undo(some[8], by="sari", when="2024-05-01T10:00+00:00")]
    shuffled = some[:]
    Random(1).shuffle(shuffled)
    assert in_force(shuffled) == in_force(some) == (some[7],)


def test_an_appearance_taken_out_is_known_by_its_profile_and_by_its_name() -> None:
    out = at("08:00", Decision.APART, ONE, None)
    assert apart([out]) == {("a1", "sutan-lubuk-1"), ("a1", "sutan lubuk")}
    assert apart([out, undo(out, by="sari")]) == frozenset()


@pytest.mark.parametrize(
    "line",
    [
        "no json",
        "[1]",
        '{"decision": "same"}',
        '{"id": "x", "decision": "perhaps"}',
        '{"id": "x", "decision": "undo"}',
        '{"id": "x", "decision": "same", "label": "Person", "one": {"profile": "a"}}',
        '{"id": "x", "decision": "same", "label": "Region", "one": {"profile": "a"}, "other": {"profile": "b"}}',
        '{"id": "x", "decision": "apart", "label": "Person", "one": {"profile": "a"}}',
        '{"id": "x", "decision": "same", "label": "Person", "one": {"profile": "a"}, "other": {"profile": "b"}}',
    ],
)
def test_a_line_that_is_no_judgement_is_told_with_its_number(tmp_path: Path, line: str) -> None:
    log = tmp_path / "judgements.jsonl"
    append(log, at("08:00", Decision.SAME))
    with log.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    with pytest.raises(JudgementError, match=r"judgements.jsonl:2: no judgement \(.+\); mend or delete this line"):
        read_log(log)


def test_a_judgement_that_was_edited_by_hand_is_refused(tmp_path: Path) -> None:
    log = tmp_path / "judgements.jsonl"
    append(log, at("08:00", Decision.SAME))
    log.write_text(log.read_text("utf-8").replace('"same"', '"different"'), "utf-8")
    with pytest.raises(JudgementError, match="undo it and judge again"):
        read_log(log)


def test_ids_tell_judgements_apart_by_all_they_say() -> None:
    judged = at("08:00", Decision.SAME)
    others = [at("08:01", Decision.SAME), at("08:00", Decision.UNSURE), at("08:00", Decision.SAME, by="budi")]
    others += [at("08:00", Decision.SAME, replace(ONE, start=5))]
    assert len({judged.id, *(other.id for other in others)}) == 5
    assert at("08:00", Decision.SAME) == judged
