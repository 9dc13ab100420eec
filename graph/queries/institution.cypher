// One institution: names, region, statements.
// The number of statements is that of its own and those of the people who hold a post in it.
//
// $id text: id of the institution. Example: bawaslu-kota-metro-0a1b2c3d4e
UNWIND $found AS one
MATCH (inst:Institution {id: one.id})
RETURN inst.name AS name, inst.kind AS kind, inst.region AS region, inst.aliases AS aliases,
       one.statements AS statements, inst.id AS id
ORDER BY id
