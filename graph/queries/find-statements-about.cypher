// Statements about a rule, which may be named in many ways, by words, speaker and days; the latest first.
//
// $about text: the rule: its id, a part of its title, or of the words that name it. Example: uu asn
// $words text = "": words that stand in the statement. Example: teguran
// $also text = "": further words that stand in it.
// $and_also text = "": yet further words that stand in it.
// $speaker text = "": part of the speaker's name. Example: hasan
// $since text = "": first day of the articles. Example: 2024-01-01
// $until text = "": last day of the articles. Example: 2024-12-31
// $limit integer = 50: most rows.
// $skip integer = 0: rows to leave out first, for the next page.
// sets: rules
MATCH (stmt:Statement)-[cites:CITES]->(reg:Regulation)
WHERE reg.id = $about OR reg.id STARTS WITH ($about + '/')
   OR (NOT ($about CONTAINS '/') AND reg.id CONTAINS toLower($about))
   OR toLower(reg.title) CONTAINS toLower($about) OR toLower(cites.surface) CONTAINS toLower($about)
WITH DISTINCT stmt, toLower(stmt.text) AS words, toLower(stmt.speaker_name) AS name
WHERE ($words = '' OR words CONTAINS toLower($words))
  AND ($also = '' OR words CONTAINS toLower($also))
  AND ($and_also = '' OR words CONTAINS toLower($and_also))
  AND ($speaker = '' OR name CONTAINS toLower($speaker))
  AND ($since = '' OR stmt.date >= $since)
  AND ($until = '' OR (stmt.date <> '' AND stmt.date <= $until))
WITH stmt ORDER BY stmt.date DESC, stmt.id SKIP $skip LIMIT $limit
MATCH (stmt)-[:REPORTED_IN]->(art:Article)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
OPTIONAL MATCH (speaker:Person|Institution)-[said:SAID]->(stmt)
OPTIONAL MATCH (stmt)-[:CITES]->(cited:Regulation)
RETURN stmt.id AS statement, stmt.date AS date, stmt.text AS words, stmt.mode AS mode,
       coalesce(speaker.name, stmt.speaker_name) AS speaker, coalesce(speaker.id, '') AS speaker_id,
       CASE WHEN speaker.id IS NULL THEN '' WHEN speaker.kind IS NULL THEN 'person' ELSE 'institution' END AS speaker_kind,
       coalesce(said.post, '') AS post, art.id AS article, art.title AS title,
       coalesce(outlet.name, '') AS outlet, collect(DISTINCT cited.id) AS rules
ORDER BY date DESC, statement
