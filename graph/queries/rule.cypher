// One rule: title, days of force, statements.
// And the provisions that articles cite; of statements and articles, the number. `rule-history` has its relations.
//
// $id text: id of the rule. Example: uu/2014/5
// sets: provisions
UNWIND $found AS one
MATCH (reg:Regulation {id: one.id})
OPTIONAL MATCH (provision:Provision)-[:PART_OF]->(reg)
RETURN reg.id AS rule, reg.type AS type, reg.year AS year, reg.number AS number, reg.issuer AS issuer,
       reg.title AS title, reg.akn AS akn, reg.in_force_from AS in_force_from,
       reg.in_force_until AS in_force_until, collect(DISTINCT provision.text) AS provisions,
       one.articles AS articles, one.statements AS statements
ORDER BY rule
