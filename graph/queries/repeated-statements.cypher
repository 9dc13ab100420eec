// Which statements several articles print.
// Articles that repeat one another, that is; where each was printed first, and in how many articles and other papers.
//
// $rule text = "": id of a rule they speak of.
// $limit integer = 200: most rows.
// sets: outlets
UNWIND $found AS one
MATCH (stmt:Statement {id: one.statement})
OPTIONAL MATCH (stmt)<-[:REPEATS]-(again:Statement)
OPTIONAL MATCH (again)-[:REPORTED_IN]->(later:Article)
OPTIONAL MATCH (later)-[:PUBLISHED_BY]->(paper:Outlet)
OPTIONAL MATCH (stmt)-[:REPORTED_IN]->(art:Article)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
OPTIONAL MATCH (speaker:Person|Institution)-[said:SAID]->(stmt)
RETURN coalesce(speaker.name, stmt.speaker_name) AS speaker, coalesce(said.post, '') AS post, stmt.text AS words,
       stmt.date AS date, art.title AS title, coalesce(outlet.name, '') AS outlet, art.url AS url,
       stmt.mode AS mode, one.articles AS articles, collect(DISTINCT paper.name) AS outlets,
       stmt.id AS statement, art.id AS article,
       coalesce(speaker.id, '') AS speaker_id,
       CASE WHEN speaker.id IS NULL THEN '' WHEN speaker.kind IS NULL THEN 'person' ELSE 'institution' END AS speaker_kind
ORDER BY articles DESC, statement, speaker_id
