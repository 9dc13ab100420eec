// One person: name, region, and how many statements.
//
// $id text: id of the person. Example: basuki-kota-metro-0a1b2c3d4e
MATCH (who:Person {id: $id})
OPTIONAL MATCH (who)-[:SAID]->(stmt:Statement)
RETURN who.id AS speaker_id, 'person' AS kind, who.name AS speaker, who.region AS region,
       count(stmt) AS statements
ORDER BY speaker_id
