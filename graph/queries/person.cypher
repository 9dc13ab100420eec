// One person: names, titles, region, statements.
// `aliases` are all forms of the name; `posts` are those of no known place, the others are in `holders-of-post`.
//
// $id text: id of the person. Example: basuki-kota-metro-0a1b2c3d4e
MATCH (who:Person {id: $id})
OPTIONAL MATCH (who)-[:SAID]->(stmt:Statement)
RETURN who.name AS name, who.honorifics AS honorifics, who.degrees AS degrees, who.region AS region,
       who.office AS office, who.aliases AS aliases, who.posts AS posts,
       count(DISTINCT stmt.id) AS statements, who.id AS id
ORDER BY id
