"""How far the record of one article agrees with its annotation on who and what is named in it.

Sets of places, names and ids are compared; what may overlap is paired off one to one, best overlap first,
so that nothing found counts twice.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from extract.scoring.gold import Annotation, normal_name, places, same_name

ENTITIES = {"persons": "PERSON", "institutions": "INSTITUTION", "regions": "REGION"}
GENERIC = "generic"  # a sanction of no particular kind
REGION_WORDS = frozenset({"kota", "kabupaten", "provinsi", "dan"})
SAME_MENTION = 0.5  # share of common characters from which two mentions are one
SAME_ROLE = 0.5  # share of common words from which two posts are one

Renaming = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much was annotated and found (hits), found only (spurious), annotated only (missed)."""

    hits: int = 0
    spurious: int = 0
    missed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            hits=self.hits + other.hits,
            spurious=self.spurious + other.spurious,
            missed=self.missed + other.missed,
        )

    @property
    def precision(self) -> float:
        """Share of the found that is annotated."""
        return _share(self.hits, self.hits + self.spurious)

    @property
    def recall(self) -> float:
        """Share of the annotated that is found."""
        return _share(self.hits, self.hits + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return _share(2 * p * r, p + r)


def naming_rows(text: str, gold: Annotation, record: Annotation, renamed: Renaming) -> dict[str, Counts]:
    """Counts of the mentions, persons, posts, rules and sanctions of one article, by measure."""
    return {
        **dict(_mention_rows(text, gold, record)),
        **_person_rows(gold, record),
        **_rule_rows(text, gold, record, renamed),
        **_sanction_rows(text, gold, record),
    }


def pair_off(
    wanted: Sequence[AbstractSet[int]], found: Sequence[AbstractSet[int]], enough: float
) -> list[tuple[int, int]]:
    """Indexes of the pairs that share ``enough`` of their union, best pairs first, none used twice."""
    scored = [
        (share, w, f)
        for w, want in enumerate(wanted)
        for f, have in enumerate(found)
        if (union := len(want | have)) and (share := len(want & have) / union) >= enough - 1e-9
    ]
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, w, f in sorted(scored, reverse=True):
        if w not in pairs and f not in used:
            pairs[w] = f
            used.add(f)
    return list(pairs.items())


def paired_counts(wanted: Sequence[AbstractSet[int]], found: Sequence[AbstractSet[int]], enough: float) -> Counts:
    """Counts over the pairs that share ``enough``."""
    hits = len(pair_off(wanted, found, enough))
    return Counts(hits=hits, spurious=len(found) - hits, missed=len(wanted) - hits)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _compared(wanted: AbstractSet[Any], found: AbstractSet[Any]) -> Counts:
    return Counts(hits=len(wanted & found), spurious=len(found - wanted), missed=len(wanted - found))


def _spans(record: Annotation, kind: str) -> set[tuple[int, int]]:
    return {(m["start"], m["end"]) for m in record.get("mentions", []) if m["type"] == kind}


def _mentions(wanted: AbstractSet[tuple[int, int]], found: AbstractSet[tuple[int, int]]) -> Counts:
    wanted_characters = [frozenset(range(*span)) for span in sorted(wanted)]
    found_characters = [frozenset(range(*span)) for span in sorted(found)]
    return paired_counts(wanted_characters, found_characters, SAME_MENTION)


def _mention_rows(text: str, gold: Annotation, record: Annotation) -> Iterator[tuple[str, Counts]]:
    for field, kind in ENTITIES.items():
        wanted = {place[:2] for place in places(text, gold.get(field, []), "name")}
        found = _spans(record, kind)
        yield f"{kind.lower()} mention, exact", _compared(wanted, found)
        yield f"{kind.lower()} mention, overlap 0.5", _mentions(wanted, found)


def _person_rows(gold: Annotation, record: Annotation) -> dict[str, Counts]:
    people = gold.get("persons", [])
    free = [entity for entity in _by_key(record).values() if entity["type"] == "PERSON"]
    found, roles = len(free), Counts()
    for person in people:
        namesake = _namesake(person["name"], free)
        if namesake:
            free.remove(namesake)
        roles += _role_counts(person, namesake or {})
    hits = found - len(free)
    return {
        "person entity": Counts(hits=hits, spurious=len(free), missed=len(people) - hits),
        "role of person, overlap 0.5": roles,
    }


def _by_key(record: Annotation) -> dict[str, Annotation]:
    return {entity["key"]: entity for entity in record.get("entities", [])}


def _namesake(name: str, people: Sequence[Annotation]) -> Annotation | None:
    equal = (person for person in people if normal_name(person["name"]) == normal_name(name))
    alike = (person for person in people if same_name(person["name"], name))
    return next(equal, None) or next(alike, None)


def _role_counts(person: Annotation, namesake: Annotation) -> Counts:
    wanted = [_role_words(role) for role in person.get("roles", [])]
    found = [_role_words(role) for role in namesake.get("roles", [])]
    met = sum(any(_same_role(want, have) for have in found) for want in wanted)
    extra = sum(not any(_same_role(want, have) for want in wanted) for have in found)
    return Counts(hits=met, spurious=extra, missed=len(wanted) - met)


def _role_words(role: Annotation) -> set[str]:
    words = " ".join(str(role.get(part) or "") for part in ("position", "institution", "region"))
    return set(re.findall(r"\w+", words.lower())) - REGION_WORDS


def _same_role(first: AbstractSet[str], second: AbstractSet[str]) -> bool:
    return _share(len(first & second), len(first | second)) >= SAME_ROLE


def _rule_rows(text: str, gold: Annotation, record: Annotation, renamed: Renaming) -> dict[str, Counts]:
    wanted, found = gold.get("regulations", []), record.get("regulations", [])
    ids = {rule["id"] for rule in wanted}
    mentions = {place[:2] for place in places(text, wanted, "id")}
    return {
        "regulation, identical id": _compared(ids, {rule["id"] for rule in found}),
        "regulation, same rule": _compared(ids, {renamed(rule["id"]) for rule in found}),
        "regulation mention, overlap 0.5": _mentions(mentions, _spans(record, "REGULATION")),
        "regulation provision": _compared(_provisions(wanted, str), _provisions(found, renamed)),
    }


def _provisions(rules: Sequence[Annotation], renamed: Renaming) -> set[tuple[str, str]]:
    return {(renamed(rule["id"]), cite.lower()) for rule in rules for cite in rule.get("provisions", [])}


def _sanction_rows(text: str, gold: Annotation, record: Annotation) -> dict[str, Counts]:
    wanted = gold.get("sanctions", [])
    mentions = {place[:2] for place in places(text, wanted, "kind")}
    return {
        "sanction kind in article": _compared(_kinds(wanted), _kinds(record.get("sanctions", []))),
        "sanction mention, overlap 0.5": _mentions(mentions, _spans(record, "SANCTION")),
    }


def _kinds(sanctions: Sequence[Annotation]) -> set[str]:
    return {sanction["kind"] for sanction in sanctions} - {GENERIC}
