"""What an index holds: its tables, and the SQL that makes them from the tables of the graph (DuckDB reads those).

Rows are numbered in the order in which questions list them, so that the first of many are found without sorting.
``sign`` is `graph.index.words.sign`; ǁ stands between names of one thing, so that no words go over from one to the
next. Tables whose name ends in ``_words`` (and ``said``) are FTS5, their ``n`` is the rowid. The marks of a rule are
its id and the beginnings of that; its names are its title, its number with and without who issued it, and nicknames.
"""

from dataclasses import dataclass

from graph.schema import NODES


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One table: its columns in SQLite (of FTS5 the words only), the query for its rows, and indexes it needs."""

    name: str
    columns: str
    rows: str
    words: bool = False
    indexes: tuple[str, ...] = ()


# Tables of DuckDB that several of the tables below are made from, in their order.
STEPS = {
    "again": 'SELECT DISTINCT source AS statement FROM g."REPEATS:Statement:Statement"',
    "cite": 'SELECT source AS statement, target AS rule, surface FROM g."CITES:Statement:Regulation"',
    "speaks": """
        SELECT source AS speaker, target AS statement FROM g."SAID:Person:Statement"
        UNION ALL SELECT source, target FROM g."SAID:Institution:Statement" """,
    "spoke": """
        SELECT speaker, count(*) AS statements, count(*) FILTER (again.statement IS NULL) AS firsts
        FROM speaks LEFT JOIN again USING (statement) GROUP BY speaker""",
    "person": """
        SELECT row_number() OVER (ORDER BY coalesce(statements, 0) DESC, name, id) AS n, id, name, region,
               array_to_string(list_prepend(name, aliases), ' ǁ ') AS names,
               coalesce(statements, 0) AS statements, coalesce(firsts, 0) AS firsts
        FROM g."Person" LEFT JOIN spoke ON speaker = id""",
    "seat": """
        SELECT DISTINCT h.target AS institution, p.n AS person, p.statements
        FROM g."HOLDS:Person:Institution" h JOIN person p ON p.id = h.source""",
    "institution": """
        SELECT row_number() OVER (ORDER BY coalesce(own.statements, 0) + coalesce(others, 0) DESC, name, id) AS n,
               id, name, region, array_to_string(list_prepend(name, aliases), ' ǁ ') AS names,
               coalesce(own.statements, 0) + coalesce(others, 0) AS statements,
               coalesce(own.statements, 0) AS own, coalesce(own.firsts, 0) AS firsts
        FROM g."Institution" LEFT JOIN spoke own ON own.speaker = id
             LEFT JOIN (SELECT institution, sum(statements)::BIGINT AS others FROM seat GROUP BY 1)
                  ON institution = id""",
    "home": """
        WITH RECURSIVE above AS (
            SELECT id, id AS within, 0 AS steps FROM g."Region"
            UNION ALL SELECT above.id, p.target, steps + 1
            FROM above JOIN g."PART_OF:Region:Region" p ON p.source = within WHERE steps < 5)
        SELECT r.name AS region, string_agg(DISTINCT w.name, ' ǁ ' ORDER BY w.name) AS places
        FROM above JOIN g."Region" r USING (id) JOIN g."Region" w ON w.id = within
        GROUP BY r.name HAVING count(DISTINCT r.id) = 1""",
    "statement": """
        SELECT row_number() OVER (ORDER BY s.date DESC, s.id) AS n, s.id, s.date AS day,
               p.n AS person, i.n AS institution, coalesce(places, p.region, i.region, '') AS places,
               again.statement IS NULL AS first
        FROM g."Statement" s LEFT JOIN again ON again.statement = s.id
             LEFT JOIN g."SAID:Person:Statement" a ON a.target = s.id LEFT JOIN person p ON p.id = a.source
             LEFT JOIN g."SAID:Institution:Statement" b ON b.target = s.id
             LEFT JOIN institution i ON i.id = b.source LEFT JOIN home ON home.region = coalesce(p.region, i.region)""",
    "rule": r"""
        SELECT id, title, replace(id, '/', ' ') AS words,
               concat_ws(' ǁ ', nullif(title, ''), regexp_replace(id, '^([^/]+)/([^/]*)/(.*)$', '\1 \3 \2'),
                   nullif(regexp_replace(id, '^([^/-]+)-[^/]+/([^/]*)/(.*)$', '\1 \3 \2'), id), called) AS names,
               array_to_string(list_transform(range(1, len(string_split(id, '/')) + 1),
                   lambda k: sign(array_to_string(string_split(id, '/')[1:k], '/'))), ' ') AS marks
        FROM g."Regulation" LEFT JOIN (SELECT rule, string_agg(name, ' ǁ ' ORDER BY name) AS called
                                       FROM nickname GROUP BY rule) ON rule = id""",
    "cited": """
        SELECT s.n, r.id AS rule, concat_ws(' ǁ ', r.names, nullif(c.surface, '')) AS names,
               r.words, r.marks
        FROM cite c JOIN statement s ON s.id = c.statement JOIN rule r ON r.id = c.rule""",
    "regulation": """
        SELECT row_number() OVER (ORDER BY coalesce(statements, 0) DESC, r.id) AS n, r.id,
               r.words, r.marks, concat_ws(' ǁ ', r.names, surfaces) AS names,
               coalesce(statements, 0) AS statements, coalesce(speakers, 0) AS speakers,
               coalesce(articles, 0) AS articles, coalesce(statements_once, 0) AS statements_once,
               coalesce(speakers_once, 0) AS speakers_once, coalesce(articles_once, 0) AS articles_once,
               coalesce(cited_in, 0) AS cited_in
        FROM rule r LEFT JOIN (SELECT target, count(DISTINCT source) AS cited_in
                               FROM g."CITES:Article:Regulation" GROUP BY 1) ON target = r.id LEFT JOIN (
            SELECT rule, count(*) AS statements, count(DISTINCT speaker_name) AS speakers,
                   count(DISTINCT place.target) AS articles, count(*) FILTER (first) AS statements_once,
                   count(DISTINCT speaker_name) FILTER (first) AS speakers_once,
                   count(DISTINCT place.target) FILTER (first) AS articles_once,
                   string_agg(DISTINCT surface, ' ǁ ') AS surfaces
            FROM cite JOIN statement s ON s.id = cite.statement JOIN g."Statement" words ON words.id = s.id
                 JOIN g."REPORTED_IN:Statement:Article" place ON place.source = s.id
            GROUP BY rule) ON rule = r.id""",
    "region_rule": """
        SELECT row_number() OVER (ORDER BY region, rule) AS n, region, rule,
               count(*) AS statements, count(DISTINCT speaker) AS speakers,
               count(*) FILTER (first) AS statements_once, count(DISTINCT speaker) FILTER (first) AS speakers_once
        FROM (SELECT c.rule, s.first, coalesce(p.region, i.region) AS region, coalesce(p.id, i.id) AS speaker
              FROM cite c JOIN statement s ON s.id = c.statement
                   LEFT JOIN person p ON p.n = s.person LEFT JOIN institution i ON i.n = s.institution)
        WHERE region <> '' GROUP BY region, rule""",
    "holding": """
        SELECT row_number() OVER (ORDER BY last_seen DESC, place, position, person.name, person.id, seat, post, status)
               AS n, person.id AS person, seat, post, status,
               concat_ws(' ǁ ', place_names, home, person.region) AS places, person.names
        FROM (SELECT h.source, h.target AS seat, h.post, h.position, h.status, h.last_seen, i.name AS place,
                     i.names AS place_names, i.region AS home
              FROM g."HOLDS:Person:Institution" h JOIN institution i ON i.id = h.target
              UNION ALL SELECT h.source, h.target, h.post, h.position, h.status, h.last_seen, r.name, r.name, ''
              FROM g."HOLDS:Person:Region" h JOIN g."Region" r ON r.id = h.target)
             JOIN person ON person.id = source""",
}

KEPT = (
    Kept(
        name="statement",
        columns="n INTEGER PRIMARY KEY, id TEXT, person INTEGER, institution INTEGER",
        rows="SELECT n, id, person, institution FROM statement ORDER BY n",
        indexes=(
            "CREATE INDEX by_person ON statement(person) WHERE person IS NOT NULL",
            "CREATE INDEX by_institution ON statement(institution) WHERE institution IS NOT NULL",
        ),
    ),
    Kept(
        name="total",
        columns="label TEXT PRIMARY KEY, nodes INTEGER",
        rows=" UNION ALL ".join(
            f"SELECT '{node.label}', count(*) FROM g.\"{node.label}\""  # noqa: S608 - labels of the schema
            for node in NODES
        ),
    ),
    Kept(
        name="day",
        columns="day TEXT PRIMARY KEY, first INTEGER, last INTEGER",
        rows="SELECT day, min(n), max(n) FROM statement GROUP BY day ORDER BY day",
    ),
    Kept(
        name="act_day",
        columns="day TEXT, act TEXT, first INTEGER, statements INTEGER",
        rows="""SELECT day, act, first::INTEGER, count(*)
                FROM statement JOIN g."Statement" words USING (id) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3""",
    ),
    Kept(
        name="said",
        words=True,
        columns="text, speaker, places, names, ids, marks",
        rows="""
            SELECT s.n, words.text, words.speaker_name, s.places, coalesce(c.names, ''), coalesce(c.words, ''),
                   concat_ws(' ', sign(words.act), CASE WHEN s.first THEN sign('first') ELSE sign('again') END,
                             array_to_string(list_transform(words.modality, lambda m: sign(m)), ' '), c.marks)
            FROM statement s JOIN g."Statement" words ON words.id = s.id
                 LEFT JOIN (SELECT n, string_agg(names, ' ǁ ') AS names, string_agg(words, ' ǁ ') AS words,
                                   string_agg(marks, ' ') AS marks FROM cited GROUP BY n) c ON c.n = s.n
            ORDER BY s.n""",
    ),
    Kept(
        name="cites",
        columns="rule TEXT, statement INTEGER, PRIMARY KEY (rule, statement)",
        rows="SELECT rule, n FROM cited ORDER BY rule, n",
        indexes=("CREATE INDEX cited_in ON cites(statement)",),
    ),
    Kept(
        name="person",
        columns="n INTEGER PRIMARY KEY, id TEXT, name TEXT, statements INTEGER, firsts INTEGER",
        rows="SELECT n, id, name, statements, firsts FROM person ORDER BY n",
        indexes=("CREATE INDEX person_firsts ON person(firsts)",),
    ),
    Kept(
        name="person_words",
        words=True,
        columns="names, marks",
        rows="SELECT n, names, sign(id) FROM person ORDER BY n",
    ),
    Kept(
        name="institution",
        columns="n INTEGER PRIMARY KEY, id TEXT, name TEXT, statements INTEGER, own INTEGER, firsts INTEGER",
        rows="SELECT n, id, name, statements, own, firsts FROM institution ORDER BY n",
        indexes=(
            "CREATE INDEX institution_own ON institution(own)",
            "CREATE INDEX institution_firsts ON institution(firsts)",
        ),
    ),
    Kept(
        name="institution_words",
        words=True,
        columns="names, marks",
        rows="SELECT n, names, sign(id) FROM institution ORDER BY n",
    ),
    Kept(
        name="seat",
        columns="institution INTEGER, person INTEGER, PRIMARY KEY (institution, person)",
        rows="SELECT i.n, s.person FROM seat s JOIN institution i ON i.id = s.institution ORDER BY 1, 2",
    ),
    Kept(
        name="regulation",
        columns="n INTEGER PRIMARY KEY, id TEXT, statements INTEGER, speakers INTEGER, articles INTEGER,"
        " statements_once INTEGER, speakers_once INTEGER, articles_once INTEGER, cited_in INTEGER",
        rows="""SELECT n, id, statements, speakers, articles, statements_once, speakers_once, articles_once, cited_in
                FROM regulation ORDER BY n""",
    ),
    Kept(
        name="regulation_words",
        words=True,
        columns="names, ids, marks",
        rows="SELECT n, names, words, marks FROM regulation ORDER BY n",
    ),
    Kept(
        name="region_rule",
        columns="n INTEGER PRIMARY KEY, region TEXT, rule TEXT, statements INTEGER, speakers INTEGER,"
        " statements_once INTEGER, speakers_once INTEGER",
        rows="""SELECT n, region, rule, statements, speakers, statements_once, speakers_once
                FROM region_rule ORDER BY n""",
    ),
    Kept(
        name="region_words",
        words=True,
        columns="names, marks",
        rows="SELECT n, region, '' FROM region_rule ORDER BY n",
    ),
    Kept(
        name="rule_pair",
        columns="one TEXT, other TEXT, articles INTEGER",
        rows="""
            SELECT a.target, b.target, count(DISTINCT a.source)
            FROM g."CITES:Article:Regulation" a JOIN g."CITES:Article:Regulation" b
                 ON b.source = a.source AND b.target <> a.target
            GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2""",
    ),
    Kept(
        name="invoked",
        columns="n INTEGER PRIMARY KEY, sanction TEXT, rule TEXT, statement TEXT, beside INTEGER",
        rows="""
            SELECT row_number() OVER (ORDER BY sanction, rule, day DESC, statement), sanction, rule, statement, beside
            FROM (SELECT i.target AS sanction, s.id AS statement, any_value(s.day) AS day,
                         CASE WHEN i.regulation <> '' THEN i.regulation ELSE coalesce(c.rule, '') END AS rule,
                         max(CASE WHEN i.regulation <> '' THEN 0 ELSE 1 END) AS beside
                  FROM g."INVOKES:Statement:Sanction" i JOIN statement s ON s.id = i.source
                       LEFT JOIN cite c ON c.statement = s.id
                  GROUP BY 1, 2, 4)
            ORDER BY 1""",
        indexes=("CREATE INDEX invoked_for ON invoked(rule)",),
    ),
    Kept(
        name="penalty",
        columns="n INTEGER PRIMARY KEY, article TEXT, sanction TEXT, status TEXT, rule TEXT,"
        " amount INTEGER, term TEXT, length INTEGER",
        rows="""
            SELECT row_number() OVER (ORDER BY a.date DESC, a.id, target), a.id, target, status, regulation,
                   coalesce(amount_to, amount_from, 0), term,
                   CASE WHEN term = 'lifelong' THEN 1000000000 ELSE coalesce(days, 0) END
            FROM (SELECT *, CASE WHEN duration_to <> '' THEN duration_to ELSE duration_from END AS term
                  FROM g."INVOKES:Article:Sanction") JOIN g."Article" a ON a.id = source
            ORDER BY 1""",
        indexes=(
            "CREATE INDEX fines ON penalty(amount) WHERE amount > 0",
            "CREATE INDEX terms ON penalty(length) WHERE term <> ''",
        ),
    ),
    Kept(
        name="repeated",
        columns="n INTEGER PRIMARY KEY, statement TEXT, place INTEGER, articles INTEGER",
        rows="""
            SELECT row_number() OVER (ORDER BY articles DESC, statement), statement, place, articles
            FROM (SELECT r.target AS statement, any_value(s.n) AS place, count(DISTINCT p.target) + 1 AS articles
                  FROM g."REPEATS:Statement:Statement" r JOIN statement s ON s.id = r.target
                       JOIN g."REPORTED_IN:Statement:Article" p ON p.source = r.source
                  GROUP BY 1)
            ORDER BY 1""",
    ),
    Kept(
        name="first_printed",
        columns="statement INTEGER PRIMARY KEY, article TEXT",
        rows="""
            SELECT s.n, min(p.target)
            FROM g."REPEATS:Statement:Statement" r JOIN statement s ON s.id = r.source
                 JOIN g."REPORTED_IN:Statement:Article" p ON p.source = r.target
            GROUP BY s.n ORDER BY s.n""",
    ),
    Kept(
        name="repeated_article",
        columns="n INTEGER PRIMARY KEY, later TEXT, earlier TEXT",
        rows="""
            SELECT row_number() OVER (ORDER BY share DESC, target, source), source, target
            FROM g."REPEATS:Article:Article" ORDER BY 1""",
    ),
    Kept(
        name="revised_article",
        columns="n INTEGER PRIMARY KEY, later TEXT, earlier TEXT",
        rows="""
            SELECT row_number() OVER (ORDER BY a.date DESC, source, target), source, target
            FROM g."REVISES:Article:Article" JOIN g."Article" a ON a.id = source ORDER BY 1""",
    ),
    Kept(
        name="post",
        columns="n INTEGER PRIMARY KEY, person TEXT, place TEXT, post TEXT, status TEXT",
        rows="SELECT n, person, seat, post, status FROM holding ORDER BY n",
    ),
    Kept(
        name="post_words",
        words=True,
        columns="post, places, names, marks",
        rows="SELECT n, post, places, names, concat_ws(' ', sign(person), sign(seat)) FROM holding ORDER BY n",
    ),
)
