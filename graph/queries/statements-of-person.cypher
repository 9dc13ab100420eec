// What a person said.
// The latest first; people are found by any part of the name.
//
// $person text: part of the name, or the id. Example: Basuki
// $limit integer = 200: most rows.
// $skip integer = 0: rows to leave out first, for the next page.
// sets: rules
MATCH (speaker:Person)-[said:SAID]->(stmt:Statement)
WHERE $person = '' OR speaker.id = $person OR toLower(speaker.name) CONTAINS toLower($person)
WITH speaker, said, stmt ORDER BY stmt.date DESC, stmt.id SKIP $skip LIMIT $limit
MATCH (stmt)-[:REPORTED_IN]->(art:Article)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
OPTIONAL MATCH (stmt)-[:CITES]->(cited:Regulation)
RETURN speaker.name AS speaker, said.post AS post, stmt.text AS words,
       stmt.date AS date, art.title AS title, coalesce(outlet.name, '') AS outlet, art.url AS url,
       stmt.mode AS mode, stmt.act AS act, stmt.modality AS modality,
       collect(DISTINCT cited.id) AS rules, stmt.id AS statement, art.id AS article,
       speaker.id AS speaker_id, 'person' AS speaker_kind
ORDER BY date DESC, statement, speaker_id
