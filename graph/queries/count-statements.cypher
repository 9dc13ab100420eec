// How many statements `find-statements` finds in all.
//
// $words text = "": words that stand in the statement. Example: teguran
// $also text = "": further words that stand in it.
// $and_also text = "": yet further words that stand in it.
// $speaker text = "": part of the speaker's name. Example: hasan
// $since text = "": first day of the articles. Example: 2024-01-01
// $until text = "": last day of the articles. Example: 2024-12-31
MATCH (stmt:Statement)
WITH stmt, toLower(stmt.text) AS words, toLower(stmt.speaker_name) AS name
WHERE ($words = '' OR words CONTAINS toLower($words))
  AND ($also = '' OR words CONTAINS toLower($also))
  AND ($and_also = '' OR words CONTAINS toLower($and_also))
  AND ($speaker = '' OR name CONTAINS toLower($speaker))
  AND ($since = '' OR stmt.date >= $since)
  AND ($until = '' OR (stmt.date <> '' AND stmt.date <= $until))
RETURN count(stmt) AS statements
