// Who spoke about a rule, in which words, in which article; the latest first.
//
// $rule text: id of the rule. Example: uu/2014/5
// $limit integer = 200: most rows.
MATCH (reg:Regulation {id: $rule})<-[cites:CITES]-(stmt:Statement)-[:REPORTED_IN]->(art:Article)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
OPTIONAL MATCH (speaker:Person|Institution)-[said:SAID]->(stmt)
RETURN coalesce(speaker.name, stmt.speaker_name) AS speaker, coalesce(said.post, '') AS post,
       stmt.text AS words, stmt.mode AS mode, cites.surface AS cited_as, cites.how AS how,
       cites.provisions AS provisions, stmt.date AS date, art.title AS title, art.url AS url,
       coalesce(outlet.name, '') AS outlet, art.id AS article, stmt.id AS statement,
       coalesce(speaker.id, '') AS speaker_id
ORDER BY date DESC, statement, speaker_id
LIMIT $limit
