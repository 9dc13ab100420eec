// Which articles cite a rule.
// Anywhere in their text; the latest first.
//
// $rule text: id of the rule. Example: uu/2014/5
// $limit integer = 200: most rows.
MATCH (:Regulation {id: $rule})<-[cites:CITES]-(art:Article)
WITH art.id AS found, art.date AS day, cites.surface AS cited_as, cites.provisions AS provisions
ORDER BY day DESC, found LIMIT $limit
MATCH (art:Article {id: found})
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
RETURN art.date AS date, art.title AS title, coalesce(outlet.name, '') AS outlet, art.url AS url,
       cited_as, provisions, art.id AS article
ORDER BY date DESC, article
