// What an institution said, in its own name or through those who hold a post in it, the latest first.
// `post` is the one that the article itself gives the speaker.
//
// $institution text: part of the name, or the id. Example: Bawaslu
// $limit integer = 200: most rows.
MATCH (inst:Institution)<-[:HOLDS*0..1]-(speaker:Person|Institution)
WHERE inst.id = $institution OR toLower(inst.name) CONTAINS toLower($institution)
WITH DISTINCT inst, speaker
MATCH (speaker)-[said:SAID]->(stmt:Statement)-[:REPORTED_IN]->(art:Article)
RETURN inst.name AS institution, speaker.name AS speaker, said.post AS post, stmt.text AS words,
       stmt.mode AS mode, stmt.date AS date, art.title AS title, art.url AS url, art.id AS article,
       stmt.id AS statement, speaker.id AS speaker_id, inst.id AS institution_id
ORDER BY institution, institution_id, date DESC, statement, speaker_id
LIMIT $limit
