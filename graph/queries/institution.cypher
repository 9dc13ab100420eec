// One institution: name, region, statements.
// The number of statements is that of its own and those of the people who hold a post in it.
//
// $id text: id of the institution. Example: bawaslu-kota-metro-0a1b2c3d4e
MATCH (inst:Institution {id: $id})
OPTIONAL MATCH (inst)<-[:HOLDS*0..1]-(speaker:Person|Institution)-[:SAID]->(stmt:Statement)
RETURN inst.name AS name, inst.kind AS kind, inst.region AS region, count(DISTINCT stmt.id) AS statements,
       inst.id AS id
ORDER BY id
