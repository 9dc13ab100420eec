// Which articles tell of a person's posts.
// Those that name the person, the place and the post, the latest first. Read the words: they may tell it of another.
//
// $id text: id of the person. Example: basuki-kota-metro-0a1b2c3d4e
// $limit integer = 200: most rows.
MATCH (who:Person {id: $id})-[holds:HOLDS]->(seat:Institution|Region)
MATCH (who)<-[:MENTIONS]-(art:Article)-[:MENTIONS]->(seat)
WHERE toLower(art.text) CONTAINS holds.post
WITH DISTINCT holds.post AS post, holds.status AS status, seat, art
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
RETURN post, status, seat.name AS place, art.date AS date, art.title AS title, coalesce(outlet.name, '') AS outlet,
       art.url AS url, art.id AS article, seat.id AS place_id
ORDER BY date DESC, article, post, status, place_id
LIMIT $limit
