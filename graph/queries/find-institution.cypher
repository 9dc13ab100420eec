// Institutions by a part of their name.
// By the beginnings of its words. Those that speak most first, themselves or through those who hold a post in them.
//
// $name text = "": part of the name. Example: bawaslu
// $limit integer = 50: most rows.
UNWIND $found AS one
MATCH (inst:Institution {id: one.id})
RETURN inst.name AS name, inst.kind AS kind, inst.region AS region, one.statements AS statements, inst.id AS id
ORDER BY statements DESC, name, id
