"""The extraction record: what one article says, with the place of every word that says it.

It is the contract between ``extract`` and everyone else. Offsets are characters of ``article.text``, end
exclusive, and ``article.text[m.start:m.end] == m.text`` holds for every mention.
"""

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
    Offsets,
    Penalty,
    Pin,
    RegulationUse,
    Role,
    SanctionUse,
    Statement,
)
from extract.record.whole import Record

__all__ = [
    "Act",
    "Entity",
    "EntityType",
    "How",
    "IssuerFrom",
    "Mark",
    "Mention",
    "MentionType",
    "Modality",
    "Mode",
    "Offsets",
    "Penalty",
    "Pin",
    "Record",
    "RegulationUse",
    "Role",
    "RoleStatus",
    "SanctionStatus",
    "SanctionUse",
    "Statement",
]
