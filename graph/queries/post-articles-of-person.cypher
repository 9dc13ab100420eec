// Which articles tell of a person's posts.
// Of the latest 1,000 that name person and place those with the words of the post; they may tell them of another.
//
// $id text: id of the person. Example: basuki-kota-metro-0a1b2c3d4e
// $limit integer = 200: most rows.
MATCH (who:Person {id: $id})-[holds:HOLDS]->(seat:Institution|Region)
MATCH (who)<-[:MENTIONS]-(art:Article)-[:MENTIONS]->(seat)
WITH DISTINCT holds.post AS post, holds.status AS status, seat.name AS place, seat.id AS place_id, art.id AS found,
     art.date AS day
ORDER BY day DESC, found, post, status, place_id LIMIT 1000
MATCH (art:Article {id: found})
WHERE toLower(art.text) CONTAINS post
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
RETURN post, status, place, art.date AS date, art.title AS title, coalesce(outlet.name, '') AS outlet, art.url AS url,
       art.id AS article, place_id
ORDER BY date DESC, article, post, status, place_id
LIMIT $limit
