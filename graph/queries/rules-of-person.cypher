// Which rules a person spoke about.
// With the words; people are found by the beginnings of words of the name.
//
// $person text: part of the name, or the id. Example: Basuki
// $limit integer = 200: most rows.
UNWIND $found AS one
MATCH (stmt:Statement {id: one.statement})
OPTIONAL MATCH (stmt)-[cites:CITES]->(reg:Regulation) WHERE reg.id = one.rule
OPTIONAL MATCH (stmt)-[:REPORTED_IN]->(art:Article)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
OPTIONAL MATCH (who:Person)-[said:SAID]->(stmt)
RETURN who.name AS speaker, said.post AS post, stmt.text AS words,
       stmt.date AS date, art.title AS title, coalesce(outlet.name, '') AS outlet, art.url AS url,
       stmt.mode AS mode,
       reg.id AS rule, reg.title AS rule_title, cites.surface AS cited_as, cites.how AS how,
       cites.provisions AS provisions, stmt.id AS statement, art.id AS article,
       who.id AS speaker_id, 'person' AS speaker_kind
ORDER BY speaker, speaker_id, rule, date DESC, statement
