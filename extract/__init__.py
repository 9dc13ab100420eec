"""From articles to extraction records: who is named, which rules and sanctions, who said what.

>>> from corpus import Article
>>> from extract import extract_record
>>> record = extract_record(Article(id="a", text="Menurut Wali Kota Rantau Seberang Budi Hartawan, warung boleh buka."))
>>> [(s.speaker_name, s.mode.value) for s in record.statements]
[('Budi Hartawan', 'indirect')]
"""

from typing import TYPE_CHECKING

from corpus.lazily import lazily

if TYPE_CHECKING:
    from extract.errors import ExtractError
    from extract.pipeline import (
        extract_file,
        extract_record,
        extract_records,
        extractor_version,
        load_pipeline,
    )
    from extract.record import (
        Act,
        Entity,
        EntityType,
        How,
        IssuerFrom,
        Mark,
        Mention,
        MentionType,
        Modality,
        Mode,
        Penalty,
        Record,
        RegulationUse,
        Role,
        RoleStatus,
        SanctionStatus,
        SanctionUse,
        Statement,
    )
    from extract.rules import (
        Citation,
        SanctionMention,
        akn_address,
        find_citations,
        find_html_citations,
        find_sanctions,
        mark_html,
        mark_text,
        text_as_html,
        title_of,
    )
else:
    __getattr__ = lazily(
        __name__,
        {
            "extract.errors": ["ExtractError"],
            "extract.pipeline": [
                "extract_file",
                "extract_record",
                "extract_records",
                "extractor_version",
                "load_pipeline",
            ],
            "extract.record": [
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
                "Penalty",
                "Record",
                "RegulationUse",
                "Role",
                "RoleStatus",
                "SanctionStatus",
                "SanctionUse",
                "Statement",
            ],
            "extract.rules": [
                "Citation",
                "SanctionMention",
                "akn_address",
                "find_citations",
                "find_html_citations",
                "find_sanctions",
                "mark_html",
                "mark_text",
                "text_as_html",
                "title_of",
            ],
        },
    )

__all__ = [
    "Act",
    "Citation",
    "Entity",
    "EntityType",
    "ExtractError",
    "How",
    "IssuerFrom",
    "Mark",
    "Mention",
    "MentionType",
    "Modality",
    "Mode",
    "Penalty",
    "Record",
    "RegulationUse",
    "Role",
    "RoleStatus",
    "SanctionMention",
    "SanctionStatus",
    "SanctionUse",
    "Statement",
    "akn_address",
    "extract_file",
    "extract_record",
    "extract_records",
    "extractor_version",
    "find_citations",
    "find_html_citations",
    "find_sanctions",
    "load_pipeline",
    "mark_html",
    "mark_text",
    "text_as_html",
    "title_of",
]
