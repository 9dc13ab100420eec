// Who warned or promised what about a rule.
// Statements that do more than state, or those of one act; the latest first. `act_words` are the words that tell it.
//
// $rule text: id of the rule. Example: pp/2021/94
// $act speech-act = "": states, warns, urges, forbids, promises, denies, proposes or announces-sanction. Example: warns
// $limit integer = 200: most rows.
MATCH (:Regulation {id: $rule})<-[:CITES]-(stmt:Statement)
WHERE (stmt.act <> 'states' AND $act = '') OR stmt.act = $act
WITH DISTINCT stmt.id AS found, stmt.date AS day ORDER BY day DESC, found LIMIT $limit
MATCH (stmt:Statement {id: found})
OPTIONAL MATCH (stmt)-[:REPORTED_IN]->(art:Article)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
OPTIONAL MATCH (speaker:Person|Institution)-[said:SAID]->(stmt)
RETURN coalesce(speaker.name, stmt.speaker_name) AS speaker, coalesce(said.post, '') AS post, stmt.text AS words,
       stmt.date AS date, art.title AS title, coalesce(outlet.name, '') AS outlet, art.url AS url,
       stmt.act AS act, stmt.act_words AS act_words, stmt.modality AS modality,
       stmt.id AS statement, art.id AS article,
       coalesce(speaker.id, '') AS speaker_id,
       CASE WHEN speaker.id IS NULL THEN '' WHEN speaker.kind IS NULL THEN 'person' ELSE 'institution' END AS speaker_kind
ORDER BY date DESC, statement, speaker_id
