// The rules a statement cites.
// How it names them and where, which provisions, what they are called, and whether they were in force by then.
//
// $id text: id of the statement. Example: 1f0a9c:20-118
MATCH (:Statement {id: $id})-[cites:CITES]->(reg:Regulation)
RETURN reg.id AS rule, reg.title AS title, cites.surface AS cited_as, cites.how AS how,
       cites.provisions AS provisions, cites.in_force AS in_force, reg.in_force_from AS in_force_from,
       reg.in_force_until AS in_force_until, cites.issuer_from AS issuer_from, cites.at AS at,
       cites.antecedent AS antecedent, cites.places AS places
ORDER BY rule
