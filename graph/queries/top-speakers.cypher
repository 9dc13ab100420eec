// The people and institutions most quoted.
//
// $limit integer = 20: most rows.
MATCH (speaker:Person|Institution)-[:SAID]->(stmt:Statement)
RETURN speaker.name AS speaker, CASE WHEN speaker.kind IS NULL THEN 'person' ELSE 'institution' END AS kind,
       speaker.region AS region, count(DISTINCT stmt.id) AS statements, speaker.id AS speaker_id
ORDER BY statements DESC, speaker, speaker_id
LIMIT $limit
