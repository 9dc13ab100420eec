from dataclasses import replace
from typing import Any

import pytest

from corpus.article import Article
from extract.record import How, IssuerFrom, Mention, MentionType, Mode, Pin, Record, RegulationUse, Statement
from extract.rules.registry import KnownRule
from graph.layout import tables
from graph.resolve import resolve
from graph.rules import registry_rows

PERDA = "perda-kota-kenari/2018/3"
TEXT = "Perda Nomor 3 Tahun 2018 berlaku, kata Sutan. Perda itu tegas, katanya. Aturan dari pusat juga ada."
COLUMNS = {spec.name: [column.name for column in spec.columns] for spec in tables()}


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def named(words: str, target: str = PERDA, **more: Any) -> Mention:
    start, end = at(words)
    return Mention(start=start, end=end, text=words, type=MentionType.REGULATION, target=target, **more)


FULL = named("Perda Nomor 3 Tahun 2018", how=How.EXPLICIT, issuer_from=IssuerFrom.PLACE, in_force=False)
REFERENCE = named("Perda itu", how=How.ANAPHORA, antecedent=at("Perda Nomor 3 Tahun 2018"))


def statement(words: str, *rules: str) -> Statement:
    return Statement(speaker="", speaker_name="?", mode=Mode.INDIRECT, spans=(at(words),), regulations=rules)


def citations(label: str, *mentions: Mention, said: Statement | None = None) -> list[dict[str, Any]]:
    record = Record(
        id="a1", mentions=mentions, regulations=(RegulationUse(id=PERDA),), statements=(said,) if said else ()
    )
    table = f"CITES:{label}:Regulation"
    found = resolve(Article(id="a1", text=TEXT), record)
    return [dict(zip(COLUMNS[table], row.values, strict=True)) for row in found if row.table == table]


def known(id_: str, title: str = "Judul", **more: Any) -> KnownRule:
    return KnownRule(id=id_, title=title, checked="test", **more)


def joined(cited: set[str], *rules: KnownRule) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in registry_rows(cited, {rule.id: rule for rule in rules}):
        values = dict(zip(COLUMNS[row.table], row.values, strict=True))
        found.setdefault(row.table.partition(":")[0], []).append(values)
    return found


def test_a_citation_tells_the_place_of_its_words() -> None:
    (edge,) = citations("Statement", FULL, said=statement("Perda Nomor 3 Tahun 2018 berlaku", PERDA))
    assert TEXT[slice(*edge["at"])] == edge["surface"] == "Perda Nomor 3 Tahun 2018"
    assert (edge["antecedent"], edge["issuer_from"], edge["in_force"]) == ([], "place", False)


def test_an_article_has_every_place_that_names_a_rule_or_a_provision_of_it() -> None:
    start, end = at("Aturan dari pusat")
    pinned = replace(FULL, provisions=("pasal 5",), pins=(Pin(start=start, end=end, provisions=("pasal 5",)),))
    (edge,) = citations("Article", REFERENCE, pinned)
    assert edge["places"] == [*at(FULL.text), *at("Perda itu"), start, end]
    (said,) = citations("Statement", pinned, said=statement("Perda Nomor 3 Tahun 2018 berlaku", PERDA))
    assert said["places"] == said["at"] == list(at(FULL.text))


def test_a_reference_leads_to_the_citation_it_points_at() -> None:
    (edge,) = citations("Statement", FULL, REFERENCE, said=statement("Perda itu tegas", PERDA))
    assert (TEXT[slice(*edge["at"])], edge["how"]) == ("Perda itu", "anaphora")
    assert TEXT[slice(*edge["antecedent"])] == FULL.text


def test_a_statement_that_names_no_more_than_a_provision_cites_the_rule_it_pins() -> None:
    start, end = at("Aturan dari pusat")
    pinned = replace(FULL, provisions=("pasal 5",), pins=(Pin(start=start, end=end, provisions=("pasal 5",)),))
    (edge,) = citations("Statement", pinned, said=statement("Aturan dari pusat juga ada", PERDA))
    assert (edge["surface"], edge["how"], edge["provisions"]) == ("Aturan dari pusat", "anaphora", ["pasal 5"])
    assert TEXT[slice(*edge["antecedent"])] == FULL.text


def test_a_statement_gets_only_the_provisions_that_stand_in_its_words() -> None:
    start, end = at("Aturan dari pusat")
    pinned = replace(FULL, provisions=("pasal 5",), pins=(Pin(start=start, end=end, provisions=("pasal 5",)),))
    (edge,) = citations("Statement", pinned, said=statement("Perda Nomor 3 Tahun 2018 berlaku", PERDA))
    assert edge["provisions"] == []


def test_what_is_known_of_a_rule_on_that_day_holds_for_every_mention_of_it_in_the_article() -> None:
    (edge,) = citations("Statement", FULL, REFERENCE, said=statement("Perda itu tegas", PERDA))
    assert (edge["issuer_from"], edge["in_force"]) == ("place", False)


def test_the_first_words_of_the_text_count_in_whatever_order_mentions_come() -> None:
    assert citations("Article", FULL, REFERENCE) == citations("Article", REFERENCE, FULL)
    assert citations("Article", REFERENCE, FULL)[0]["at"] == list(at(FULL.text))


@pytest.mark.parametrize("in_force", [True, False, None])
def test_whether_a_rule_was_in_force_stays_open_where_nobody_knows(in_force: bool | None) -> None:
    (edge,) = citations("Article", replace(FULL, in_force=in_force))
    assert edge["in_force"] is in_force


def test_a_rule_that_no_words_name_has_no_place() -> None:
    (edge,) = citations("Statement", said=statement("Aturan dari pusat juga ada", PERDA))
    assert (edge["surface"], edge["at"], edge["how"], edge["in_force"]) == ("", [], "anaphora", None)


def test_the_registry_gives_a_cited_rule_its_title_and_its_days() -> None:
    rule = known("pp/2010/53", "Disiplin", in_force_from="2010-06-06", in_force_until="2021")
    (row,) = joined({"pp/2010/53"}, rule)["Regulation"]
    assert (row["title"], row["in_force_from"], row["in_force_until"]) == ("Disiplin", "2010-06-06", "2021")
    assert (row["type"], row["year"], row["akn"]) == ("pp", 2010, "/akn/id/act/pp/2010/53")


@pytest.mark.parametrize("cited", ["pp/2021/94", "pp/2010/53"])
def test_a_relation_is_found_from_either_of_its_rules(cited: str) -> None:
    found = joined({cited}, known("pp/2021/94", revokes=("pp/2010/53",)))
    assert found["REVOKES"] == [{"source": "pp/2021/94", "target": "pp/2010/53", "articles": 0, "registry": True}]
    assert [(row["id"], row["title"]) for row in found["Regulation"]] == [("pp/2010/53", ""), ("pp/2021/94", "Judul")]


def test_relations_go_one_step_and_no_further() -> None:
    chain = known("uu/2015/1", amends=("uu/2014/9",)), known("uu/2016/10", amends=("uu/2015/1",))
    assert [row["id"] for row in joined({"uu/2014/9"}, *chain)["Regulation"]] == ["uu/2014/9", "uu/2015/1"]


def test_rules_that_nobody_cites_stay_out() -> None:
    assert joined(set(), known("uu/1999/40")) == {}
    assert [row["id"] for row in joined({PERDA}, known("uu/1999/40"))["Regulation"]] == [PERDA]
