"""Decisions told by their court or instance alone: "putusan kasasi", "putusan PN Rantau", "putusan yang inkrah"."""

import re
from collections.abc import Sequence

from extract.rules.citations import Naming
from extract.rules.registry import slug

_FINAL = re.compile(r"\s(?:yang\s)?(?:sudah\s|telah\s)?(?:inkrah|inkracht|berkekuatan\shukum\stetap)(?!\w)")
_STAGE = re.compile(
    r"\s(?:tingkat\s)?(?P<name>kasasi|banding|peninjauan\skembali|pk|ma|mahkamah\sagung)(?![\w-])(?!\spengadilan)"
)
_COURT = re.compile(
    r"\s(?:(?:majelis|hakim)\s){0,2}(?P<name>(?:pengadilan\s(?:negeri|tinggi|militer|tipikor|agama|niaga)|pn|pt|dilmil)"
    r"\s[\w.-]{1,20})(?P<more>\s[\w.-]{1,20})?"
)
_BRACKET = re.compile(r"\([^()]*\)")
_SHORT = {
    "ma": "mahkamah-agung",
    "pk": "peninjauan-kembali",
    "pn": "pengadilan-negeri",
    "pt": "pengadilan-tinggi",
    "dilmil": "pengadilan-militer",
}


def court_reference(low: str, end: int, decisions: Sequence[tuple[Naming, str]]) -> tuple[int, int] | None:
    """Which decision a bare "putusan" that ends at ``end`` means by the words behind it, and where these end.

    ``decisions`` are the numbered ones of the text with their ids; the answer is the index of one. It alone names
    that court with its seat, or that instance, between form and number; a final one is meant if there is no other.
    """
    if final := _FINAL.match(low, end):
        return _one(decisions, "", final.end())
    if stage := _STAGE.match(low, end):
        return _one(decisions, _full(stage["name"]), stage.end())
    court = _COURT.match(low, end)
    if not court:
        return None
    longer = court["more"] and _one(decisions, _full(court["name"] + court["more"]), court.end())
    return longer or _one(decisions, _full(court["name"]), court.end("name"))


def _one(decisions: Sequence[tuple[Naming, str]], name: str, end: int) -> tuple[int, int] | None:
    """The first of these decisions that has ``name`` in its words, if they all are one rule, and ``end``."""
    named = [i for i, (rule, _) in enumerate(decisions) if f"-{name}-" in f"--{slug(_BRACKET.sub(' ', rule.words))}--"]
    return (named[0], end) if len({decisions[i][1] for i in named}) == 1 else None


def _full(name: str) -> str:
    """The slug of a court or instance, its abbreviation spelled out."""
    first, *rest = slug(name).split("-")
    return "-".join((_SHORT.get(first, first), *rest))
