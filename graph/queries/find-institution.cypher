// Institutions by a part of their name.
// Those that speak most first, themselves or through those who hold a post in them.
//
// $name text = "": part of the name. Example: bawaslu
// $limit integer = 50: most rows.
MATCH (inst:Institution)
WHERE $name = '' OR toLower(inst.name) CONTAINS toLower($name)
OPTIONAL MATCH (inst)<-[:HOLDS*0..1]-(speaker:Person|Institution)-[:SAID]->(stmt:Statement)
RETURN inst.name AS name, inst.kind AS kind, inst.region AS region,
       count(DISTINCT stmt.id) AS statements, inst.id AS id
ORDER BY statements DESC, name, id
LIMIT $limit
