SELECT id, statements FROM (
    SELECT n FROM person WHERE :name = ''
    UNION ALL SELECT rowid FROM person_words WHERE person_words MATCH :name_match
    ORDER BY n LIMIT :limit) JOIN person USING (n)
