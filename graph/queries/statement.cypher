// One statement with everything that shows it: speaker, words, their places, the whole article.
// `spans`, `cue` and `source` are flat lists of offsets in `article_text`: start, end, start, end, ...
//
// $id text: id of the statement. Example: 1f0a9c:20-118
// sets: rules, sanctions
MATCH (stmt:Statement {id: $id})-[place:REPORTED_IN]->(art:Article)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
OPTIONAL MATCH (speaker:Person|Institution)-[said:SAID]->(stmt)
OPTIONAL MATCH (stmt)-[:CITES]->(reg:Regulation)
OPTIONAL MATCH (stmt)-[:INVOKES]->(pen:Sanction)
RETURN stmt.id AS statement, coalesce(speaker.name, stmt.speaker_name) AS speaker, coalesce(said.post, '') AS post,
       coalesce(speaker.id, '') AS speaker_id, coalesce(said.cue, '') AS cue_word, stmt.text AS words,
       stmt.mode AS mode, stmt.confidence AS confidence, place.spans AS spans, place.cue AS cue,
       place.source AS source, art.id AS article, art.title AS title, art.url AS url,
       art.date AS date, art.author AS author, coalesce(outlet.name, '') AS outlet,
       art.text AS article_text, collect(DISTINCT reg.id) AS rules,
       collect(DISTINCT pen.id) AS sanctions
ORDER BY statement, speaker_id
