// People and institutions of nearly that name.
// For a name that nothing bears: "Cokra" for "Cokro Hadisaputro". The likest first, of those most quoted that share
// the beginning of a word with it.
//
// $name text: a name, or a word of it. Example: hasn
// $limit integer = 5: most rows.
UNWIND $found AS one
MATCH (who:Person|Institution {id: one.id})
RETURN who.name AS name, one.kind AS kind, who.region AS region, one.statements AS statements,
       one.likeness AS likeness, who.id AS id
ORDER BY likeness DESC, statements DESC, name, id
