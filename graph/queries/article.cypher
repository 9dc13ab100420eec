// One article with its text, its outlet, the rules it cites, and the earlier article it repeats.
//
// $id text: id of the article. Example: 1f0a9c
// sets: rules
MATCH (art:Article {id: $id})
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
OPTIONAL MATCH (art)-[:REPEATS]->(earlier:Article)
OPTIONAL MATCH (art)-[:CITES]->(reg:Regulation)
RETURN art.id AS article, art.title AS title, art.url AS url, art.date AS date,
       art.author AS author, coalesce(outlet.name, '') AS outlet, art.text AS article_text,
       coalesce(earlier.id, '') AS repeats, collect(DISTINCT reg.id) AS rules
ORDER BY article
