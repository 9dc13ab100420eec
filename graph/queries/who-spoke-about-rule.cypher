// Who spoke about a rule, in which words.
// The latest statement first, with the article it stands in, and whether the rule was in force that day.
//
// $rule text: id of the rule. Example: uu/2014/5
// $limit integer = 200: most rows.
// $skip integer = 0: rows to leave out first, for the next page.
// sets: rules
MATCH (:Regulation {id: $rule})<-[cites:CITES]-(stmt:Statement)
WITH stmt, cites ORDER BY stmt.date DESC, stmt.id SKIP $skip LIMIT $limit
MATCH (stmt)-[:REPORTED_IN]->(art:Article)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
OPTIONAL MATCH (speaker:Person|Institution)-[said:SAID]->(stmt)
OPTIONAL MATCH (stmt)-[:CITES]->(cited:Regulation)
OPTIONAL MATCH (stmt)-[:REPEATS]->(:Statement)-[:REPORTED_IN]->(first:Article)
RETURN coalesce(speaker.name, stmt.speaker_name) AS speaker, coalesce(said.post, '') AS post, stmt.text AS words,
       stmt.date AS date, art.title AS title, coalesce(outlet.name, '') AS outlet, art.url AS url,
       stmt.mode AS mode, stmt.act AS act, stmt.modality AS modality,
       cites.surface AS cited_as, cites.how AS how, cites.provisions AS provisions,
       cites.in_force AS in_force,
       collect(DISTINCT cited.id) AS rules, coalesce(first.id, art.id) AS first_printed_in,
       stmt.id AS statement, art.id AS article,
       coalesce(speaker.id, '') AS speaker_id,
       CASE WHEN speaker.id IS NULL THEN '' WHEN speaker.kind IS NULL THEN 'person' ELSE 'institution' END AS speaker_kind
ORDER BY date DESC, statement, speaker_id
