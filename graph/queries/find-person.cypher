// People by a part of their name.
// Those who speak most first. Words of the name are found by their beginnings.
//
// $name text = "": part of the name. Example: hasan
// $limit integer = 50: most rows.
UNWIND $found AS one
MATCH (who:Person {id: one.id})
RETURN who.name AS name, who.region AS region, who.office AS office, one.statements AS statements, who.id AS id
ORDER BY statements DESC, name, id
