// The statements that cite a rule, page by page, the latest first.
//
// $id text: id of the rule. Example: uu/2014/5
// $limit integer = 50: most rows.
// $skip integer = 0: rows to leave out first, for the next page.
// sets: rules
MATCH (reg:Regulation {id: $id})<-[:CITES]-(stmt:Statement)-[:REPORTED_IN]->(art:Article)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
OPTIONAL MATCH (speaker:Person|Institution)-[said:SAID]->(stmt)
OPTIONAL MATCH (stmt)-[:CITES]->(cited:Regulation)
RETURN stmt.id AS statement, stmt.date AS date, stmt.text AS words, stmt.mode AS mode,
       coalesce(speaker.name, stmt.speaker_name) AS speaker, coalesce(speaker.id, '') AS speaker_id,
       CASE WHEN speaker.id IS NULL THEN '' WHEN speaker.kind IS NULL THEN 'person' ELSE 'institution' END AS speaker_kind,
       coalesce(said.post, '') AS post, art.id AS article, art.title AS title,
       coalesce(outlet.name, '') AS outlet, collect(DISTINCT cited.id) AS rules
ORDER BY date DESC, article, statement
SKIP $skip LIMIT $limit
