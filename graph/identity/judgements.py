"""What people judge of profiles: an append-only log of lines, replayed on every build, shared by putting logs together.

A line is one JSON object: ``id``, ``decision`` (same, different, unsure, apart, undo), ``label``, ``one`` and ``other``
(sides), ``by``, ``when``, ``why``, and for an undo ``undoes``, the id of the judgement it takes back. A side names its
profile by id and by one mention of it (article, start, end, name), so that it is found again after ids have changed.
``apart`` has one side: this appearance is not of the profile that its article was given.

The order of lines never counts. Of several judgements on one pair the latest counts; of two of one moment that with the
greater id. What is different stays so: a *same* that contradicts a *different*, itself or through others, joins
nothing and is told.
"""

import json
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from filelock import FileLock

from graph.errors import JudgementError
from graph.identity.naming import plain_person

_LABELS = ("Person", "Institution")
_CACHED = 65_536  # lines of a log remembered
_PATIENCE = 30  # seconds to wait for another program that writes; it needs thousandths of one


class Decision(StrEnum):
    """What a person decides; the value is what the log holds."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    APART = "apart"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A profile, and one mention by which it is found again.

    Attributes:
        profile: Id of the profile.
        article: Id of an article that names it, or "".
        start: First character of the mention.
        end: One past the last character.
        name: The name as that article gives it.
    """

    profile: str
    article: str = ""
    start: int = 0
    end: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A decision of a person.

    Attributes:
        id: Twelve hexadecimal digits made of all else.
        decision: What was decided.
        label: Person or Institution; "" for an undo.
        one: A side; None for an undo.
        other: The other side; None for an undo and for ``apart``.
        by: Who decided.
        when: The moment, ISO 8601 in UTC.
        why: What was noted, or "".
        undoes: Id of the judgement that an undo takes back, or "".
    """

    id: str
    decision: Decision
    label: str = ""
    one: Side | None = None
    other: Side | None = None
    by: str = ""
    when: str = ""
    why: str = ""
    undoes: str = ""

    def to_json(self) -> dict[str, Any]:
        """The form of a line of the log; what is empty is left out."""
        return {name: value for name, value in asdict(self).items() if value not in ("", None)}


def judge(  # noqa: PLR0913 - what a judgement has
    decision: Decision, label: str, one: Side, other: Side | None = None, *, by: str, why: str = "", when: str = ""
) -> Judgement:
    """A decision of this moment, to be appended to a log; those of one action are given its moment ``when``."""
    when = when or now()
    return _identified(
        Judgement(id="", decision=decision, label=label, one=one, other=other, by=by, when=when, why=why)
    )


def undo(judgement: Judgement, *, by: str, why: str = "", when: str = "") -> Judgement:
    """What takes ``judgement`` back; undoing that restores it."""
    when = when or now()
    return _identified(Judgement(id="", decision=Decision.UNDO, by=by, when=when, why=why, undoes=judgement.id))


def append(log: Path, *judgements: Judgement) -> None:
    """Write ``judgements`` behind the others of ``log``, which is made if need be; safe on the disk when this returns.

    Several programs may append at once: each waits for the other.

    Raises:
        JudgementError: They cannot be written there.
    """
    lines = "".join(json.dumps(j.to_json(), ensure_ascii=False) + "\n" for j in judgements)
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(log.with_name(f".{log.name}.lock"), timeout=_PATIENCE), log.open("ab+") as file:
            file.write(_break_before(file) + lines.encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise JudgementError(f"{log}: cannot write there ({error}); make room or choose another folder") from error


def _break_before(file: BinaryIO) -> bytes:
    """The end of line that the last line of ``file`` lacks: an editor took it, or a disk was full."""
    if not file.seek(0, os.SEEK_END):
        return b""
    file.seek(-1, os.SEEK_END)
    return b"" if file.read(1) == b"\n" else b"\n"


def read_log(log: Path) -> tuple[Judgement, ...]:
    """The judgements of a log, each once, in an order of their own: by moment and id; none where there is no file.

    Raises:
        JudgementError: A line is no judgement; file and line are named.
    """
    try:
        lines = log.read_text("utf-8").splitlines() if log.exists() else []
    except (OSError, UnicodeDecodeError) as error:
        raise JudgementError(f"{log}: cannot be read ({error})") from error
    found = {j.id: j for number, line in enumerate(lines, 1) if line.strip() for j in [_read(log, number, line)]}
    return tuple(sorted(found.values(), key=lambda j: (j.when, j.id)))


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those that count: not undone, and the latest on each pair; the same for any order."""
    given = {j.id: j for j in judgements}
    undone_by: defaultdict[str, list[str]] = defaultdict(list)
    for j in given.values():
        if j.decision is Decision.UNDO:
            undone_by[j.undoes].append(j.id)
    latest: dict[tuple[str, str, str, str], Judgement] = {}
    for j in sorted(given.values(), key=lambda j: (j.when, j.id)):
        if j.decision is not Decision.UNDO and not _undone(j.id, undone_by):
            latest[_pair(j)] = j
    return tuple(sorted(latest.values(), key=lambda j: (j.when, j.id)))


def apart(judgements: Iterable[Judgement]) -> frozenset[tuple[str, str]]:
    """The appearances that are not of the profile their article was given; for ``resolve``.

    Each by its article and the profile's id, and once more by its article and its plain name, should ids have changed.
    """
    found = [j.one for j in in_force(judgements) if j.decision is Decision.APART and j.one]
    by_name = {(side.article, plain_person(side.name)) for side in found if side.name}
    return frozenset({(side.article, side.profile) for side in found} | by_name)


def _pair(judgement: Judgement) -> tuple[str, str, str, str]:
    """What a judgement is on: two profiles, or one appearance."""
    one, other = judgement.one, judgement.other
    if judgement.decision is Decision.APART and one:
        return judgement.label, one.profile, one.article, "apart"
    first, second = sorted(side.profile for side in (one, other) if side)
    return judgement.label, first, second, "pair"


def _undone(id_: str, undone_by: Mapping[str, Sequence[str]]) -> bool:
    return any(not _undone(undo_id, undone_by) for undo_id in undone_by.get(id_, ()))


def _identified(judgement: Judgement) -> Judgement:
    text = json.dumps({**judgement.to_json(), "id": ""}, sort_keys=True, ensure_ascii=False)
    return replace(judgement, id=sha256(text.encode()).hexdigest()[:12])


def now() -> str:
    """This moment, as logs hold it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _read(log: Path, number: int, line: str) -> Judgement:
    try:
        return _judgement(line)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise JudgementError(f"{log}:{number}: no judgement ({error}); mend or delete this line") from error


@lru_cache(_CACHED)
def _judgement(line: str) -> Judgement:
    """What a line says; remembered, as review reads the log again after every answer."""
    row = json.loads(line)
    sides = {name: Side(**row[name]) for name in ("one", "other") if row.get(name)}
    judgement = Judgement(**{**row, **sides, "decision": Decision(row["decision"])})
    _check(judgement)
    return judgement


def _check(judgement: Judgement) -> None:
    """Whether a judgement has what its decision needs.

    Raises:
        ValueError: Something is missing.
    """
    needs = {Decision.UNDO: 0, Decision.APART: 1}.get(judgement.decision, 2)
    sides = [side for side in (judgement.one, judgement.other) if side]
    if len(sides) != needs:
        raise ValueError(f"{judgement.decision} needs {needs} sides and has {len(sides)}")
    if judgement.decision is Decision.UNDO and not judgement.undoes:
        raise ValueError("an undo says what it undoes")
    if judgement.decision is not Decision.UNDO and judgement.label not in _LABELS:
        raise ValueError(f"label {judgement.label!r} is none of {', '.join(_LABELS)}")
    if judgement.decision is Decision.APART and not sides[0].article:
        raise ValueError("apart needs an article")
    if _identified(judgement).id != judgement.id:
        raise ValueError("its id is not that of what it says; to change a judgement, undo it and judge again")
