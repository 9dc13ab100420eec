// People and institutions that are quoted, by a part of their name, those who speak most first.
//
// $speaker text: part of the name. Example: hasan
// $limit integer = 50: most rows.
MATCH (speaker:Person|Institution)-[:SAID]->(stmt:Statement)
WHERE toLower(speaker.name) CONTAINS toLower($speaker)
RETURN speaker.name AS speaker, CASE WHEN speaker.kind IS NULL THEN 'person' ELSE 'institution' END AS kind,
       speaker.region AS region, count(DISTINCT stmt.id) AS statements, speaker.id AS speaker_id
ORDER BY statements DESC, speaker, speaker_id
LIMIT $limit
