"""Annotated articles: reading them, and finding the place of what they say in the article's text.

An annotation quotes words, a record gives offsets; before the two can be compared the quotes are looked up.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from extract.errors import ExtractError

DEGREE = re.compile(
    r"\b(h|hj|dr|drs|dra|ir|prof|kh|ust|tgb|s\.?h|s\.?e|s\.?t|s\.?ip|s\.?sos|m\.?si|m\.?h|m\.?m|m\.?pd|s\.?pd)\b\.?",
    re.IGNORECASE,
)

Annotation = Mapping[str, Any]


class GoldError(ExtractError):
    """Annotated articles that cannot be read or that do not quote their article."""


class Place(NamedTuple):
    """Where an annotated mention stands, and what it names."""

    start: int
    end: int
    target: str


def read_gold(folder: Path) -> dict[str, Annotation]:
    """The annotations of ``folder`` by article id, which is the name of each JSON file.

    Raises:
        GoldError: There is none, or one is no JSON object.
    """
    golds = {path.stem: _read_object(path) for path in sorted(folder.glob("*.json"))}
    if not golds:
        raise GoldError(f"no annotation (*.json) in {folder}")
    return golds


def read_texts(folder: Path, ids: Iterable[str]) -> dict[str, str]:
    """The text of each article of ``ids``, read from ``folder/ID.json``.

    Raises:
        GoldError: A file is missing, is no JSON object or has no ``text``.
    """
    texts = {}
    for name in ids:
        text = _read_object(folder / f"{name}.json").get("text")
        if not isinstance(text, str):
            raise GoldError(f"{folder / name}.json has no string 'text'")
        texts[name] = text
    return texts


def _read_object(path: Path) -> Annotation:
    try:
        row = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise GoldError(f"cannot read {path}: {error.strerror}") from error
    except ValueError as error:
        raise GoldError(f"{path} is no JSON in UTF-8: {error}") from error
    if not isinstance(row, dict):
        raise GoldError(f"{path} holds {type(row).__name__}, not a JSON object")
    return row


def fingerprint(texts: Mapping[str, str], golds: Mapping[str, Annotation]) -> str:
    """SHA-256 of the annotations and their articles: scores are comparable where it is the same."""
    rows = [[name, texts[name], golds[name]] for name in sorted(golds)]
    return sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()


def normal_name(name: str) -> str:
    """``name`` in lower case without degrees, dots and commas.

    >>> normal_name("Hj. Sulastri Wening, S.Sos.")
    'sulastri wening'
    """
    bare = DEGREE.sub(" ", name).replace(".", " ").replace(",", " ")
    return " ".join(bare.lower().split())


def same_name(first: str, second: str) -> bool:
    """Whether all words of the shorter name stand in the longer one, degrees aside."""
    short, long = sorted((normal_name(first).split(), normal_name(second).split()), key=len)
    return bool(short) and all(word in long for word in short)


def occurrences(text: str, surface: str) -> list[tuple[int, int]]:
    """The places of ``surface`` in ``text`` where it does not begin or end inside a word."""
    found, start = [], 0
    while (at := text.find(surface, start)) >= 0:
        end = at + len(surface)
        cuts_left = at > 0 and text[at - 1].isalnum() and surface[0].isalnum()
        cuts_right = end < len(text) and text[end].isalnum() and surface[-1].isalnum()
        if not (cuts_left or cuts_right):
            found.append((at, end))
        start = at + 1
    return found


def places(text: str, entries: Iterable[Annotation], key: str) -> list[Place]:
    """Where the mentions of ``entries`` stand, longer ones first, none inside or across another."""
    candidates = {
        Place(start, end, entry[key])
        for entry in entries
        for surface in entry["mentions"]
        for start, end in occurrences(text, surface)
    }
    kept: list[Place] = []
    for place in sorted(candidates, key=lambda p: (p.start - p.end, p.start, p.target)):
        if all(place.end <= other.start or place.start >= other.end for other in kept):
            kept.append(place)
    return kept


def statement_spans(article: str, text: str, statements: Sequence[Annotation]) -> list[list[tuple[int, int]]]:
    """For each annotated statement the places of its pieces.

    Words that occur twice are looked for after those of the statement before.

    Raises:
        GoldError: A statement quotes words that the article does not have.
    """
    found, after = [], 0
    for statement in statements:
        spans = []
        for words in statement["spans"]:
            at = text.find(words, after)
            at = at if at >= 0 else text.find(words)
            if at < 0:
                raise GoldError(f"{article}: the article does not have the annotated words {words!r}")
            spans.append((at, at + len(words)))
            after = at
        found.append(spans)
    return found


def nearest(text: str, words: str, spans: Sequence[tuple[int, int]]) -> int:
    """Where ``words`` stand nearest to ``spans`` without being a part of them; -1 where they do not."""
    if not words:
        return -1
    free = [at for at, end in occurrences(text, words) if not any(at < b and a < end for a, b in spans)]
    return min(free, key=lambda at: min(abs(at - edge) for span in spans for edge in span), default=-1)


def letters(text: str, spans: Iterable[Sequence[int]]) -> frozenset[int]:
    """The offsets of letters and digits within ``spans``; punctuation and spaces do not count."""
    return frozenset(at for start, end in spans for at in range(start, end) if text[at].isalnum())


def rule_key(rule: str) -> tuple[str, ...]:
    """Type, year and number of a rule's id, whoever issued it; a nickname ("~perda-ktr") stays whole.

    >>> rule_key("perda-kota-metro/2018/3")
    ('perda', '2018', '3')
    """
    if rule.startswith("~") or rule.count("/") != 2:
        return (rule,)
    kind, year, number = rule.split("/")
    return kind if kind == "tap-mpr" else kind.split("-")[0], year, number.lower()


def rule_names(text: str, gold: Annotation, record: Annotation) -> Callable[[str], str]:
    """A function that gives a rule found by ``record`` the id it has in ``gold``, if both mean one rule.

    They do when type, year and number are equal. An annotated nickname ("~uu-asn") is met by any id whose
    mention covers more than half of it, so that resolving a nickname to a number is never punished.
    """
    rules = gold.get("regulations", [])
    by_key = {rule_key(rule["id"]): rule["id"] for rule in rules}
    nicknames = [place for place in places(text, rules, "id") if place.target.startswith("~")]
    renamed = {
        mention["target"]: place.target
        for mention in record.get("mentions", [])
        if mention["type"] == "REGULATION"
        for place in nicknames
        if _mostly_shared(place, mention["start"], mention["end"])
    }
    return lambda rule: by_key.get(rule_key(rule)) or renamed.get(rule) or rule


def _mostly_shared(place: Place, start: int, end: int) -> bool:
    shared = min(place.end, end) - max(place.start, start)
    return shared > 0.5 * (max(place.end, end) - min(place.start, start))
