// One person: name, region, number of statements. The posts are in `posts-of-person`.
//
// $id text: id of the person. Example: basuki-kota-metro-0a1b2c3d4e
MATCH (who:Person {id: $id})
OPTIONAL MATCH (who)-[:SAID]->(stmt:Statement)
RETURN who.id AS person_id, who.name AS person, who.region AS region, who.office AS office,
       count(stmt) AS statements
ORDER BY person_id
