// Which articles were changed later.
// Each with the text whose place it took at its address; only the newest gives statements.
//
// $limit integer = 200: most rows.
UNWIND $found AS one
MATCH (art:Article {id: one.later})
OPTIONAL MATCH (art)-[:REVISES]->(earlier:Article) WHERE earlier.id = one.earlier
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
RETURN art.title AS title, art.date AS date, coalesce(outlet.name, '') AS outlet, art.url AS url,
       earlier.title AS earlier_title, earlier.text AS earlier_text, art.text AS article_text,
       art.id AS article, earlier.id AS earlier_article
ORDER BY date DESC, article, earlier_article
