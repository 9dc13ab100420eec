"""A whole record, and its JSON Lines form: written without what is empty, checked when it is read."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

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
from extract.record.values import (
    Entity,
    Mark,
    Mention,
    Penalty,
    Pin,
    RegulationUse,
    Role,
    SanctionUse,
    Statement,
)


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
