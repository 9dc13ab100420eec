// Which sanctions were invoked for a rule.
// Or at all, and by whom, with the words. `rule_from` is text where the article says that the rule provides for it,
// same-statement where one statement speaks of both; `status` may be denied.
//
// $rule text = "": id of the rule; without one, every statement with a sanction. Example: pp/2021/94
// $limit integer = 200: most rows.
UNWIND $found AS one
MATCH (stmt:Statement {id: one.statement})
OPTIONAL MATCH (stmt)-[invokes:INVOKES]->(pen:Sanction)
WHERE pen.id = one.sanction
  AND ((invokes.regulation <> '' AND invokes.regulation = one.rule) OR (invokes.regulation = '' AND one.beside = 1))
OPTIONAL MATCH (stmt)-[:REPORTED_IN]->(art:Article)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
OPTIONAL MATCH (speaker:Person|Institution)-[said:SAID]->(stmt)
RETURN coalesce(speaker.name, stmt.speaker_name) AS speaker, coalesce(said.post, '') AS post, stmt.text AS words,
       stmt.date AS date, art.title AS title, coalesce(outlet.name, '') AS outlet, art.url AS url,
       stmt.mode AS mode,
       pen.id AS sanction, invokes.surface AS worded, invokes.status AS status, invokes.detail AS detail,
       invokes.amount_from AS amount_from, invokes.amount_to AS amount_to, invokes.duration_from AS duration_from,
       invokes.duration_to AS duration_to, invokes.degree AS degree, one.rule AS rule,
       CASE WHEN invokes.regulation <> '' THEN 'text' WHEN one.rule <> '' THEN 'same-statement' ELSE '' END AS rule_from,
       invokes.provisions AS provisions, stmt.id AS statement, art.id AS article,
       coalesce(speaker.id, '') AS speaker_id,
       CASE WHEN speaker.id IS NULL THEN '' WHEN speaker.kind IS NULL THEN 'person' ELSE 'institution' END AS speaker_kind
ORDER BY sanction, rule, date DESC, statement, detail, worded, status, rule_from, speaker_id
