// One rule: title, days of force, statements.
// And the provisions that articles cite; of statements and articles, the number. `rule-history` has its relations.
//
// $id text: id of the rule. Example: uu/2014/5
// sets: provisions
MATCH (reg:Regulation {id: $id})
OPTIONAL MATCH (provision:Provision)-[:PART_OF]->(reg)
WITH reg, collect(DISTINCT provision.text) AS provisions
OPTIONAL MATCH (art:Article)-[:CITES]->(reg)
WITH reg, provisions, count(DISTINCT art.id) AS articles
OPTIONAL MATCH (stmt:Statement)-[:CITES]->(reg)
RETURN reg.id AS rule, reg.type AS type, reg.year AS year, reg.number AS number, reg.issuer AS issuer,
       reg.title AS title, reg.akn AS akn, reg.in_force_from AS in_force_from,
       reg.in_force_until AS in_force_until, provisions, articles,
       count(DISTINCT stmt.id) AS statements
ORDER BY rule
