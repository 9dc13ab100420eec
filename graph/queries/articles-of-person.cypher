// Which articles name a person, and how.
// The latest first; `names` are those forms of the name that stand in the text.
//
// $id text: id of the person. Example: basuki-kota-metro-0a1b2c3d4e
// $limit integer = 200: most rows.
// $skip integer = 0: rows to leave out first, for the next page.
// sets: names
MATCH (who:Person {id: $id})<-[:MENTIONS]-(art:Article)
WITH art.id AS found, art.date AS day, who.aliases AS forms
ORDER BY day DESC, found SKIP $skip LIMIT $limit
MATCH (art:Article {id: found})
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
UNWIND forms AS form
RETURN art.date AS date, art.title AS title, coalesce(outlet.name, '') AS outlet, art.url AS url,
       collect(DISTINCT CASE WHEN art.text CONTAINS form THEN form ELSE '' END) AS names, art.id AS article
ORDER BY date DESC, article
