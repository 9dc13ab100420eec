// Who made a statement, if the article names somebody.
//
// $id text: id of the statement. Example: 1f0a9c:20-118
MATCH (speaker:Person|Institution)-[said:SAID]->(stmt:Statement {id: $id})
RETURN speaker.name AS speaker, speaker.id AS speaker_id, CASE WHEN speaker.kind IS NULL THEN 'person' ELSE 'institution' END AS speaker_kind,
       said.post AS post
ORDER BY speaker_id
