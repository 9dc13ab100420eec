// How much the graph holds, from which days.
OPTIONAL MATCH (n:Statement)
WITH count(n) AS statements, min(CASE WHEN n.date = '' THEN null ELSE n.date END) AS first, max(n.date) AS last
OPTIONAL MATCH (n:Article) WITH statements, first, last, count(n) AS articles
OPTIONAL MATCH (n:Outlet) WITH statements, first, last, articles, count(n) AS outlets
OPTIONAL MATCH (n:Person) WITH statements, first, last, articles, outlets, count(n) AS people
OPTIONAL MATCH (n:Institution)
WITH statements, first, last, articles, outlets, people, count(n) AS institutions
OPTIONAL MATCH (n:Region)
WITH statements, first, last, articles, outlets, people, institutions, count(n) AS regions
OPTIONAL MATCH (n:Regulation)
WITH statements, first, last, articles, outlets, people, institutions, regions, count(n) AS rules
OPTIONAL MATCH (n:Sanction)
RETURN articles, outlets, statements, people, institutions, regions, rules, count(n) AS sanctions,
       coalesce(first, '') AS first_day, coalesce(last, '') AS last_day
ORDER BY articles
