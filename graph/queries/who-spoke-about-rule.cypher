// Who spoke about a rule, in which words.
// The latest statement first, with the article it stands in, and whether the rule was in force that day.
//
// $rule text: id of the rule. Example: uu/2014/5
// $limit integer = 200: most rows.
// $skip integer = 0: rows to leave out first, for the next page.
// sets: rules
UNWIND $found AS one
MATCH (stmt:Statement {id: one.statement})
OPTIONAL MATCH (stmt)-[cites:CITES]->(reg:Regulation) WHERE reg.id = $rule
OPTIONAL MATCH (stmt)-[:REPORTED_IN]->(art:Article)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
OPTIONAL MATCH (speaker:Person|Institution)-[said:SAID]->(stmt)
OPTIONAL MATCH (stmt)-[:CITES]->(cited:Regulation)
RETURN coalesce(speaker.name, stmt.speaker_name) AS speaker, coalesce(said.post, '') AS post, stmt.text AS words,
       stmt.date AS date, art.title AS title, coalesce(outlet.name, '') AS outlet, art.url AS url,
       stmt.mode AS mode, stmt.act AS act, stmt.modality AS modality,
       coalesce(said.confidence, stmt.confidence) AS confidence, CASE WHEN said.how = 'post' THEN 'post' ELSE '' END AS speaker_by,
       cites.surface AS cited_as, cites.how AS how, cites.provisions AS provisions,
       cites.in_force AS in_force,
       collect(DISTINCT cited.id) AS rules, CASE WHEN one.first = '' THEN art.id ELSE one.first END AS first_printed_in,
       stmt.id AS statement, art.id AS article,
       coalesce(speaker.id, '') AS speaker_id,
       CASE WHEN speaker.id IS NULL THEN '' WHEN speaker.kind IS NULL THEN 'person' ELSE 'institution' END AS speaker_kind
ORDER BY date DESC, statement, speaker_id
