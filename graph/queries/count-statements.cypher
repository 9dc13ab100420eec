// How many statements find-statements would find.
//
// $rule text = "": the rule: its id, a part of its title, or of the words that name it. Example: uu asn
// $words text = "": words that stand in the statement. Example: teguran
// $also text = "": further words that stand in it.
// $and_also text = "": yet further words that stand in it.
// $speaker text = "": part of the speaker's name. Example: hasan
// $act speech-act = "": states, warns, urges, forbids, promises, denies, proposes or announces-sanction. Example: warns
// $modality modality = "": negated, conditional, possible or obliged. Example: obliged
// $since text = "": first day of the articles. Example: 2024-01-01
// $until text = "": last day of the articles. Example: 2024-12-31
// $once integer = 0: 1 counts what several articles print of one text once, where it was printed first.
MATCH (stmt:Statement)
WHERE ($words = '' OR toLower(stmt.text) CONTAINS toLower($words))
  AND ($also = '' OR toLower(stmt.text) CONTAINS toLower($also))
  AND ($and_also = '' OR toLower(stmt.text) CONTAINS toLower($and_also))
  AND ($speaker = '' OR toLower(stmt.speaker_name) CONTAINS toLower($speaker))
  AND ($act = '' OR stmt.act = $act)
  AND ($modality = '' OR $modality IN stmt.modality)
  AND ($once = 0 OR NOT EXISTS { MATCH (stmt)-[:REPEATS]->(:Statement) })
  AND ($since = '' OR stmt.date >= $since)
  AND ($until = '' OR (stmt.date <> '' AND stmt.date <= $until))
  AND ($rule = '' OR EXISTS {
        MATCH (stmt)-[cites:CITES]->(reg:Regulation)
        WHERE reg.id = $rule OR reg.id STARTS WITH ($rule + '/')
           OR (NOT ($rule CONTAINS '/') AND reg.id CONTAINS toLower($rule))
           OR toLower(reg.title) CONTAINS toLower($rule) OR toLower(cites.surface) CONTAINS toLower($rule)})
RETURN count(stmt) AS statements
