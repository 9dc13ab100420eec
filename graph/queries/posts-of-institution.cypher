// The people who hold a post in an institution, the latest first.
//
// $id text: id of the institution. Example: bawaslu-kota-metro-0a1b2c3d4e
MATCH (who:Person)-[holds:HOLDS]->(inst:Institution {id: $id})
RETURN holds.position AS position, who.name AS other, who.id AS other_id,
       holds.first_seen AS first_seen, holds.last_seen AS last_seen, holds.articles AS articles
ORDER BY last_seen DESC, position, other, other_id
