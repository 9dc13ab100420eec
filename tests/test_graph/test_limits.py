import pytest

from graph.errors import QueryRefusedError
from graph.growth import LIST, growth
from graph.guard import reading
from graph.lexing import tokens


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("MATCH (n) RETURN n.name, n.id", 1),
        ("MATCH (n) RETURN n.name + n.id AS x", 2),
        ("WITH 'a' AS s WITH s + s AS s WITH s + s AS s WITH s + s AS s RETURN s", 8),
        ("WITH 'a' AS s WITH [s, s, s] AS t WITH {x: t, y: t} AS u RETURN u", 6),
        ("WITH 'a' AS s WITH s AS t, s AS u WITH t + u AS s RETURN s + s", 4),
        ("WITH 'a' AS s WITH s + s AS s WITH 1 AS s RETURN s + s", 2),
        ("WITH 'a' AS count WITH count + count AS end WITH end + `end` AS trail RETURN trail + trail", 8),
        ("WITH [1] AS l RETURN [end IN l | end + end]", 3),
        ("WITH [1] AS l RETURN [x IN l | x + x]", 3),
        ("WITH [1] AS l RETURN [x IN l | l]", 1 + LIST),
        ("WITH [1] AS l, 2 AS m RETURN [x IN l WHERE x <> m | x]", 4),
        ("MATCH (a)-[:SAID|CITES]->(b:Person|Article) WHERE a.id = b.id RETURN a, b", 3),
        ("WITH 'a' AS s WITH s + CASE WHEN EXISTS { MATCH (n) WHERE true } THEN s ELSE '' END AS s RETURN s + s", 6),
        ("MATCH (a) WITH a, count(*) AS n WITH a, n * 2 AS m RETURN a, CASE WHEN m > 3 THEN m ELSE 0 END AS m", 1),
    ],
)
def test_growth_counts_how_often_a_value_is_put_into_another(query: str, count: int) -> None:
    assert growth(list(tokens(query))) == count


@pytest.mark.parametrize(
    "pattern",
    ["Kota", ".*Kota.*", "(?i).*kota metro", ".*(Wali Kota|Bupati).*", "uu/20[0-9][0-9]/.*", "", "S\\\\.H\\\\."],
)
def test_patterns_that_take_no_longer_than_their_text_pass(pattern: str) -> None:
    assert reading(f"MATCH (n) WHERE n.name =~ '{pattern}' AND n.id <> '' RETURN n")


@pytest.mark.parametrize(
    "pattern",
    ["(a|aa)+", "a*", ".*a.*b", "(.*)", "a?b", "a{1,30}", "(a)(b)", "(a(b|c))", "(?s).*a", "[a&&b]", "\\\\1", "(a"],
)
def test_patterns_that_may_take_longer_are_refused(pattern: str) -> None:
    with pytest.raises(QueryRefusedError, match="=~ takes a plain text"):
        reading(f"MATCH (n) WHERE n.name =~ '{pattern}' RETURN n")


@pytest.mark.parametrize("wanted", ["n.id", "$pattern", "'a' + 'b'", "('a')", "['a'][0]", "toLower('A')"])
def test_patterns_that_are_no_plain_text_are_refused(wanted: str) -> None:
    with pytest.raises(QueryRefusedError, match="=~ takes a plain text"):
        reading(f"MATCH (n) WHERE n.name =~ {wanted} RETURN n")


@pytest.mark.parametrize(
    "call", ["range(2019, 2025)", "range(-10, 10, 2)", "range(0, size(xs) - 1)", "range(1, size(n.list))"]
)
def test_ranges_of_a_size_that_shows_pass(call: str) -> None:
    assert reading(f"MATCH (n) WITH n, [1] AS xs UNWIND {call} AS x RETURN x")


@pytest.mark.parametrize(
    "call",
    ["range(0, 10001)", "range(-9000, 9000)", "range(1, $n)", "range(1, 2 * 9)", "range(1, size(a + b))", "range(1)"],
)
def test_other_ranges_are_refused(call: str) -> None:
    with pytest.raises(QueryRefusedError, match="query refused: range"):
        reading(f"UNWIND {call} AS x RETURN x")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("RETURN " + "(" * 21 + "1" + ")" * 21, "brackets 21 deep"),
        ("RETURN " + "CASE WHEN true THEN " * 6 + "1" + " END" * 6, "CASE 6 deep"),
        ("RETURN " + "COUNT { MATCH (n) WHERE 1 = " * 4 + "1" + " RETURN n }" * 4, "EXISTS, COUNT or COLLECT 4 deep"),
        ("RETURN NOT NOT NOT NOT true", "NOT more than 3 times"),
        ("RETURN 1 - - - - - 1", "- more than 3 times"),
        ("MATCH " + ", ".join(["(a)-[:SAID]->(b)"] * 17) + " RETURN a", "more than 16 edges"),
        ("MATCH (a)" + "--()" * 17 + " RETURN a", "more than 16 edges"),
        ("RETURN [" + ", ".join(["1"] * 1000) + "]", "more than 2,000 words and signs"),
        ("RETURN '" + "x" * 20_000 + "'", "longer than 20,000 characters; give long lists as parameters"),
        ("MATCH (n) RETURN replace(n.text, n.id, n.text)", "replace takes two texts"),
        ("MATCH (n) RETURN replace(n.text, '', 'x')", "replace takes two texts"),
        ("WITH 'a' AS s " + "WITH s + s AS s " * 13 + "RETURN s", "joined to itself"),
    ],
)
def test_the_bound_that_is_passed_is_told(query: str, words: str) -> None:
    with pytest.raises(QueryRefusedError, match=words):
        reading(query)


def test_what_stays_within_the_bounds_passes() -> None:
    assert reading("RETURN " + "(" * 20 + "1" + ")" * 20)
    assert reading("MATCH (a)" + "-[:SAID]->()" * 16 + " RETURN a")
    assert reading("RETURN [" + ", ".join(["1"] * 990) + "] AS xs")
    assert reading("MATCH (n) RETURN replace(replace(n.text, 'Kota ', ''), '-', ' ')")
    assert reading("WITH 'a' AS s " + "WITH s + s AS s " * 12 + "RETURN s")


def test_comments_never_reach_the_engine_and_all_else_keeps_its_place() -> None:
    query = "MATCH (n) // one \\u000a DELETE n\r\n /* two\n DROP */ RETURN n.id AS `//`, '/* */' AS x"
    assert reading(query) == (
        "MATCH (n) " + " " * len("// one \\u000a DELETE n") + "\r\n " + " " * 6 + "\n" + " " * 8
        + " RETURN n.id AS `//`, '/* */' AS x"
    )  # fmt: skip
