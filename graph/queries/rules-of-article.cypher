// The rules an article cites.
// Anywhere in it: how it names them first, all `places` as a flat list of offsets, whether they were in force that day.
//
// $id text: id of the article. Example: 1f0a9c
MATCH (:Article {id: $id})-[cites:CITES]->(reg:Regulation)
RETURN reg.id AS rule, reg.title AS title, cites.surface AS cited_as, cites.how AS how,
       cites.provisions AS provisions, cites.in_force AS in_force, reg.in_force_from AS in_force_from,
       reg.in_force_until AS in_force_until, cites.issuer_from AS issuer_from, cites.at AS at,
       cites.places AS places
ORDER BY rule
