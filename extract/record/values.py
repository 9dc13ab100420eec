"""What stands in a record: entities, their mentions, rules, sanctions, and who said what."""

from dataclasses import dataclass

from extract.record.closed_sets import (
    Act,
    EntityType,
    How,
    IssuerFrom,
    MentionType,
    Modality,
    Mode,
    RoleStatus,
    SanctionStatus,
)

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A post as the article states it, word for word; ``institution`` and ``region`` are names of entities, or ""."""

    position: str
    institution: str = ""
    region: str = ""
    status: RoleStatus = RoleStatus.CURRENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, institution or region of one article.

    Attributes:
        key: Unique within the article ("e1").
        type: Person, institution or region.
        name: Fullest form in the article: no title, honorific or degree; acronyms written out where it does.
        kind: For institutions one of the kinds of the annotation guide ("police", "council", ...), else "".
        roles: For persons, their posts in order of mention.
        honorifics: For persons, titles and ranks written before the name ("Dr.", "Hj.", "AKBP"), each form once.
        degrees: For persons, academic degrees written behind the name ("S.H.", "M.Si"), each form once.
        code: For regions the official code (Kemendagri, "18.72"), "" where it is not known which one is meant.
    """

    key: str
    type: EntityType
    name: str
    kind: str = ""
    roles: tuple[Role, ...] = ()
    honorifics: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A place that names provisions of a rule, apart from the words that name the rule.

    Attributes:
        start: First character.
        end: One past the last character.
        provisions: In short form ("pasal 5 ayat (1)"); for a reference ("pasal tersebut") those it points at.
        antecedent: For a reference, the place of the pin cite it points at.
    """

    start: int
    end: int
    provisions: tuple[str, ...]
    antecedent: Offsets | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalty:
    """What the text says of a sanction beyond its kind; what it does not say is None or "".

    Attributes:
        amount_from: Least amount in rupiah; equal to ``amount_to`` where the text names one amount. A category of the
            criminal code of 2023 ("kategori IV") stands for its amount.
        amount_to: Greatest amount in rupiah.
        duration_from: Least duration, ISO 8601 ("P1Y6M"), or "lifelong"; equal to ``duration_to`` where there is one.
        duration_to: Greatest duration, in the same form.
        degree: "ringan", "sedang" or "berat", as the law on discipline has them.
        status: Threatened, possible, imposed or denied.
        regulation: Id of the rule it comes from ("uu/2016/10").
        provisions: Pin cites of that rule that provide for it ("pasal 188").
    """

    amount_from: int | None = None
    amount_to: int | None = None
    duration_from: str = ""
    duration_to: str = ""
    degree: str = ""
    status: SanctionStatus | None = None
    regulation: str = ""
    provisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of article text that names something.

    Attributes:
        start: First character.
        end: One past the last character.
        text: The words, as they stand in the article.
        type: What is named.
        target: Key of an entity (a person's for references), id of a regulation ("pp/2021/94") or kind of a sanction
            ("denda").
        how: For regulations, how it is named.
        provisions: For regulations, pin cites of this very mention ("pasal 5 ayat (1)").
        pins: For regulations, where those provisions stand in the text.
        antecedent: For references to regulations, the place of the citation they point at.
        issuer_from: For regulations whose id names an issuer, what tells it.
        in_force: For regulations, whether the rule was in force on the day of the article; None where not known.
        detail: For sanctions, amount or duration as written.
        penalty: For sanctions, what else the text says of it.
    """

    start: int
    end: int
    text: str
    type: MentionType
    target: str
    how: How | None = None
    provisions: tuple[str, ...] = ()
    pins: tuple[Pin, ...] = ()
    antecedent: Offsets | None = None
    issuer_from: IssuerFrom | None = None
    in_force: bool | None = None
    detail: str = ""
    penalty: Penalty | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegulationUse:
    """A regulation the article cites, its pin cites, and what the article says it does to other rules."""

    id: str
    provisions: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()
    revokes: tuple[str, ...] = ()
    enacts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionUse:
    """A sanction the article names; ``detail`` is its amount or duration as written."""

    kind: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A modality of a statement, and the first words that tell it: in its content, or its cue ("menduga")."""

    kind: Modality
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody said, by the words that show it.

    Attributes:
        speaker: Key of the person or institution that speaks; "" for an unnamed or unresolved source.
        speaker_name: Name of that entity; for unnamed sources "?" and the words ("?seorang warga").
        mode: Direct, indirect or mixed.
        cue: Place of the reporting word, or None for a continuation.
        source: Place of the noun phrase at the attribution, or None.
        spans: Places of the content, in text order, without quotation marks.
        regulations: Ids of the rules it speaks of, by name or by reference.
        sanctions: Kinds of the sanctions it speaks of.
        confidence: 0 to 1.
        pattern: What the confidence was counted by: how the words are attributed and what tells the speaker.
        act: What the speaker does by saying it.
        act_at: Place of the words that tell the act: the cue, or words of the content; None where nothing tells it.
        modality: Polarity and modality, each kind at most once.
    """

    speaker: str
    speaker_name: str
    mode: Mode
    cue: Offsets | None = None
    source: Offsets | None = None
    spans: tuple[Offsets, ...]
    regulations: tuple[str, ...] = ()
    sanctions: tuple[str, ...] = ()
    confidence: float = 1.0
    pattern: str = ""
    act: Act = Act.STATES
    act_at: Offsets | None = None
    modality: tuple[Mark, ...] = ()
