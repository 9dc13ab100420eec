// The rules a statement cites.
// How it names them, which provisions, what they are called.
//
// $id text: id of the statement. Example: 1f0a9c:20-118
MATCH (:Statement {id: $id})-[cites:CITES]->(reg:Regulation)
RETURN reg.id AS rule, reg.title AS title, cites.surface AS cited_as, cites.how AS how,
       cites.provisions AS provisions
ORDER BY rule
