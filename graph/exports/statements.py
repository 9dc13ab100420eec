"""Statements with all that is said of them in one row, in the order of their articles."""

from collections.abc import Iterator
from typing import NamedTuple

from graph.exports.names import end_with_address, make_addresses
from graph.exports.reading import GraphTables


class Spoken(NamedTuple):
    """A statement.

    Attributes:
        article: Id of its article.
        id: Its own id.
        url: The address that the article is called by, or None.
        text: Its words.
        mode: direct, indirect or mixed.
        confidence: 0 to 1.
        date: Day of the article, or "".
        act: What is done by saying it.
        speaker_name: Name of the speaker; "?" and the words for an unnamed source.
        spans: start, end, start, end, ... of the words in the article's text.
        speaker: Label and id of the speaker, or None.
        post: Post and place of the speaker as the article states them, or "".
        how: What tells the speaker: named, or post where the article names only the post; or "".
        rules: Ids of the rules it speaks of.
        sanctions: Ids of the sanctions it speaks of.
    """

    article: str
    id: str
    url: str | None
    text: str
    mode: str
    confidence: float
    date: str
    act: str
    speaker_name: str
    spans: list[int]
    speaker: tuple[str, str] | None
    post: str
    how: str
    rules: list[str]
    sanctions: list[str]

    @property
    def found(self) -> str:
        """How it was read, in words: act, mode, confidence, and whether only the post tells who spoke."""
        told = f"{self.act}, {self.mode}, confidence {self.confidence:.2f}"
        return f"{told}, speaker known by the post alone" if self.how == "post" else told


def statements(tables: GraphTables) -> Iterator[Spoken]:
    """Every statement, by the id of its article, then by its own."""
    make_addresses(tables)
    address, joined = end_with_address("Article", "r", "target_id")
    said = " UNION ALL ".join(
        f"SELECT '{label}' AS label, source_id, target_id, post, how FROM {tables[f'SAID:{label}:Statement']}"
        for label in ("Person", "Institution")
    )
    for label, speaker, *row in tables.rows(f"""
        SELECT w.label, w.source_id, r.target_id, s.id, {address}, s.text, s.mode, s.confidence, s.date, s.act,
            s.speaker_name, r.spans, coalesce(w.post, ''), coalesce(w.how, ''), c.ids, i.ids
        FROM {tables["Statement"]} s JOIN {tables["REPORTED_IN:Statement:Article"]} r ON r.source_id = s.id {joined}
        LEFT JOIN ({said}) w ON w.target_id = s.id
        LEFT JOIN ({_targets(tables, "CITES:Statement:Regulation")}) c ON c.source_id = s.id
        LEFT JOIN ({_targets(tables, "INVOKES:Statement:Sanction")}) i ON i.source_id = s.id
        ORDER BY r.target_id, s.id
    """):
        *told, post, how, rules, sanctions = row
        yield Spoken._make([*told, (label, speaker) if label else None, post, how, rules or [], sanctions or []])


def _targets(tables: GraphTables, name: str) -> str:
    return (
        f"SELECT source_id, list(DISTINCT target_id ORDER BY target_id) AS ids FROM {tables[name]} GROUP BY source_id"
    )
