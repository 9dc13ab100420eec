// Statements by rule, words, speaker, act, days.
// The latest first.
//
// $rule text = "": the rule: its id, a part of its title, or of the words that name it. Example: uu asn
// $words text = "": words that stand in the statement. Example: teguran
// $also text = "": further words that stand in it.
// $and_also text = "": yet further words that stand in it.
// $speaker text = "": part of the speaker's name. Example: hasan
// $act speech-act = "": states, warns, urges, forbids, promises, denies, proposes or announces-sanction. Example: warns
// $modality modality = "": negated, conditional, possible or obliged. Example: obliged
// $since text = "": first day of the articles. Example: 2024-01-01
// $until text = "": last day of the articles. Example: 2024-12-31
// $limit integer = 200: most rows.
// $skip integer = 0: rows to leave out first, for the next page.
// sets: rules
MATCH (stmt:Statement)
WHERE ($words = '' OR toLower(stmt.text) CONTAINS toLower($words))
  AND ($also = '' OR toLower(stmt.text) CONTAINS toLower($also))
  AND ($and_also = '' OR toLower(stmt.text) CONTAINS toLower($and_also))
  AND ($speaker = '' OR toLower(stmt.speaker_name) CONTAINS toLower($speaker))
  AND ($act = '' OR stmt.act = $act)
  AND ($modality = '' OR $modality IN stmt.modality)
  AND ($since = '' OR stmt.date >= $since)
  AND ($until = '' OR (stmt.date <> '' AND stmt.date <= $until))
  AND ($rule = '' OR EXISTS {
        MATCH (stmt)-[cites:CITES]->(reg:Regulation)
        WHERE reg.id = $rule OR reg.id STARTS WITH ($rule + '/')
           OR (NOT ($rule CONTAINS '/') AND reg.id CONTAINS toLower($rule))
           OR toLower(reg.title) CONTAINS toLower($rule) OR toLower(cites.surface) CONTAINS toLower($rule)})
WITH stmt.id AS found, stmt.date AS day ORDER BY day DESC, found SKIP $skip LIMIT $limit
MATCH (stmt:Statement {id: found})-[:REPORTED_IN]->(art:Article)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
OPTIONAL MATCH (speaker:Person|Institution)-[said:SAID]->(stmt)
OPTIONAL MATCH (stmt)-[:CITES]->(cited:Regulation)
OPTIONAL MATCH (stmt)-[:REPEATS]->(:Statement)-[:REPORTED_IN]->(first:Article)
RETURN coalesce(speaker.name, stmt.speaker_name) AS speaker, coalesce(said.post, '') AS post, stmt.text AS words,
       stmt.date AS date, art.title AS title, coalesce(outlet.name, '') AS outlet, art.url AS url,
       stmt.mode AS mode, stmt.act AS act, stmt.modality AS modality,
       collect(DISTINCT cited.id) AS rules, coalesce(first.id, art.id) AS first_printed_in,
       stmt.id AS statement, art.id AS article,
       coalesce(speaker.id, '') AS speaker_id,
       CASE WHEN speaker.id IS NULL THEN '' WHEN speaker.kind IS NULL THEN 'person' ELSE 'institution' END AS speaker_kind
ORDER BY date DESC, statement, speaker_id
