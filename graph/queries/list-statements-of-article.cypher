// The statements of an article with their places in its text: `spans` are start, end, start, end, ...
//
// $id text: id of the article. Example: 1f0a9c
// sets: rules
MATCH (stmt:Statement)-[place:REPORTED_IN]->(art:Article {id: $id})
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
OPTIONAL MATCH (speaker:Person|Institution)-[said:SAID]->(stmt)
OPTIONAL MATCH (stmt)-[:CITES]->(cited:Regulation)
RETURN stmt.id AS statement, stmt.date AS date, stmt.text AS words, stmt.mode AS mode,
       coalesce(speaker.name, stmt.speaker_name) AS speaker, coalesce(speaker.id, '') AS speaker_id,
       CASE WHEN speaker.id IS NULL THEN '' WHEN speaker.kind IS NULL THEN 'person' ELSE 'institution' END AS speaker_kind,
       coalesce(said.post, '') AS post, art.id AS article, art.title AS title,
       coalesce(outlet.name, '') AS outlet, collect(DISTINCT cited.id) AS rules,
       place.spans AS spans
ORDER BY statement
