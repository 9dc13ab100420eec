// Statements and their places, a batch at a time.
// The latest first, as `wartagraf verify` reads them; places are flat lists of offsets in the article.
//
// $skip integer = 0: statements to leave out first, for the next batch.
// $limit integer = 1000: most statements.
UNWIND $found AS one
MATCH (stmt:Statement {id: one.statement})
OPTIONAL MATCH (stmt)-[place:REPORTED_IN]->(art:Article)
OPTIONAL MATCH (speaker:Person|Institution)-[said:SAID]->(stmt)
RETURN stmt.id AS statement, art.id AS article, stmt.text AS words, place.spans AS spans, stmt.cue_at AS cue,
       said.cue AS cue_word, stmt.source_at AS source, stmt.act_words AS act_words, stmt.act_at AS act_at,
       stmt.modality AS modality, stmt.modality_at AS modality_at
ORDER BY stmt.date DESC, statement, cue_word
