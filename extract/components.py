"""The finders as spaCy components: each marks the Doc with what its finder finds in the text.

What they add up is in three attributes of the Doc, all plain values of ``extract.record``:
``doc._.entities``, ``doc._.mentions`` and ``doc._.statements``; the mentions also stand in
``doc.spans["wartagraf"]``, labelled by type, for displaCy and for components of others.
``doc._.title``, ``doc._.outlet`` and ``doc._.date`` tell the finders what is known of the article.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from extract.naming import Guess, find_institutions, find_persons, find_regions, is_pointed, main_region, pointer_lines
from extract.record import Entity, EntityType, How, Mention, MentionType, RegulationUse
from extract.rules import Citation, SanctionMention, find_citations, find_sanctions
from extract.rules.registry import slug
from extract.speech import Passage, find_references, statements_of

SPANS = "wartagraf"
Component = Callable[[Doc], Doc]
Found = TypeVar("Found", Citation, SanctionMention)


def declare_attributes() -> None:
    """Make the Doc attributes of the pipeline known to spaCy; a second call changes nothing."""
    for name in ("title", "outlet", "date", "whole_text"):
        Doc.set_extension(name, default="", force=True)
    for name in ("entities", "guesses", "mentions", "regulations", "statements"):
        Doc.set_extension(name, default=(), force=True)


@Language.factory("wartagraf_guesses", requires=["doc.ents"], assigns=["doc._.guesses"])
def create_guesses(nlp: Language, name: str) -> Component:
    """Hands what the trained model takes for names to the finders, as evidence; the Doc keeps no entities."""
    declare_attributes()

    def guess(doc: Doc) -> Doc:
        doc._.guesses = tuple(
            Guess(start=ent.start_char, end=ent.end_char, type=EntityType(ent.label_)) for ent in doc.ents
        )
        doc.ents = ()
        return doc

    return guess


@Language.factory("wartagraf_regions", assigns=["doc._.entities", "doc._.mentions"])
def create_regions(nlp: Language, name: str) -> Component:
    """Marks regions: "Metro" in "Wali Kota Metro"."""
    declare_attributes()

    def mark(doc: Doc) -> Doc:
        return _add(doc, *find_regions(_text(doc), title=doc._.title, outlet=doc._.outlet))

    return mark


@Language.factory("wartagraf_institutions", requires=["doc._.entities"], assigns=["doc._.mentions"])
def create_institutions(nlp: Language, name: str) -> Component:
    """Marks institutions: "Badan Kepegawaian Daerah (BKD) Kota Metro"."""
    declare_attributes()

    def mark(doc: Doc) -> Doc:
        return _add(doc, *find_institutions(_text(doc), doc._.mentions, doc._.guesses))

    return mark


@Language.factory("wartagraf_persons", requires=["doc._.entities"], assigns=["doc._.mentions"])
def create_persons(nlp: Language, name: str) -> Component:
    """Marks persons by their bare names, with their posts as roles of the entity."""
    declare_attributes()

    def mark(doc: Doc) -> Doc:
        return _add(doc, *find_persons(_text(doc), doc._.entities, doc._.mentions, doc._.guesses))

    return mark


@Language.factory("wartagraf_regulations", requires=["doc._.entities"], assigns=["doc._.regulations"])
def create_regulations(nlp: Language, name: str) -> Component:
    """Marks citations of rules: "PP Nomor 94/2021", later "PP tersebut"."""
    declare_attributes()

    def mark(doc: Doc) -> Doc:
        place = slug(main_region(text := _text(doc), doc._.entities, doc._.mentions))
        citations = _of_article(text, find_citations(text, doc._.date, place=place), lambda cited: cited.id)
        doc._.regulations = _uses(citations)
        return _add(doc, (), [_regulation_mention(text, citation) for citation in citations])

    return mark


@Language.factory("wartagraf_sanctions", assigns=["doc._.mentions"])
def create_sanctions(nlp: Language, name: str) -> Component:
    """Marks sanctions: "denda Rp50 juta", each with the cited rule it comes from where the text tells."""
    declare_attributes()

    def mark(doc: Doc) -> Doc:
        text = _text(doc)
        rules = [_cited(mention) for mention in doc._.mentions if mention.type is MentionType.REGULATION]
        found = _of_article(text, find_sanctions(text, rules), lambda penalty: penalty.kind)
        return _add(doc, (), [_sanction_mention(text, penalty) for penalty in found])

    return mark


@Language.factory("wartagraf_statements", requires=["doc._.mentions"], assigns=["doc._.statements", "doc._.mentions"])
def create_statements(nlp: Language, name: str) -> Component:
    """Marks who said what, from all that is marked before, and whom "ia" or "Wali Kota" alone stand for."""
    declare_attributes()

    def mark(doc: Doc) -> Doc:
        passage = Passage.of(_text(doc), doc._.entities, doc._.mentions)
        doc._.statements = statements_of(passage, doc._.mentions, doc._.regulations)
        return _add(doc, (), find_references(passage, doc._.statements))

    return mark


def _text(doc: Doc) -> str:
    """The text of the Doc, which spaCy puts together from its tokens anew each time it is asked."""
    if not doc._.whole_text:
        doc._.whole_text = doc.text
    return str(doc._.whole_text)


def _of_article(text: str, found: Sequence[Found], target: Callable[[Found], str]) -> list[Found]:
    """Those of the citations or penalties whose target not only a pointer to another article names."""
    lines = pointer_lines(text)
    if not lines:
        return list(found)
    told = {target(mention) for mention in found if not is_pointed(lines, mention.start)}
    return [mention for mention in found if target(mention) in told]


def _add(doc: Doc, entities: Iterable[Entity], mentions: Iterable[Mention]) -> Doc:
    """Add what one finder found to the attributes and the span group of the Doc."""
    added = tuple(mentions)
    doc._.entities = (*doc._.entities, *entities)
    doc._.mentions = (*doc._.mentions, *added)
    group = doc.spans[SPANS] if SPANS in doc.spans else SpanGroup(doc, name=SPANS)
    for mention in added:
        span = doc.char_span(
            mention.start, mention.end, label=mention.type.value, span_id=mention.target, alignment_mode="expand"
        )
        if span is not None:
            group.append(span)
    doc.spans[SPANS] = group
    return doc


def _regulation_mention(text: str, found: Citation) -> Mention:
    return Mention(
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        type=MentionType.REGULATION,
        target=found.id,
        how=found.how,
        provisions=found.provisions,
        pins=found.pins,
        antecedent=found.antecedent,
        issuer_from=found.issuer_from,
        in_force=found.in_force,
    )


def _cited(mention: Mention) -> Citation:
    """The citation that a mention of a rule was made from, as far as sanctions ask for it."""
    return Citation(
        start=mention.start,
        end=mention.end,
        id=mention.target,
        how=mention.how or How.EXPLICIT,
        provisions=mention.provisions,
        pins=mention.pins,
    )


def _sanction_mention(text: str, found: SanctionMention) -> Mention:
    return Mention(
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        type=MentionType.SANCTION,
        target=found.kind,
        detail=found.detail,
        penalty=found.penalty,
    )


def _uses(citations: Iterable[Citation]) -> tuple[RegulationUse, ...]:
    """One use a rule, in order of first citation, with everything its citations say.

    A rule that is named only in the title of another one, which changes it, has a use of its own too.
    """
    by_id: dict[str, list[Citation]] = {}
    for citation in citations:
        by_id.setdefault(citation.id, []).append(citation)
        for other in (*citation.amends, *citation.revokes, *citation.enacts):
            by_id.setdefault(other, [])

    def union(found: list[Citation], field: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(value for citation in found for value in getattr(citation, field)))

    return tuple(
        RegulationUse(
            id=rule,
            provisions=union(found, "provisions"),
            amends=union(found, "amends"),
            revokes=union(found, "revokes"),
            enacts=union(found, "enacts"),
        )
        for rule, found in by_id.items()
    )
