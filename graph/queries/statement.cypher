// One statement with its whole article.
// `spans`, `cue`, `source`, `act_at` and `modality_at` are flat lists of offsets in `article_text`: start, end, ...
// `speaker_by` is post where the article names only the post; `repeats` is the statement that was printed first.
//
// $id text: id of the statement. Example: 1f0a9c:20-118
// sets: rules, sanctions
MATCH (stmt:Statement {id: $id})-[place:REPORTED_IN]->(art:Article)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
OPTIONAL MATCH (speaker:Person|Institution)-[said:SAID]->(stmt)
OPTIONAL MATCH (stmt)-[:CITES]->(reg:Regulation)
OPTIONAL MATCH (stmt)-[:INVOKES]->(pen:Sanction)
OPTIONAL MATCH (stmt)-[:REPEATS]->(first:Statement)
RETURN coalesce(speaker.name, stmt.speaker_name) AS speaker, coalesce(said.post, '') AS post, stmt.text AS words,
       stmt.date AS date, art.title AS title, coalesce(outlet.name, '') AS outlet, art.url AS url,
       stmt.mode AS mode, stmt.act AS act, stmt.act_words AS act_words, stmt.modality AS modality,
       coalesce(said.cue, '') AS cue_word, coalesce(said.confidence, stmt.confidence) AS confidence,
       CASE WHEN said.how = 'post' THEN 'post' ELSE '' END AS speaker_by, collect(DISTINCT reg.id) AS rules,
       collect(DISTINCT pen.id) AS sanctions, art.author AS author, art.text AS article_text,
       place.spans AS spans, stmt.cue_at AS cue, stmt.source_at AS source, stmt.act_at AS act_at, stmt.modality_at AS modality_at,
       coalesce(first.id, '') AS repeats, stmt.id AS statement, art.id AS article,
       coalesce(speaker.id, '') AS speaker_id,
       CASE WHEN speaker.id IS NULL THEN '' WHEN speaker.kind IS NULL THEN 'person' ELSE 'institution' END AS speaker_kind
ORDER BY statement, speaker_id
