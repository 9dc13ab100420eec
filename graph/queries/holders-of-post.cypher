// Who holds a post, where, and from when to when the articles say so.
//
// $post text: part of the post. Example: wali kota
// $region text = "": part of the name of the region or institution. Example: Kota Metro
// $limit integer = 200: most rows.
MATCH (who:Person)-[holds:HOLDS]->(seat:Institution|Region)
WHERE holds.post CONTAINS toLower($post)
  AND ($region = '' OR toLower(seat.name) CONTAINS toLower($region)
       OR toLower(coalesce(seat.region, '')) CONTAINS toLower($region)
       OR toLower(who.region) CONTAINS toLower($region))
RETURN who.name AS person, holds.position AS position, seat.name AS place, who.region AS region,
       holds.first_seen AS first_seen, holds.last_seen AS last_seen, holds.articles AS articles,
       who.id AS person_id, seat.id AS place_id
ORDER BY place, last_seen DESC, person, position, person_id, place_id
LIMIT $limit
