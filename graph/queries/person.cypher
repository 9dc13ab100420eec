// One person: name, titles, region, statements.
// The posts are in `holders-of-post`.
//
// $id text: id of the person. Example: basuki-kota-metro-0a1b2c3d4e
MATCH (who:Person {id: $id})
OPTIONAL MATCH (who)-[:SAID]->(stmt:Statement)
RETURN who.name AS name, who.honorifics AS honorifics, who.degrees AS degrees, who.region AS region,
       who.office AS office, count(DISTINCT stmt.id) AS statements, who.id AS id
ORDER BY id
