// Which sanctions were invoked for a rule.
// Or at all, and by whom, with the words.
//
// $rule text = "": id of the rule; without one, every statement with a sanction. Example: pp/2021/94
// $limit integer = 200: most rows.
MATCH (stmt:Statement)-[invokes:INVOKES]->(pen:Sanction)
OPTIONAL MATCH (stmt)-[:CITES]->(reg:Regulation)
WITH stmt, invokes, pen, coalesce(reg.id, '') AS rule
WHERE $rule = '' OR rule = $rule
WITH stmt, invokes, pen, rule
ORDER BY pen.id, rule, stmt.date DESC, stmt.id, invokes.detail LIMIT $limit
MATCH (stmt)-[:REPORTED_IN]->(art:Article)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
OPTIONAL MATCH (speaker:Person|Institution)-[said:SAID]->(stmt)
RETURN coalesce(speaker.name, stmt.speaker_name) AS speaker, coalesce(said.post, '') AS post, stmt.text AS words,
       stmt.date AS date, art.title AS title, coalesce(outlet.name, '') AS outlet, art.url AS url,
       stmt.mode AS mode,
       pen.id AS sanction, invokes.detail AS detail, rule, stmt.id AS statement, art.id AS article,
       coalesce(speaker.id, '') AS speaker_id,
       CASE WHEN speaker.id IS NULL THEN '' WHEN speaker.kind IS NULL THEN 'person' ELSE 'institution' END AS speaker_kind
ORDER BY sanction, rule, date DESC, statement, detail, speaker_id
