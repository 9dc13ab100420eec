"""How far one article's record agrees with its annotation on who said what, about which rule and sanction."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from extract.scoring.gold import Annotation, GoldError, letters, normal_name, same_name, statement_spans
from extract.scoring.naming import GENERIC, Counts, Renaming, pair_off, paired_counts

WHO_SAID_WHAT = "WHO SAID WHAT (statement 0.3 + speaker)"
RULE_LINKS = "WHO SPOKE ABOUT WHICH RULE"
SANCTION_LINKS = "WHO SPOKE ABOUT WHICH SANCTION"
SPEAKER = "speaker of a matched statement"
MODE = "mode of a matched statement"
UNNAMED = "?"  # begins the speaker of a statement whose source has no name
PAIRED = 0.3  # share of common letters from which a found statement is taken for an annotated one
OVERLAPS = {"statement, overlap 0.3": 0.3, "statement, overlap 0.8": 0.8, "statement, exact": 1.0}


class Fault(StrEnum):
    """What is wrong with a statement."""

    WRONG_SPEAKER = "wrong speaker"
    MISSED = "missed"
    SPURIOUS = "spurious"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A statement that was not read as annotated.

    Attributes:
        article: Id of the article.
        fault: What is wrong.
        speaker: The annotated speaker; the one read where the statement is spurious.
        read_as: The speaker read instead of the annotated one.
        words: The first piece of the statement.
    """

    article: str
    fault: Fault
    speaker: str
    read_as: str = ""
    words: str

    @property
    def key(self) -> tuple[str, ...]:
        """What makes it the same case in another run."""
        return self.article, self.fault, self.speaker, self.words

    @property
    def token(self) -> str:
        """Sixteen digits that tell the case and none of its words."""
        return sha256("\0".join(self.key).encode()).hexdigest()[:16]

    def __str__(self) -> str:
        read = f" read as {self.read_as!r}" if self.fault is Fault.WRONG_SPEAKER else ""
        return f"{self.article}: {self.fault}, {self.speaker!r}{read}: {self.words[:90]!r}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The annotated and the found statements of one article, paired off.

    Attributes:
        article: Id of the article.
        text: Its text.
        wanted: The annotated statements.
        found: The statements of the record.
        places: The places of the pieces of each annotated statement.
        names: Names of the record's entities by key.
        pairs: Indexes into ``wanted`` and ``found`` of statements taken for one another.
        rows: Counts of statements by measure, who said them aside.
    """

    article: str
    text: str
    wanted: tuple[Annotation, ...]
    found: tuple[Annotation, ...]
    places: tuple[Sequence[tuple[int, int]], ...]
    names: Mapping[str, str]
    pairs: tuple[tuple[int, int], ...]
    rows: Mapping[str, Counts]


def read_statements(article: str, text: str, gold: Annotation, record: Annotation) -> Reading:
    """The statements of one article, paired off by the letters they share.

    Raises:
        GoldError: The annotation quotes words the article does not have, or the record is of a longer text.
    """
    wanted, found = tuple(gold.get("statements", [])), tuple(record.get("statements", []))
    for start, end in (span for statement in found for span in statement["spans"]):
        if end > len(text):
            raise GoldError(
                f"{article}: the record has a statement at {start} to {end}, the article ends at {len(text)}"
            )
    places = tuple(statement_spans(article, text, wanted))
    wanted_letters = [letters(text, spans) for spans in places]
    found_letters = [letters(text, statement["spans"]) for statement in found]
    return Reading(
        article=article,
        text=text,
        wanted=wanted,
        found=found,
        places=places,
        names={entity["key"]: entity["name"] for entity in record.get("entities", [])},
        pairs=tuple(pair_off(wanted_letters, found_letters, PAIRED)),
        rows={name: paired_counts(wanted_letters, found_letters, enough) for name, enough in OVERLAPS.items()},
    )


def speaker_name(reading: Reading, statement: Annotation) -> str:
    """The name of who is read to have said ``statement``."""
    return reading.names.get(statement.get("speaker", "")) or statement.get("speaker_name") or ""


def faults(reading: Reading) -> Iterator[Case]:
    """The statements with a wrong speaker, then those missed, then those that nobody annotated."""
    for w, f in reading.pairs:
        wanted, found = reading.wanted[w], reading.found[f]
        if not speaker_right(reading, wanted, found):
            read_as = speaker_name(reading, found)
            yield _annotated_case(reading, Fault.WRONG_SPEAKER, wanted, read_as)
    for statement in _unpaired(reading.wanted, {w for w, _ in reading.pairs}):
        yield _annotated_case(reading, Fault.MISSED, statement, "")
    for statement in _unpaired(reading.found, {f for _, f in reading.pairs}):
        start, end = statement["spans"][0]
        yield Case(
            article=reading.article,
            fault=Fault.SPURIOUS,
            speaker=speaker_name(reading, statement),
            words=reading.text[start:end],
        )


def possible_faults(reading: Reading) -> Iterator[Case]:
    """Every fault that an annotated statement can have."""
    for statement in reading.wanted:
        for fault in (Fault.WRONG_SPEAKER, Fault.MISSED):
            yield _annotated_case(reading, fault, statement, "")


def _annotated_case(reading: Reading, fault: Fault, wanted: Annotation, read_as: str) -> Case:
    return Case(
        article=reading.article,
        fault=fault,
        speaker=wanted["speaker"],
        read_as=read_as,
        words=wanted["spans"][0],
    )


def _unpaired(statements: tuple[Annotation, ...], used: set[int]) -> list[Annotation]:
    return [statement for at, statement in enumerate(statements) if at not in used]


def speaker_right(reading: Reading, wanted: Annotation, found: Annotation) -> bool:
    """Whether ``found`` has the speaker of ``wanted``: the same name, or none for an unnamed source."""
    if wanted["speaker"].startswith(UNNAMED):
        return not found.get("speaker")
    return same_name(wanted["speaker"], speaker_name(reading, found))


def attribution_rows(reading: Reading, renamed: Renaming) -> dict[str, Counts]:
    """Counts of who said what, and of who spoke about which rule and which sanction."""
    return {
        WHO_SAID_WHAT: _who_said_what(reading),
        RULE_LINKS: _links(reading, "regulations", renamed),
        SANCTION_LINKS: _links(reading, "sanctions", str),
    }


def accuracy_rows(reading: Reading) -> dict[str, Counts]:
    """How many of the paired statements have the right (hits) or a wrong (missed) speaker and mode."""
    pairs = [(reading.wanted[w], reading.found[f]) for w, f in reading.pairs]
    speakers = sum(speaker_right(reading, wanted, found) for wanted, found in pairs)
    modes = sum(wanted["mode"] == found.get("mode") for wanted, found in pairs)
    return {
        SPEAKER: Counts(hits=speakers, missed=len(pairs) - speakers),
        MODE: Counts(hits=modes, missed=len(pairs) - modes),
    }


def _who_said_what(reading: Reading) -> Counts:
    """Statements of a named speaker: one read under a wrong speaker is both missed and spurious."""
    named = [not statement["speaker"].startswith(UNNAMED) for statement in reading.wanted]
    pairs = [(w, f) for w, f in reading.pairs if named[w]]
    hits = sum(speaker_right(reading, reading.wanted[w], reading.found[f]) for w, f in pairs)
    unpaired = len(reading.found) - len(reading.pairs)
    return Counts(hits=hits, spurious=len(pairs) - hits + unpaired, missed=sum(named) - hits)


def _links(reading: Reading, field: str, renamed: Renaming) -> Counts:
    wanted = {
        (normal_name(statement["speaker"]), what)
        for statement in reading.wanted
        for what in statement.get(field, [])
        if what != GENERIC
    }
    found = {
        (normal_name(speaker_name(reading, statement)), renamed(what))
        for statement in reading.found
        for what in statement.get(field, [])
        if what != GENERIC
    }
    free = sorted(found)
    for who, what in sorted(wanted):
        met = next((link for link in free if link[1] == what and same_name(link[0], who)), None)
        if met:
            free.remove(met)
    hits = len(found) - len(free)
    return Counts(hits=hits, spurious=len(free), missed=len(wanted) - hits)
