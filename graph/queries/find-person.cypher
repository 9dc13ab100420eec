// People by a part of their name, those who speak most first.
//
// $name text: part of the name. Example: hasan
// $limit integer = 50: most rows.
MATCH (who:Person)
WHERE toLower(who.name) CONTAINS toLower($name)
OPTIONAL MATCH (who)-[:SAID]->(stmt:Statement)
RETURN who.name AS person, who.region AS region, who.office AS office,
       count(DISTINCT stmt.id) AS statements, who.id AS person_id
ORDER BY statements DESC, person, person_id
LIMIT $limit
