import re
import threading
from pathlib import Path
from typing import Any

import pytest

from corpus.article import Article
from extract.record import Mention, MentionType, Penalty, Record, RegulationUse, SanctionStatus, SanctionUse
from extract.rules.registry import KnownRule
from graph.engine import Graph
from graph.errors import ParameterError, QueryFileError, QueryNameError
from graph.loading import build_graph
from graph.questions import NamedQuery, named_queries, named_query, parse

Pair = tuple[Article, Record]
QUERIES = list(named_queries().values())
ALL = pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
SAMPLE = "// What.\n//\n// $id text: an id. Example: x\n// $limit integer = 5: rows.\nRETURN $id AS a, $limit AS b\n"


def arguments(graph: Graph, query: NamedQuery) -> dict[str, Any]:
    """Values for what must be given, such as the small graph has."""

    def first(label: str) -> str:
        table = graph.run(f"MATCH (n:{label}) RETURN n.id ORDER BY n.id DESC LIMIT 1")
        return str(table.rows[0][0]) if table else "x"

    labels = {
        "statement": "Statement",
        "article": "Article",
        "rule": "Regulation",
        "person": "Person",
        "institution": "Institution",
    }
    given = {}
    for parameter in query.parameters:
        kind = re.match(r"id of (?:the|a) (\w+)", parameter.help)
        if parameter.default is None:
            given[parameter.name] = first(labels[kind[1]]) if kind else parameter.example or "a"
    return given


@ALL
def test_every_query_runs_on_an_empty_graph(empty_graph: Graph, query: NamedQuery) -> None:
    table = empty_graph.ask(query.name, **arguments(empty_graph, query))
    assert all(cell in (0, "", []) for row in table.rows for cell in row)


@ALL
def test_every_query_answers_the_same_twice(small_graph: Graph, query: NamedQuery) -> None:
    given = arguments(small_graph, query)
    assert small_graph.ask(query.name, **given) == small_graph.ask(query.name, **given)


@ALL
def test_every_query_that_may_give_several_rows_orders_them(query: NamedQuery) -> None:
    returned = query.text.rpartition("RETURN")[2]
    assert "ORDER BY" in returned or returned.strip().startswith("count(")


@ALL
def test_every_query_explains_its_parameters(query: NamedQuery) -> None:
    assert query.help.endswith(".")
    for parameter in query.parameters:
        assert parameter.default is not None or parameter.example, parameter


@ALL
def test_rows_that_say_who_said_what_name_article_day_and_words(query: NamedQuery) -> None:
    answer = query.text.rpartition("RETURN")[2].partition("ORDER BY")[0]
    returned = re.findall(r"(?:AS |, )(\w+)(?=,|\n)", answer)
    if "words" in returned and "by-id" not in query.name:
        assert returned[:7] == ["speaker", "post", "words", "date", "title", "outlet", "url"]
        assert returned[returned.index("statement") :][:4] == ["statement", "article", "speaker_id", "speaker_kind"]
        assert set(returned[returned.index("speaker_kind") + 1 :]) <= {"institution_id"}, "ids stand last"


def test_the_list_of_questions_shows_the_first_line_of_every_help_whole() -> None:
    room = 72 - max(len(query.name) for query in QUERIES)  # of a terminal with 80 columns
    assert [query.help for query in QUERIES if len(query.help.partition("\n")[0]) > room] == []


def test_who_spoke_about_a_rule(small_graph: Graph) -> None:
    rows = list(small_graph.ask("who-spoke-about-rule", rule="uu/2014/5").dicts())
    assert [(row["speaker"], row["date"]) for row in rows] == [
        ("Hasan", "2024-03-05"),
        ("Sarmila Dewanti", "2023-09-02"),
        ("?Seorang warga", "2023-09-02"),
        ("Sarmila Dewanti", "2023-09-01"),
        ("?Seorang warga", "2023-09-01"),
    ]
    assert rows[0]["words"] == "pelanggar UU ASN terancam pemberhentian tidak dengan hormat"
    assert rows[0]["url"] == "https://warta.example/hasan"
    assert rows[0]["post"] == "Penjabat Wali Kota, Kota Tanjung Kenari"
    assert rows[0]["how"] == "nickname"
    assert rows[1]["provisions"] == ["pasal 2"]


def test_rules_of_a_person_by_part_of_the_name_in_any_case(small_graph: Graph) -> None:
    rows = list(small_graph.ask("rules-of-person", person="HASA").dicts())
    assert {row["rule"] for row in rows} == {"uu/2014/5", "pp/2021/94"}
    assert len({row["speaker_id"] for row in rows}) == 2


def test_sanctions_for_a_rule_and_at_all(small_graph: Graph) -> None:
    rows = list(small_graph.ask("sanctions-for-rule", rule="uu/2014/5").dicts())
    assert [(row["sanction"], row["speaker"]) for row in rows] == [
        ("pemberhentian", "Hasan"),
        ("teguran-tertulis", "Sarmila Dewanti"),
        ("teguran-tertulis", "Sarmila Dewanti"),
    ]
    assert len(small_graph.ask("sanctions-for-rule")) == 3
    assert not small_graph.ask("sanctions-for-rule", rule="pp/2021/94")
    said, only_beside = rows[:2]
    assert (said["status"], said["degree"], said["rule_from"]) == ("threatened", "berat", "text")
    assert (only_beside["status"], only_beside["rule_from"]) == ("", "same-statement")


def test_sanctions_of_a_statement_and_of_articles(small_graph: Graph) -> None:
    (row,) = small_graph.ask("sanctions-in-articles", status="threatened").dicts()
    assert (row["sanction"], row["worded"], row["rule"]) == (
        "pemberhentian",
        "pemberhentian tidak dengan hormat",
        "uu/2014/5",
    )
    assert len(small_graph.ask("sanctions-in-articles")) == 3
    (found,) = small_graph.ask("find-statements", words="terancam").dicts()
    (invoked,) = small_graph.ask("sanctions-of-statement", id=found["statement"]).dicts()
    assert invoked["at"] == row["at"]


def test_fines_and_terms_come_largest_first(tmp_path: Path) -> None:
    def told(kind: str, start: int, **more: Any) -> Mention:
        penalty = Penalty(**more)
        return Mention(start=start, end=start + 1, text="x", type=MentionType.SANCTION, target=kind, penalty=penalty)

    mentions = (
        told("denda", 0, amount_to=5_000_000, status=SanctionStatus.IMPOSED),
        told("denda", 1, amount_from=9_000_000),
        told("penjara", 2, duration_from="P6M", duration_to="P5Y"),
        told("penjara", 3, duration_from="lifelong", duration_to="lifelong", regulation="uu/2009/35"),
        told("kurungan", 4, duration_from="P3M"),
    )
    uses = tuple(SanctionUse(kind=kind) for kind in ("denda", "penjara", "kurungan"))
    record = Record(id="a1", mentions=mentions, sanctions=uses)
    build_graph([(Article(id="a1", text="xxxxx"), record)], tmp_path / "g")
    with Graph.open(tmp_path / "g") as graph:
        assert [row["amount"] for row in graph.ask("largest-fines").dicts()] == [9_000_000, 5_000_000]
        assert [row["amount"] for row in graph.ask("largest-fines", status="imposed").dicts()] == [5_000_000]
        terms = [(row["term"], row["days"]) for row in graph.ask("longest-terms").dicts()]
        assert terms == [("lifelong", None), ("P5Y", 1825), ("P3M", 91)]
        assert [row["sanction"] for row in graph.ask("longest-terms", rule="uu/2009/35").dicts()] == ["penjara"]


def test_a_rule_that_had_fallen_when_it_was_cited(small_graph: Graph) -> None:
    (row,) = small_graph.ask("fallen-rules").dicts()
    assert (row["speaker"], row["date"], row["cited_as"]) == ("Hasan", "2024-03-05", "UU ASN")
    assert (row["rule"], row["until"], row["revoked_by"]) == ("uu/2014/5", "2023-10-31", ["uu/2023/20"])
    assert not small_graph.ask("fallen-rules", rule="pp/2021/94")
    (cited,) = small_graph.ask("rules-of-statement", id=row["statement"]).dicts()
    assert (cited["in_force"], cited["in_force_until"]) == (False, "2023-10-31")


def test_a_rule_that_is_not_yet_in_force_has_not_fallen(tmp_path: Path, small_corpus: list[Pair]) -> None:
    coming = KnownRule(id="uu/2014/5", title="Aparatur", in_force_from="2030-01-02", checked="test")
    build_graph(small_corpus, tmp_path / "g", registry={coming.id: coming})
    with Graph.open(tmp_path / "g") as graph:
        assert not graph.ask("fallen-rules")


def test_the_history_of_a_rule_goes_both_ways_in_time(small_graph: Graph) -> None:
    for rule in ("uu/2014/5", "uu/2023/20"):
        (row,) = small_graph.ask("rule-history", rule=rule).dicts()
        assert (row["rule"], row["does"], row["other_rule"]) == ("uu/2023/20", ["revokes"], "uu/2014/5")
        assert (row["registry"], row["articles"]) == (True, 0)
    (row,) = small_graph.ask("rule-history", rule="pp/2010/53").dicts()
    assert (row["registry"], row["articles"]) == (True, 1), "an article and the registry say the same"


def test_the_history_of_a_rule_that_does_two_things_to_another_is_one_row(tmp_path: Path) -> None:
    rules = (
        KnownRule(id="uu/2015/1", title="A", enacts=("perppu/2014/1",), checked="test"),
        KnownRule(id="uu/2015/8", title="B", amends=("uu/2015/1",), revokes=("uu/2015/1",), checked="test"),
    )
    record = Record(id="a1", regulations=(RegulationUse(id="uu/2015/1"),))
    pairs = [(Article(id="a1", text="Teks."), record)]
    build_graph(pairs, tmp_path / "g", registry={rule.id: rule for rule in rules})
    with Graph.open(tmp_path / "g") as graph:
        rows = [
            (row["rule"], row["does"], row["other_rule"]) for row in graph.ask("rule-history", rule="uu/2015/1").dicts()
        ]
    assert rows == [
        ("uu/2015/1", ["enacts"], "perppu/2014/1"),
        ("uu/2015/8", ["amends", "revokes"], "uu/2015/1"),
    ]


def test_holders_of_a_post_by_region(small_graph: Graph) -> None:
    rows = list(small_graph.ask("holders-of-post", post="Ketua", place="sungai lada").dicts())
    assert [(row["person"], row["place"], row["first_seen"], row["last_seen"]) for row in rows] == [
        ("Sarmila Dewanti", "Bawaslu Kota Sungai Lada", "2023-09-01", "2023-09-02")
    ]
    assert not small_graph.ask("holders-of-post", post="ketua", place="kenari")


def test_holders_of_any_post_and_the_posts_of_one_person(small_graph: Graph) -> None:
    rows = list(small_graph.ask("holders-of-post", post="").dicts())
    assert [row["person"] for row in rows] == ["Hasan", "Sarmila Dewanti", "Hasan"]
    assert [row["place_kind"] for row in rows] == ["region", "institution", "institution"]
    for given in ({"person": rows[0]["person_id"]}, {"place": rows[0]["place_id"]}):
        assert [row["person_id"] for row in small_graph.ask("holders-of-post", **given).dicts()] == [
            rows[0]["person_id"]
        ]


def test_statements_of_an_institution_come_from_its_people(small_graph: Graph) -> None:
    rows = small_graph.ask("statements-of-institution", institution="bawaslu").dicts()
    assert [row["speaker"] for row in rows] == ["Sarmila Dewanti"] * 2
    (found,) = small_graph.ask("find-institution", name="bawaslu").dicts()
    assert found["statements"] == 2
    (one,) = small_graph.ask("institution", id=found["id"]).dicts()
    assert one == found | {"aliases": ["Bawaslu Kota Sungai Lada"]}


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("who-spoke-about-rule", {"rule": "uu/2014/5"}),
        ("statements-of-person", {"person": "sarmila"}),
        ("statements-of-institution", {"institution": "bawaslu"}),
        ("find-statements", {"rule": "aparatur"}),
    ],
)
def test_pages_of_a_list_make_up_the_whole(small_graph: Graph, name: str, given: dict[str, Any]) -> None:
    whole = small_graph.ask(name, **given).rows
    parts = [small_graph.ask(name, **given, limit=1, skip=n).rows for n in range(len(whole) + 1)]
    assert len(whole) > 1
    assert tuple(row for part in parts for row in part) == whole


def test_rules_by_region(small_graph: Graph) -> None:
    rows = small_graph.ask("rules-by-region", region="kenari").dicts()
    assert [(row["rule"], row["statements"]) for row in rows] == [("pp/2021/94", 1), ("uu/2014/5", 1)]
    assert len({row["region"] for row in small_graph.ask("rules-by-region").dicts()}) == 3


def test_rules_cited_in_the_same_article(small_graph: Graph) -> None:
    assert small_graph.ask("co-cited-rules").rows[0][:3] == ("pp/2021/94", "uu/2014/5", 1)
    assert small_graph.ask("co-cited-rules", rule="uu/2014/5").rows[0][:3] == ("uu/2014/5", "pp/2021/94", 1)


def test_a_repeated_article_leads_to_the_earlier_one(small_graph: Graph) -> None:
    (row,) = small_graph.ask("repeated-articles").dicts()
    assert (row["article"], row["earlier_article"], row["share"]) == ("sarmila-again", "sarmila", 1.0)


def test_a_statement_page_has_all_it_needs(small_graph: Graph) -> None:
    found = next(small_graph.ask("find-statements", words="teguran", speaker="sarmila").dicts())
    (row,) = small_graph.ask("statement", id=found["statement"]).dicts()
    text, spans = row["article_text"], row["spans"]
    assert [text[start:end] for start, end in zip(spans[::2], spans[1::2], strict=True)] == row["words"].split(" … ")
    assert text[slice(*row["cue"])] == row["cue_word"] == "kata"
    assert (row["rules"], row["sanctions"]) == (["uu/2014/5"], ["teguran-tertulis"])
    assert row["confidence"] == 0.9


def test_search_takes_any_part_and_counts_what_it_finds(small_graph: Graph) -> None:
    assert len(small_graph.ask("find-statements")) == 7
    assert small_graph.ask("count-statements").rows == ((7,),)
    assert len(small_graph.ask("find-statements", rule="UU ASN")) == 5, "also where it is cited by number"
    assert small_graph.ask("count-statements", rule="UU ASN").rows == ((5,),)
    assert len(small_graph.ask("find-statements", rule="aparatur", words="teguran")) == 2
    assert len(small_graph.ask("find-statements", since="2024-01-01", limit=1)) == 1
    first, second = (small_graph.ask("find-statements", limit=1, skip=n) for n in (0, 1))
    assert first != second


def test_rules_are_found_by_number_title_and_nickname(small_graph: Graph) -> None:
    for name in ("uu/2014", "aparatur", "UU ASN"):
        assert small_graph.ask("find-rule", name=name).rows[0][0] == "uu/2014/5"
    assert not small_graph.ask("find-rule", name="uu/201")
    assert len(small_graph.ask("find-rule", name="")) == 4


@pytest.mark.parametrize("cited", ["UU 5/2014", "uu 5/2014", "UU No. 5 Tahun 2014", "Undang-Undang Nomor 5 Tahun 2014"])
def test_rules_are_found_by_a_citation_in_any_spelling(small_graph: Graph, cited: str) -> None:
    assert [row[0] for row in small_graph.ask("find-rule", name=cited).rows] == ["uu/2014/5"]
    found = {row["statement"] for row in small_graph.ask("find-statements", rule=cited).dicts()}
    assert found == {row["statement"] for row in small_graph.ask("find-statements", rule="uu/2014/5").dicts()} != set()


def test_parameters_are_never_glued_into_the_query(small_graph: Graph) -> None:
    for text in ("' OR 1=1 //", '"', "\\", "$rule", "`", "\x00", "%", "😀"):
        assert not small_graph.ask("who-spoke-about-rule", rule=text)
        assert not small_graph.ask("rules-of-person", person=f"zz{text}")


def test_an_unknown_query_gets_the_nearest_name_told(small_graph: Graph) -> None:
    with pytest.raises(QueryNameError, match="did you mean 'who-spoke-about-rule'"):
        small_graph.ask("who-spoke-about-rules")
    with pytest.raises(QueryNameError, match="there are: article, "):
        named_query("qqqq")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "needs --rule .*for example --rule uu/2014/5"),
        ({"rule": "x", "rul": "y"}, "no parameter --rul; it takes --rule, --limit, --skip"),
        ({"rule": 5}, "--rule is 5, not a text"),
        ({"rule": "x", "limit": "many"}, "--limit is 'many', not a whole number"),
        ({"rule": "x", "limit": -1}, "--limit is -1, not a whole number"),
        ({"rule": "x", "limit": True}, "--limit is True"),
    ],
)
def test_wrong_parameters_are_told(small_graph: Graph, given: dict[str, Any], message: str) -> None:
    with pytest.raises(ParameterError, match=message):
        small_graph.ask("who-spoke-about-rule", **given)


def test_statements_by_act_and_modality(small_graph: Graph) -> None:
    def speakers(**asked: str) -> list[str]:
        assert small_graph.ask("count-statements", **asked).rows == (
            (len(small_graph.ask("find-statements", **asked)),),
        )
        return [row["speaker"] for row in small_graph.ask("find-statements", **asked).dicts()]

    assert speakers(act="urges") == ["Hasan"]
    assert speakers(act="announces-sanction") == ["Sarmila Dewanti", "Sarmila Dewanti"]
    assert speakers(act="announces-sanction", modality="possible", since="2023-09-02") == ["Sarmila Dewanti"]
    assert speakers(modality="negated", act="states") == ["?Seorang warga", "?Seorang warga"]
    assert speakers(modality="obliged") == []


def test_what_is_done_by_speaking_of_a_rule(small_graph: Graph) -> None:
    rows = list(small_graph.ask("speech-acts-about-rule", rule="uu/2014/5").dicts())
    assert [(row["act"], row["speaker"], row["act_words"], row["modality"]) for row in rows] == [
        ("announces-sanction", "Sarmila Dewanti", "dikenai teguran tertulis", ["possible"]),
        ("announces-sanction", "Sarmila Dewanti", "dikenai teguran tertulis", ["possible"]),
    ]
    assert not small_graph.ask("speech-acts-about-rule", rule="uu/2014/5", act="urges")
    assert len(small_graph.ask("speech-acts-about-rule", rule="uu/2014/5", act="states")) == 3


def test_an_act_or_a_modality_that_there_is_not_is_told_with_the_choices(small_graph: Graph) -> None:
    with pytest.raises(ParameterError, match=r"^--act is 'shouts'; choose from states, warns, .*announces-sanction$"):
        small_graph.ask("find-statements", act="shouts")
    with pytest.raises(
        ParameterError, match=r"^--modality is 'x'; choose from negated, conditional, possible, obliged$"
    ):
        small_graph.ask("count-statements", modality="x")


@pytest.mark.parametrize("name", ["longest-terms", "largest-fines", "sanctions-in-articles"])
def test_a_status_that_there_is_not_is_told_with_the_choices(small_graph: Graph, name: str) -> None:
    choices = "--status is 'bogus'; choose from threatened, possible, imposed, denied"
    with pytest.raises(ParameterError, match=f"^{choices}$"):
        small_graph.ask(name, status="bogus")


@pytest.mark.parametrize("name", ["longest-terms", "sanctions-in-articles"])
def test_a_kind_of_sanction_that_there_is_not_is_told_with_the_choices(small_graph: Graph, name: str) -> None:
    with pytest.raises(ParameterError, match=r"^--kind is 'Penjara'; choose from daftar-hitam, denda, .*penjara, "):
        small_graph.ask(name, kind="Penjara")


@ALL
def test_a_sanction_is_asked_for_by_the_closed_sets_alone(query: NamedQuery) -> None:
    wanted = {"kind": "sanction-kind", "status": "sanction-status"}
    assert [p for p in query.parameters if p.name in wanted and p.type != wanted[p.name]] == []


@ALL
def test_an_empty_text_means_any(query: NamedQuery) -> None:
    """LadybugDB finds "" in no text, Neo4j in every one: the query must ask first whether it is empty."""
    for parameter in query.parameters:
        if f"CONTAINS toLower(${parameter.name})" in query.text:
            assert f"${parameter.name} = ''" in query.text, parameter.name


def test_digits_are_a_number_where_one_is_wanted() -> None:
    assert named_query("who-spoke-about-rule").bind({"rule": "x", "limit": "7"}) == {
        "rule": "x",
        "limit": 7,
        "skip": 0,
    }


def test_a_query_file_is_read() -> None:
    query = parse("sample", SAMPLE)
    assert (query.help, [p.name for p in query.parameters]) == ("What.", ["id", "limit"])
    assert query.bind({"id": "y"}) == {"id": "y", "limit": 5}
    assert parse("sample", SAMPLE.replace("What.", "What.\n// More,\n// and more.")).help == "What.\n\nMore, and more."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("RETURN 1", "sample.cypher:1: the first lines must say"),
        (SAMPLE.replace("$id text", "$id string"), "sample.cypher:3: .* is not of the form"),
        (SAMPLE.replace("RETURN $id", "RETURN $ID"), r"\$ID is declared or used, not both"),
        (SAMPLE.replace("integer = 5", "integer = x"), "sample.cypher:4: .* is not of the form"),
    ],
)
def test_a_wrong_query_file_is_told_with_its_line(text: str, message: str) -> None:
    with pytest.raises(QueryFileError, match=message):
        parse("sample", text)


def test_sets_come_out_sorted(empty_graph: Graph) -> None:
    query = parse("sample", "// What.\n// sets: a\nRETURN ['c', 'a', null, 'b'] AS a, ['z', 'y'] AS b")
    assert query.arrange(empty_graph.run(query.text)).rows == ((["a", "b", "c"], ["z", "y"]),)


def test_threads_may_share_a_graph(small_graph: Graph) -> None:
    found: list[int] = []
    ask = lambda: found.append(len(small_graph.ask("find-statements")))  # noqa: E731
    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [7] * 8
