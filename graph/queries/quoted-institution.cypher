// One institution: name, region, and how many statements it made itself.
//
// $id text: id of the institution. Example: bawaslu-kota-metro-0a1b2c3d4e
MATCH (inst:Institution {id: $id})
OPTIONAL MATCH (inst)-[:SAID]->(stmt:Statement)
RETURN inst.id AS speaker_id, 'institution' AS kind, inst.name AS speaker,
       inst.region AS region, count(stmt) AS statements
ORDER BY speaker_id
