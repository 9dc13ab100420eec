"""The extraction record: what one article says, with the place of every word that says it.

It is the contract between ``extract`` and everyone else. Offsets are characters of ``article.text``, end
exclusive, and ``article.text[m.start:m.end] == m.text`` holds for every mention.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class EntityType(StrEnum):
    """What an entity is."""

    PERSON = "PERSON"
    INSTITUTION = "INSTITUTION"
    REGION = "REGION"


class MentionType(StrEnum):
    """What a mention names."""

    PERSON = "PERSON"
    INSTITUTION = "INSTITUTION"
    REGION = "REGION"
    REGULATION = "REGULATION"
    SANCTION = "SANCTION"
    REFERENCE = "REFERENCE"  # a person without a name: "Ia", "Wali Kota", "Pj Sekkot"


class RoleStatus(StrEnum):
    """Whether a post is held now, as its words say it."""

    CURRENT = ""
    FORMER = "former"  # "mantan", "eks", "bekas"
    DESIGNATE = "designate"  # wanted or won, not yet held: "calon", "bakal calon", "terpilih"
    ACTING = "acting"  # held for another: "Pj", "Plt", "Plh", "Pjs"


class How(StrEnum):
    """How a mention of a regulation names it."""

    EXPLICIT = "explicit"
    NICKNAME = "nickname"
    ANAPHORA = "anaphora"


class IssuerFrom(StrEnum):
    """What tells who issued a rule: why an id says "perda-kota-metro" and not just "perda"."""

    CITATION = "citation"  # the words themselves: "Perda Kota Metro Nomor 3 Tahun 2018", "Permendagri"
    SAME_NUMBER = "same-number"  # another citation of this number in the article names the issuer
    PLACE = "place"  # the region the article is about
    SAME_TYPE = "same-type"  # another rule of this type in the article
    OFFICE = "office"  # the one governor, regent or mayor, or government, that the article names with its place


class SanctionStatus(StrEnum):
    """How far a penalty has come, as the text says it."""

    THREATENED = "threatened"  # a rule provides for it: "diancam pidana penjara paling lama 6 bulan"
    POSSIBLE = "possible"  # it may come, is asked for or announced: "bisa didenda", "dituntut 5 tahun penjara"
    IMPOSED = "imposed"  # it has been given: "dijatuhi sanksi", "divonis", "dicopot"
    DENIED = "denied"  # it has not or will not: "tidak dikenai sanksi", "tanpa denda"


class Mode(StrEnum):
    """How a statement is reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What somebody does by saying something; ``extract/speech/speech_acts.py`` has the rules."""

    STATES = "states"  # whatever is none of the others: tells, assesses, hopes, asks
    WARNS = "warns"  # of something to be avoided: "memperingatkan", "jangan sampai"
    URGES = "urges"  # wants somebody to do or leave something: "mengimbau", "meminta", "mari"
    FORBIDS = "forbids"  # says that something must not be done: "melarang", "tidak boleh"
    PROMISES = "promises"  # binds the speaker, or those spoken for, to do something: "berjanji", "kami akan"
    DENIES = "denies"  # says that a claim is not true: "membantah", "itu tidak benar"
    PROPOSES = "proposes"  # puts something forward for others to decide: "mengusulkan", "sebaiknya"
    ANNOUNCES_SANCTION = "announces-sanction"  # a penalty is, will or would be given: "akan kami tindak tegas"


class Modality(StrEnum):
    """Polarity and modality of what is said: how the main clause holds."""

    NEGATED = "negated"  # "tidak", "bukan", "belum", "jangan"
    CONDITIONAL = "conditional"  # under a condition that is told: "jika", "apabila", "kalau"
    POSSIBLE = "possible"  # may be so or may happen: "mungkin", "diduga", "bisa berakibat"
    OBLIGED = "obliged"  # must, should or must not: "wajib", "harus", "tidak boleh"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Everything found in one article; ``id`` is the article's."""

    id: str
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    regulations: tuple[RegulationUse, ...] = ()
    sanctions: tuple[SanctionUse, ...] = ()
    statements: tuple[Statement, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The JSON Lines form; optional fields that are empty are left out."""
        row = asdict(self)
        for entity in row["entities"]:
            _drop_empty(entity, "honorifics", "degrees", "code")
            for role in entity["roles"]:
                _drop_empty(role, "status")
        for mention in row["mentions"]:
            for inner in (*mention["pins"], mention["penalty"] or {}):
                _drop_empty(inner, *inner)
            _drop_empty(mention, *_OPTIONAL)
        for regulation in row["regulations"]:
            _drop_empty(regulation, "amends", "revokes", "enacts")
        for statement in row["statements"]:
            _drop_empty(statement, "act_at", "modality")
        return row

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> "Record":
        """Read the JSON Lines form back.

        Raises:
            KeyError: A field that has no default is missing.
            ValueError: A closed set ("type", "mode", "act", "how", "status") holds a value outside it.
        """
        return cls(
            id=row["id"],
            entities=tuple(_entity(e) for e in row.get("entities", ())),
            mentions=tuple(_mention(m) for m in row.get("mentions", ())),
            regulations=tuple(RegulationUse(**_tuples(r)) for r in row.get("regulations", ())),
            sanctions=tuple(SanctionUse(**s) for s in row.get("sanctions", ())),
            statements=tuple(_statement(s) for s in row.get("statements", ())),
        )


_OPTIONAL = ("how", "provisions", "pins", "antecedent", "issuer_from", "in_force", "detail", "penalty")


def _drop_empty(row: dict[str, Any], *names: str) -> None:
    for name in tuple(names):
        if row[name] in (None, "", ()):
            del row[name]


def _tuples(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}


def _entity(row: Mapping[str, Any]) -> Entity:
    roles = tuple(Role(**{**role, "status": RoleStatus(role.get("status", ""))}) for role in row.get("roles", ()))
    return Entity(**{**_tuples(row), "type": EntityType(row["type"]), "roles": roles})


def _mention(row: Mapping[str, Any]) -> Mention:
    sets: Mapping[str, Callable[[Any], Any]] = {
        "type": MentionType,
        "how": How,
        "issuer_from": IssuerFrom,
        "pins": lambda pins: tuple(Pin(**_tuples(pin)) for pin in pins),
        "penalty": _penalty,
    }
    read = {name: make(row[name]) for name, make in sets.items() if row.get(name)}
    return Mention(**{**_tuples(row), **read})


def _penalty(row: Mapping[str, Any]) -> Penalty:
    status = SanctionStatus(row["status"]) if row.get("status") else None
    return Penalty(**{**_tuples(row), "status": status})


def _statement(row: Mapping[str, Any]) -> Statement:
    read = {
        "mode": Mode(row["mode"]),
        "spans": tuple((start, end) for start, end in row["spans"]),
        "act": Act(row.get("act", Act.STATES)),
        "modality": tuple(Mark(**{**mark, "kind": Modality(mark["kind"])}) for mark in row.get("modality", ())),
    }
    return Statement(**{**_tuples(row), **read})
