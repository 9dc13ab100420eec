// What a person said, the latest first; found by any part of the name.
//
// $person text: part of the name, or the id. Example: Basuki
// $limit integer = 200: most rows.
// sets: rules
MATCH (who:Person)-[said:SAID]->(stmt:Statement)-[:REPORTED_IN]->(art:Article)
WHERE who.id = $person OR toLower(who.name) CONTAINS toLower($person)
OPTIONAL MATCH (stmt)-[:CITES]->(reg:Regulation)
RETURN who.name AS person, said.post AS post, stmt.text AS words, stmt.mode AS mode,
       stmt.date AS date, art.title AS title, art.url AS url, art.id AS article,
       stmt.id AS statement, who.id AS person_id, collect(DISTINCT reg.id) AS rules
ORDER BY person, person_id, date DESC, statement
LIMIT $limit
