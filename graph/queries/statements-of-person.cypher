// What a person said.
// The latest first; people are found by the beginnings of words of the name.
//
// $person text: part of the name, or the id. Example: Basuki
// $limit integer = 200: most rows.
// $skip integer = 0: rows to leave out first, for the next page.
// sets: rules
UNWIND $found AS one
MATCH (stmt:Statement {id: one.statement})
OPTIONAL MATCH (stmt)-[:REPORTED_IN]->(art:Article)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
OPTIONAL MATCH (speaker:Person)-[said:SAID]->(stmt)
OPTIONAL MATCH (stmt)-[:CITES]->(cited:Regulation)
RETURN speaker.name AS speaker, said.post AS post, stmt.text AS words,
       stmt.date AS date, art.title AS title, coalesce(outlet.name, '') AS outlet, art.url AS url,
       stmt.mode AS mode, stmt.act AS act, stmt.modality AS modality,
       said.confidence AS confidence, CASE WHEN said.how = 'post' THEN 'post' ELSE '' END AS speaker_by,
       collect(DISTINCT cited.id) AS rules, stmt.id AS statement, art.id AS article,
       speaker.id AS speaker_id, 'person' AS speaker_kind
ORDER BY date DESC, statement, speaker_id
