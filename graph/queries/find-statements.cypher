// Statements by rule, words, who, where, act.
// The latest first. A word is found by its beginning, from five letters also behind a prefix: larang in dilarang;
// several in quotes as they stand in a row. One of two letters stands for itself.
//
// $rule text = "": the rule: its id, a citation, a part of its title, or of the words that name it. Example: uu asn
// $words text = "": words that stand in the statement. Example: teguran
// $also text = "": further words that stand in it.
// $and_also text = "": yet further words that stand in it.
// $speaker text = "": part of the speaker's name. Example: hasan
// $place text = "": part of the name of the speaker's region, or of one that it lies in. Example: kota metro
// $act speech-act = "": states, warns, urges, forbids, promises, denies, proposes or announces-sanction. Example: warns
// $modality modality = "": negated, conditional, possible or obliged. Example: obliged
// $since day = "": first day of the articles. Example: 2024-01-01
// $until day = "": last day of the articles. Example: 2024-12-31
// $limit integer = 200: most rows.
// $skip integer = 0: rows to leave out first, for the next page.
// sets: rules
UNWIND $found AS one
MATCH (stmt:Statement {id: one.statement})
OPTIONAL MATCH (stmt)-[:REPORTED_IN]->(art:Article)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
OPTIONAL MATCH (speaker:Person|Institution)-[said:SAID]->(stmt)
OPTIONAL MATCH (stmt)-[:CITES]->(cited:Regulation)
RETURN coalesce(speaker.name, stmt.speaker_name) AS speaker, coalesce(said.post, '') AS post, stmt.text AS words,
       stmt.date AS date, art.title AS title, coalesce(outlet.name, '') AS outlet, art.url AS url,
       stmt.mode AS mode, stmt.act AS act, stmt.modality AS modality,
       coalesce(said.confidence, stmt.confidence) AS confidence, CASE WHEN said.how = 'post' THEN 'post' ELSE '' END AS speaker_by,
       collect(DISTINCT cited.id) AS rules, CASE WHEN one.first = '' THEN art.id ELSE one.first END AS first_printed_in,
       stmt.id AS statement, art.id AS article,
       coalesce(speaker.id, '') AS speaker_id,
       CASE WHEN speaker.id IS NULL THEN '' WHEN speaker.kind IS NULL THEN 'person' ELSE 'institution' END AS speaker_kind
ORDER BY date DESC, statement, speaker_id
