// The articles that cite a rule anywhere in their text, the latest first.
//
// $id text: id of the rule. Example: uu/2014/5
// $limit integer = 200: most rows.
MATCH (:Regulation {id: $id})<-[cites:CITES]-(art:Article)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
RETURN art.date AS date, art.title AS title, art.url AS url, coalesce(outlet.name, '') AS outlet,
       cites.surface AS cited_as, cites.provisions AS provisions, art.id AS article
ORDER BY date DESC, article
LIMIT $limit
