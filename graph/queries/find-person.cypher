// People by a part of their name.
// Those who speak most first.
//
// $name text = "": part of the name. Example: hasan
// $limit integer = 50: most rows.
MATCH (who:Person)
WHERE $name = '' OR toLower(who.name) CONTAINS toLower($name)
OPTIONAL MATCH (who)-[:SAID]->(stmt:Statement)
RETURN who.name AS name, who.region AS region, who.office AS office,
       count(DISTINCT stmt.id) AS statements, who.id AS id
ORDER BY statements DESC, name, id
LIMIT $limit
