// The posts of a person, the latest first; `other_id` is empty where the post is in a region.
//
// $id text: id of the person. Example: basuki-kota-metro-0a1b2c3d4e
MATCH (who:Person {id: $id})-[holds:HOLDS]->(seat:Institution|Region)
RETURN holds.position AS position, seat.name AS other,
       CASE WHEN seat.kind IS NULL THEN '' ELSE seat.id END AS other_id, holds.first_seen AS first_seen,
       holds.last_seen AS last_seen, holds.articles AS articles
ORDER BY last_seen DESC, position, other, other_id
