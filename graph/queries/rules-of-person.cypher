// Which rules a person spoke about, with the words; found by any part of the name.
//
// $person text: part of the name, or the id. Example: Basuki
// $limit integer = 200: most rows.
MATCH (who:Person)-[said:SAID]->(stmt:Statement)-[cites:CITES]->(reg:Regulation)
WHERE who.id = $person OR toLower(who.name) CONTAINS toLower($person)
MATCH (stmt)-[:REPORTED_IN]->(art:Article)
RETURN who.name AS person, said.post AS post, reg.id AS rule, reg.title AS rule_title,
       stmt.text AS words, stmt.mode AS mode, cites.how AS how, stmt.date AS date,
       art.title AS title, art.url AS url, art.id AS article, stmt.id AS statement,
       who.id AS person_id
ORDER BY person, person_id, rule, date DESC, statement
LIMIT $limit
