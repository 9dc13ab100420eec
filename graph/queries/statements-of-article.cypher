// The statements of an article.
// `spans`, `cue` and `source` are places in its text: start, end, start, end, ... `speaker_by` is post where
// the article names only the post of the speaker.
//
// $id text: id of the article. Example: 1f0a9c
// sets: rules
MATCH (stmt:Statement)-[place:REPORTED_IN]->(art:Article {id: $id})
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
OPTIONAL MATCH (speaker:Person|Institution)-[said:SAID]->(stmt)
OPTIONAL MATCH (stmt)-[:CITES]->(cited:Regulation)
RETURN coalesce(speaker.name, stmt.speaker_name) AS speaker, coalesce(said.post, '') AS post, stmt.text AS words,
       stmt.date AS date, art.title AS title, coalesce(outlet.name, '') AS outlet, art.url AS url,
       stmt.mode AS mode, stmt.act AS act, stmt.modality AS modality,
       coalesce(said.confidence, stmt.confidence) AS confidence, CASE WHEN said.how = 'post' THEN 'post' ELSE '' END AS speaker_by,
       collect(DISTINCT cited.id) AS rules, place.spans AS spans, stmt.cue_at AS cue, stmt.source_at AS source,
       stmt.id AS statement, art.id AS article,
       coalesce(speaker.id, '') AS speaker_id,
       CASE WHEN speaker.id IS NULL THEN '' WHEN speaker.kind IS NULL THEN 'person' ELSE 'institution' END AS speaker_kind
ORDER BY statement, speaker_id
