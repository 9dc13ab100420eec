SELECT id AS statement FROM statement
WHERE person IN (SELECT rowid FROM person_words WHERE person_words MATCH :person_match)
ORDER BY n LIMIT :limit OFFSET :skip
