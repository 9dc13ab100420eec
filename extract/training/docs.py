"""Labelled texts as spaCy Docs of our tokenizer, several sentences in one."""

import re
from collections.abc import Iterable, Iterator
from random import Random

from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.model.embedding import CONVENTION
from extract.training.example import CONVENTIONS, UNKNOWN, Labelled

LONGEST = 6  # sentences in one Doc
SHORTEST_PIECE, LONGEST_PIECE = 200, 900  # characters of an article


def to_doc(nlp: Language, examples: Iterable[tuple[Labelled, str]]) -> Doc:
    """One Doc of texts of one convention, each with what parts it from the one before.

    Unknown spans are missing values.
    """
    text, spans, convention = "", list[tuple[int, int, str]](), CONVENTIONS[0]
    for example, gap in examples:
        convention = example.convention
        text += gap if text else ""
        spans += [(start + len(text), end + len(text), label) for start, end, label in example.spans]
        text += example.text
    doc = unread(nlp, text, convention)
    known: list[Span] = []
    missing: list[Span] = []
    done = 0
    for start, end, label in sorted(spans):
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        if span is not None and span.start >= done:
            done = span.end
            (missing if label == UNKNOWN else known).append(span)
    doc.set_ents(known, missing=missing)
    return doc


def unread(nlp: Language, text: str, convention: str) -> Doc:
    """The Doc of a text whose names follow a convention, before anything was found in it."""
    doc = nlp.make_doc(text)
    doc.user_data[CONVENTION] = CONVENTIONS.index(convention)
    return doc


def grouped(nlp: Language, examples: Iterable[Labelled], random: Random) -> Iterator[Doc]:
    """The examples in random order, one to six of one convention in a Doc, a blank or a line end between them."""
    parted: dict[str, list[Labelled]] = {}
    for example in examples:
        parted.setdefault(example.convention, []).append(example)
    for left in parted.values():
        random.shuffle(left)
        at = 0
        while at < len(left):
            number = random.randint(1, LONGEST)
            yield to_doc(nlp, [(example, random.choice((" ", "\n"))) for example in left[at : at + number]])
            at += number


def pieces(nlp: Language, article: Labelled, random: Random) -> Iterator[Doc]:
    """An annotated article, cut at line ends into pieces of some hundred characters."""
    cuts = [0]
    for match in re.finditer(r"\n+", article.text):
        inside = any(start < match.start() < end for start, end, _ in article.spans)
        if match.end() - cuts[-1] > random.randint(SHORTEST_PIECE, LONGEST_PIECE) and not inside:
            cuts.append(match.end())
    for start, end in zip(cuts, [*cuts[1:], len(article.text)], strict=True):
        if end > start:
            yield to_doc(nlp, [(_part(article, start, end), "")])


def _part(article: Labelled, start: int, end: int) -> Labelled:
    spans = tuple((a - start, b - start, label) for a, b, label in article.spans if start <= a and b <= end)
    return Labelled(text=article.text[start:end], spans=spans)
