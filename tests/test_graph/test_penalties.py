from typing import Any

import pytest

from corpus.article import Article
from extract.record import Mention, MentionType, Mode, Penalty, Record, SanctionStatus, SanctionUse, Statement
from graph.layout import tables
from graph.penalties import days_of
from graph.resolve import resolve

TEXT = "Pelanggar didenda Rp5 juta atau denda Rp9 juta, kata Sutan. Bujang divonis 5 tahun penjara."
SAID = "Pelanggar didenda Rp5 juta atau denda Rp9 juta"
COLUMNS = [column.name for spec in tables() if spec.name == "INVOKES:Article:Sanction" for column in spec.columns]
TERM = Penalty(duration_from="P5Y", duration_to="P5Y", status=SanctionStatus.IMPOSED, regulation="uu/2009/35")


def fine(words: str, amount: int, **more: Any) -> Mention:
    return named(words, "denda", Penalty(amount_from=amount, amount_to=amount, **more))


def named(words: str, kind: str, penalty: Penalty | None, detail: str = "") -> Mention:
    start = TEXT.index(words)
    return Mention(
        start=start,
        end=start + len(words),
        text=words,
        type=MentionType.SANCTION,
        target=kind,
        detail=detail,
        penalty=penalty,
    )


def invoked(label: str, *mentions: Mention, uses: tuple[SanctionUse, ...] = ()) -> list[dict[str, Any]]:
    kinds = tuple(dict.fromkeys(m.target for m in mentions))
    said = Statement(
        speaker="", speaker_name="?", mode=Mode.INDIRECT, spans=((0, len(SAID)),), sanctions=kinds or ("denda",)
    )
    used = uses or tuple(SanctionUse(kind=kind) for kind in kinds)
    record = Record(id="a1", mentions=mentions, sanctions=used, statements=(said,))
    found = list(resolve(Article(id="a1", text=TEXT), record))
    assert len({row.values for row in found if row.table == "Sanction"}) == len({u.kind for u in used} | set(kinds))
    edges = [row.values for row in found if row.table == f"INVOKES:{label}:Sanction"]
    return [dict(zip(COLUMNS, values, strict=True)) for values in edges]


def test_two_penalties_of_one_kind_in_one_statement_stay_two() -> None:
    edges = invoked("Statement", fine("didenda Rp5 juta", 5_000_000), fine("denda Rp9 juta", 9_000_000))
    assert [(TEXT[slice(*e["at"])], e["amount_to"]) for e in edges] == [
        ("didenda Rp5 juta", 5_000_000),
        ("denda Rp9 juta", 9_000_000),
    ]


def test_penalties_that_differ_in_the_rule_alone_stay_two() -> None:
    mentions = [fine(w, 5, regulation=r) for w, r in (("didenda", "uu/2009/22"), ("denda Rp9", "uu/2009/35"))]
    assert [edge["regulation"] for edge in invoked("Statement", *mentions)] == ["uu/2009/22", "uu/2009/35"]


def test_the_same_penalty_is_told_once_with_the_place_of_its_first_words() -> None:
    (edge,) = invoked("Statement", fine("didenda Rp5 juta", 5), fine("denda Rp9 juta", 5))
    assert edge["surface"] == "didenda Rp5 juta"
    assert edge["at"] == edge["places"][:2]
    assert TEXT[slice(*edge["places"][2:])] == "denda Rp9 juta"


def test_a_penalty_in_the_narrative_is_found_through_its_article() -> None:
    term = named("5 tahun penjara", "penjara", TERM, detail="5 tahun")
    (edge,) = invoked("Article", term)
    assert (edge["duration_to"], edge["days"], edge["status"], edge["regulation"]) == (
        "P5Y",
        1825,
        "imposed",
        "uu/2009/35",
    )
    (outside,) = invoked("Statement", term)
    assert (outside["at"], outside["surface"], outside["status"]) == ([], "", "")


def test_the_rule_a_penalty_comes_from_is_in_the_graph_also_where_it_is_not_cited() -> None:
    record = Record(id="a1", mentions=(named("5 tahun penjara", "penjara", TERM),))
    found = resolve(Article(id="a1", text=TEXT), record)
    assert [row.values[0] for row in found if row.table == "Regulation"] == ["uu/2009/35"]


def test_what_the_text_does_not_say_is_null_or_empty() -> None:
    (edge,) = invoked("Statement", named("denda", "denda", None))
    assert {n: edge[n] for n in ("amount_from", "amount_to", "days")} == dict.fromkeys(
        ("amount_from", "amount_to", "days")
    )
    assert {edge[name] for name in ("duration_from", "duration_to", "degree", "status", "regulation")} == {""}
    assert edge["provisions"] == []


def test_a_sanction_of_the_article_that_no_mention_tells_of_keeps_its_details() -> None:
    uses = (SanctionUse(kind="denda", detail="Rp5 juta"), SanctionUse(kind="denda", detail="Rp9 juta"))
    assert [edge["detail"] for edge in invoked("Article", uses=uses)] == ["Rp5 juta", "Rp9 juta"]


@pytest.mark.parametrize(
    ("duration", "days"),
    [
        ("P5Y", 1825),
        ("P1Y6M", 547),
        ("P12M", 365),
        ("P2W", 14),
        ("P28D", 28),
        ("lifelong", None),
        ("", None),
        ("PT24H", None),
    ],
)
def test_days_of_a_duration(duration: str, days: int | None) -> None:
    assert days_of(duration) == days
