// Which rules a person spoke about.
// With the words; people are found by any part of the name.
//
// $person text: part of the name, or the id. Example: Basuki
// $limit integer = 200: most rows.
MATCH (who:Person)-[said:SAID]->(stmt:Statement)-[cites:CITES]->(reg:Regulation)
WHERE $person = '' OR who.id = $person OR toLower(who.name) CONTAINS toLower($person)
WITH who, said, stmt, cites, reg
ORDER BY who.name, who.id, reg.id, stmt.date DESC, stmt.id LIMIT $limit
MATCH (stmt)-[:REPORTED_IN]->(art:Article)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
RETURN who.name AS speaker, said.post AS post, stmt.text AS words,
       stmt.date AS date, art.title AS title, coalesce(outlet.name, '') AS outlet, art.url AS url,
       stmt.mode AS mode,
       reg.id AS rule, reg.title AS rule_title, cites.surface AS cited_as, cites.how AS how,
       cites.provisions AS provisions, stmt.id AS statement, art.id AS article,
       who.id AS speaker_id, 'person' AS speaker_kind
ORDER BY speaker, speaker_id, rule, date DESC, statement
