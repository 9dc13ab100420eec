// Statements and their places, in order of id.
// A batch at a time, as `wartagraf verify` reads them; `spans` and `cue` are flat lists of offsets in the article.
//
// $after text = "": id of the last statement of the batch before.
// $limit integer = 2000: most statements.
MATCH (stmt:Statement)
WHERE stmt.id > $after
WITH stmt ORDER BY stmt.id LIMIT $limit
MATCH (stmt)-[place:REPORTED_IN]->(art:Article)
OPTIONAL MATCH (speaker:Person|Institution)-[said:SAID]->(stmt)
RETURN stmt.id AS statement, art.id AS article, stmt.text AS words, place.spans AS spans, place.cue AS cue,
       said.cue AS cue_word
ORDER BY statement, cue_word
