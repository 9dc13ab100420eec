// Which articles repeat an earlier one.
// And how much of the shorter one stands in both; the earliest that it repeats.
//
// $limit integer = 200: most rows.
UNWIND $found AS one
MATCH (later:Article {id: one.later})
OPTIONAL MATCH (later)-[repeats:REPEATS]->(earlier:Article) WHERE earlier.id = one.earlier
OPTIONAL MATCH (later)-[:PUBLISHED_BY]->(outlet:Outlet)
OPTIONAL MATCH (earlier)-[:PUBLISHED_BY]->(first:Outlet)
RETURN later.title AS title, later.date AS date, coalesce(outlet.name, '') AS outlet, later.url AS url,
       earlier.title AS earlier_title, earlier.date AS earlier_date, coalesce(first.name, '') AS earlier_outlet,
       earlier.url AS earlier_url, repeats.share AS share, later.id AS article, earlier.id AS earlier_article
ORDER BY share DESC, earlier_article, article
