import pytest

from graph.errors import QueryRefusedError
from graph.guard import parameters_of, reading


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n) RETURN n",
        "match (n:Person)-[:SAID*1..2]->(m) where n.name = 'x' return count(*) ;",
        "MATCH (n) RETURN n.name AS `load` ORDER BY `load` DESC SKIP 1 LIMIT 2 // copy",
        "MATCH (a:Set)-[:CREATE]->(b) /* DELETE ; */ RETURN a.load, 'CREATE (n); DROP' AS text",
        "UNWIND [1, 2] AS x WITH x WHERE x > 1 RETURN x UNION ALL MATCH (n) RETURN count(n) AS x",
        "MATCH (a) WHERE EXISTS { MATCH (a)-[:SAID]->() } AND NOT a.name IS NULL RETURN DISTINCT a.id",
        'RETURN "a\\"; DROP TABLE Person" AS x',
        "RETURN CASE WHEN 1 < 2 THEN 3 * 4 ELSE -1 END AS x, [1, 2][1] AS y",
        "CALL show_tables() RETURN *",
        "OPTIONAL MATCH p = (a)-[*1..3]-(b) RETURN length(p)",
    ],
)
def test_reading_passes(query: str) -> None:
    reading(query)


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ; ",
        "// only a comment",
        "CREATE (n:Person {id: 'x'})",
        "MATCH (n) SET n.name = 'x'",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n) REMOVE n.name RETURN n",
        "MERGE (n:Person {id: 'x'}) RETURN n",
        "DROP TABLE Person",
        "ALTER TABLE Person ADD x STRING",
        "LOAD FROM '/etc/passwd' RETURN *",
        "lOaD fRoM '/etc/passwd' RETURN *",
        "/* x */ LOAD FROM '/etc/passwd' RETURN *",
        "COPY (MATCH (n) RETURN n) TO '/tmp/x.csv'",
        "EXPORT DATABASE '/tmp/x'",
        "IMPORT DATABASE '/tmp/x'",
        "ATTACH '/tmp/x' AS y (dbtype lbug)",
        "INSTALL json",
        "LOAD EXTENSION json",
        "EXPLAIN RETURN 1",
        "PROFILE MATCH (n) RETURN n",
        "MATCH (n) RETURN n UNION LOAD FROM 'x' RETURN *",
        "MATCH (n) RETURN n UNION ALL LOAD FROM 'x' RETURN *",
        "MATCH (n) WITH * LOAD FROM 'x' RETURN *",
        "MATCH (n) WITH n ORDER BY n.id DESC LIMIT 1 LOAD FROM 'x' RETURN *",
        "MATCH (n) RETURN n.id DESC ANALYZE x",
        "RETURN 1; RETURN 2",
        "RETURN 1;; ",
        "EXPLAIN RETURN 1; DROP TABLE Person",
        "CALL threads = 1",
        "CALL project_graph('x', [], [])",
        "CALL { MATCH (n) DELETE n } RETURN 1",
        "CALL apoc.load.json('http://x') YIELD value RETURN value",
        "RETURN apoc.cypher.run('x', {})",
        "RETURN nextval('x')",
        "RETURN `nextval`('x')",
        "UNWIND range(1, 1000000000) AS x RETURN x",
        "MATCH (n) FOREACH (x IN [1] | CREATE (:A))",
        "MATCH (n) WHERE EXISTS { CREATE (x) } RETURN n",
        "USE other MATCH (n) RETURN n",
        "BEGIN TRANSACTION",
        "MATCH (n) RETURN n 'unclosed",
        "MATCH (n) RETURN n /* unclosed",
        "MATCH (n) RETURN `unclosed",
        "RETURN 'a\\' ; DROP TABLE Person //",
        "ＬＯＡＤ FROM 'x' RETURN *",
        "MATCH (n)\u2028RETURN n",
        "MATCH\u00a0(n) RETURN n",
        "MATCH (n) RETURN n\x00",
        "RETURN '\\u0027' AS x",
    ],
)
def test_everything_else_is_refused(query: str) -> None:
    with pytest.raises(QueryRefusedError, match="query refused"):
        reading(query)


def test_parameters_are_found_outside_texts_and_comments() -> None:
    assert parameters_of("MATCH (n {id: $id}) // $no\nWHERE n.x = '$neither' RETURN $x") == {"id", "x"}
