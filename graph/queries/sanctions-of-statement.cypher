// The sanctions a statement speaks of.
// As worded.
//
// $id text: id of the statement. Example: 1f0a9c:20-118
MATCH (:Statement {id: $id})-[invokes:INVOKES]->(pen:Sanction)
RETURN pen.id AS sanction, pen.name AS name, invokes.surface AS worded, invokes.detail AS detail
ORDER BY sanction, detail
