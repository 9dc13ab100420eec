"""Titles: what is written around a person's name and is no part of it, kept as the text has it."""

import re
from collections.abc import Iterable, Iterator

from extract.naming.names import degree_end, honorific_phrases, skip_honorifics
from extract.naming.reading import Reading

MOST_WORDS = 8  # of all titles before one name: "Brigadir Jenderal Polisi (Purn) Dr. H. "
BEFORE_DEGREES = re.compile(r"[ \xa0]*,?[ \xa0]*")  # no full stop: "kata Amir. SE Wali Kota …" begins a sentence
BETWEEN_DEGREES = re.compile(r"[ \xa0.,]*")
SPELT = re.compile(r"\.\w\Z")  # degrees that end in a letter of their own: "S.H.", but "M.Si"


def honorifics_of(reading: Reading, mentions: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """Honorifics, ranks and academic titles before any of ``mentions``, each once, in text order.

    Handles ``Drs. H. Amir``, ``AKBP (Purn) Amir``, ``Letkol Inf Amir``; a branch of service belongs to its rank.
    """
    return _each_once(form for start, _ in mentions for form in _honorifics_before(reading, start))


def degrees_of(reading: Reading, mentions: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """Academic degrees behind any of ``mentions``, each once, in text order: ``Amir, S.H., M.Si``."""
    return _each_once(form for _, end in mentions for form in _degrees_behind(reading, end))


def _each_once(forms: Iterable[str]) -> tuple[str, ...]:
    """The forms in order, of those that differ in stops and blanks only the first."""
    kept: dict[str, str] = {}
    for form in forms:
        kept.setdefault("".join(filter(str.isalnum, form)), form)
    return tuple(kept.values())


def _honorifics_before(reading: Reading, name: int) -> Iterator[str]:
    i = next((i for i in range(max(0, name - MOST_WORDS), name) if skip_honorifics(reading, i)[0] == name), name)
    first = i
    while i < name and (hit := honorific_phrases().longest(reading, i)) is not None:
        i = hit[0]
        behind = honorific_phrases().longest(reading, i) if i < name else None
        if behind is None or behind[1] != "branch":
            yield _titled(reading, first, i)
            first = i


def _titled(reading: Reading, first: int, end: int) -> str:
    """Words ``first`` to ``end`` as written, with the full stop or the bracket that closes them."""
    form, behind = _written(reading, first, end), reading.gap(end)[:1]
    return form + behind if behind == "." or (behind == ")" and "(" in form) else form


def _degrees_behind(reading: Reading, i: int) -> Iterator[str]:
    gaps = BEFORE_DEGREES
    while not reading.covered(i) and gaps.fullmatch(reading.gap(i)) and (end := degree_end(reading, i)) > i:
        form = _written(reading, i, end)
        stopped = reading.text.startswith(".", reading.ends[end - 1])
        yield form + "." if stopped and ("," in reading.gap(end) or SPELT.search(form)) else form
        i, gaps = end, BETWEEN_DEGREES


def _written(reading: Reading, first: int, end: int) -> str:
    return " ".join(reading.text[reading.starts[first] : reading.ends[end - 1]].split())
