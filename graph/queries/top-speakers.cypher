// The people and institutions most quoted.
//
// $once integer = 0: 1 counts what several articles print of one text once, where it was printed first.
// $limit integer = 20: most rows.
MATCH (speaker:Person|Institution)-[:SAID]->(stmt:Statement)
WHERE ($once = 0 OR NOT EXISTS { MATCH (stmt)-[:REPEATS]->(:Statement) })
RETURN speaker.name AS name, CASE WHEN speaker.kind IS NULL THEN 'person' ELSE 'institution' END AS speaker_kind,
       speaker.region AS region, count(DISTINCT stmt.id) AS statements, speaker.id AS id
ORDER BY statements DESC, name, id
LIMIT $limit
