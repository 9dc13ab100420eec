"""Where the open data sets do not agree on what is labelled, and what is done about it before they are one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language

from extract.training.example import INSTITUTION, PERSON, REGION, UNKNOWN, Labelled

IN_TITLE = re.compile(
    r"(?:Gubernur|Bupati|Wali ?[Kk]ota|Wagub|Wabup|Camat|Lurah|Kades|Kepala Desa|Presiden|Perdana Menteri|PM|Raja|Ratu"
    r"|Kaisar|Kanselir|Menteri Luar Negeri|Menlu|Kapol\w+|Kajari|Kajati|Sekda\w*|Sekkot|Sekkab|Pangdam|Dandim|Kadis\w*"
    r"|Dubes|Duta Besar)(?: (?:Kota|Kabupaten|Provinsi))? $"
)
LONGEST_TITLE = 40  # characters

Span = tuple[int, int, str]


def without_titles(example: Labelled) -> Labelled:
    """The example with regions in titles unknown: idner-news-2k leaves "Wali Kota Solo" out, the others label it."""

    def label(span: Span) -> str:
        start, _, label = span
        return (
            UNKNOWN
            if label == REGION and IN_TITLE.search(example.text, max(0, start - LONGEST_TITLE), start)
            else label
        )

    return replace(example, spans=tuple((*span[:2], label(span)) for span in example.spans))


def filled(nlp: Language, examples: Iterable[Labelled]) -> Iterator[Labelled]:
    """NERP with what it never labelled filled in by a first model, trained on the other sets.

    The persons of NERP stay. What the first model takes for a person and NERP did not is none; what it takes for
    an institution where NERP says nothing is one; regions stay where both agree, and are unknown elsewhere.
    """
    examples = list(examples)
    for example, doc in zip(examples, nlp.pipe(example.text for example in examples), strict=True):
        guesses = [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
        yield replace(example, spans=tuple(sorted(_fill(example.spans, guesses))))


def _fill(spans: tuple[Span, ...], guesses: list[Span]) -> list[Span]:
    sure = [span for span in spans if span[2] == PERSON]
    for guess in guesses:
        beneath = [span for span in spans if _overlap(span, guess)]
        if guess[2] == INSTITUTION and beneath and (*guess[:2], REGION) not in beneath and not _any(sure, guess):
            sure.append(guess)
    rest = [span for span in spans if span[2] != PERSON and not _any(sure, span)]
    return sure + [kept for span in rest if (kept := _agreed(span, guesses))]


def _agreed(span: Span, guesses: list[Span]) -> Span | None:
    """What becomes of a region or an unknown word of NERP that is no institution."""
    if span[2] == REGION:
        return span if span in guesses else (*span[:2], UNKNOWN)
    labels = {guess[2] for guess in guesses if _overlap(span, guess)}
    return span if REGION in labels and PERSON not in labels else None


def _overlap(one: Span, other: Span) -> bool:
    return min(one[1], other[1]) > max(one[0], other[0])


def _any(spans: list[Span], span: Span) -> bool:
    return any(_overlap(other, span) for other in spans)
