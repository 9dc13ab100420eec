SELECT id, statements FROM (
    SELECT n FROM institution WHERE :name = ''
    UNION ALL SELECT rowid FROM institution_words WHERE institution_words MATCH :name_match
    ORDER BY n LIMIT :limit) JOIN institution USING (n)
