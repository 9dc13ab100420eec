// Who cites rules that had fallen by then.
// With the day (or year) the rule ended and the rules that revoked it. Read the words: some are cited as what fell.
//
// $rule text = "": id of the rule; without one, all that had fallen. Example: pp/2010/53
// $limit integer = 200: most rows.
// sets: revoked_by
MATCH (stmt:Statement)-[cites:CITES]->(reg:Regulation)
WHERE cites.in_force = false AND reg.in_force_until <> '' AND reg.in_force_until <= stmt.date
  AND ($rule = '' OR reg.id = $rule)
WITH stmt.id AS found, stmt.date AS day, reg.id AS rule, cites.surface AS cited_as, cites.how AS how
ORDER BY day DESC, found, rule LIMIT $limit
MATCH (stmt:Statement {id: found})
MATCH (reg:Regulation {id: rule})
OPTIONAL MATCH (stmt)-[:REPORTED_IN]->(art:Article)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
OPTIONAL MATCH (speaker:Person|Institution)-[said:SAID]->(stmt)
OPTIONAL MATCH (newer:Regulation)-[:REVOKES]->(reg)
RETURN coalesce(speaker.name, stmt.speaker_name) AS speaker, coalesce(said.post, '') AS post, stmt.text AS words,
       stmt.date AS date, art.title AS title, coalesce(outlet.name, '') AS outlet, art.url AS url,
       stmt.mode AS mode,
       rule, reg.title AS rule_title, reg.in_force_until AS until, collect(DISTINCT newer.id) AS revoked_by,
       cited_as, how, stmt.id AS statement, art.id AS article,
       coalesce(speaker.id, '') AS speaker_id,
       CASE WHEN speaker.id IS NULL THEN '' WHEN speaker.kind IS NULL THEN 'person' ELSE 'institution' END AS speaker_kind
ORDER BY date DESC, statement, rule, speaker_id
