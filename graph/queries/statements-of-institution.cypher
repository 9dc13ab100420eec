// What an institution and its people said.
// In its own name, or by those who hold a post in it; `post` is the one that the article itself gives the speaker.
// The latest first.
//
// $institution text: part of the name, or the id. Example: Bawaslu
// $limit integer = 200: most rows.
// $skip integer = 0: rows to leave out first, for the next page.
// sets: rules
UNWIND $found AS one
MATCH (stmt:Statement {id: one.statement})
MATCH (inst:Institution {id: one.institution})
OPTIONAL MATCH (stmt)-[:REPORTED_IN]->(art:Article)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
OPTIONAL MATCH (speaker:Person|Institution)-[said:SAID]->(stmt)
OPTIONAL MATCH (stmt)-[:CITES]->(cited:Regulation)
RETURN speaker.name AS speaker, said.post AS post, stmt.text AS words,
       stmt.date AS date, art.title AS title, coalesce(outlet.name, '') AS outlet, art.url AS url,
       stmt.mode AS mode, stmt.act AS act, stmt.modality AS modality,
       coalesce(said.confidence, stmt.confidence) AS confidence, CASE WHEN said.how = 'post' THEN 'post' ELSE '' END AS speaker_by,
       inst.name AS institution, collect(DISTINCT cited.id) AS rules, stmt.id AS statement, art.id AS article,
       speaker.id AS speaker_id,
       CASE WHEN speaker.kind IS NULL THEN 'person' ELSE 'institution' END AS speaker_kind,
       inst.id AS institution_id
ORDER BY date DESC, statement, institution_id
