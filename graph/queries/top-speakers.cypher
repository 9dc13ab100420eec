// The people and institutions most quoted.
//
// $limit integer = 20: most rows.
MATCH (speaker:Person|Institution)-[:SAID]->(stmt:Statement)
RETURN speaker.name AS name, CASE WHEN speaker.kind IS NULL THEN 'person' ELSE 'institution' END AS speaker_kind,
       speaker.region AS region, count(DISTINCT stmt.id) AS statements, speaker.id AS id
ORDER BY statements DESC, name, id
LIMIT $limit
