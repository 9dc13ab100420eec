// Who holds which post, where and when.
// By any part of the post, of the person, of the place; `first_seen` and `last_seen` are days of articles that say so;
// `status` is former, designate or acting where the article says so, else empty.
//
// $post text = "": part of the post. Example: wali kota
// $place text = "": part of the name, or the id, of the institution or region. Example: Kota Metro
// $person text = "": part of the name, or the id. Example: Basuki
// $limit integer = 200: most rows.
UNWIND $found AS one
MATCH (who:Person {id: one.person})
OPTIONAL MATCH (who)-[holds:HOLDS]->(seat:Institution|Region)
WHERE seat.id = one.place AND holds.post = one.post AND holds.status = one.status
RETURN who.name AS person, holds.position AS position, holds.status AS status, seat.name AS place,
       who.region AS region, holds.first_seen AS first_seen, holds.last_seen AS last_seen, holds.articles AS articles,
       CASE WHEN seat.kind IS NULL THEN 'region' ELSE 'institution' END AS place_kind,
       who.id AS person_id, seat.id AS place_id
ORDER BY last_seen DESC, place, position, person, person_id, place_id
