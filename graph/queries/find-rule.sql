SELECT id, statements FROM (
    SELECT n FROM regulation WHERE :name = ''
    UNION ALL SELECT rowid FROM regulation_words WHERE regulation_words MATCH :rule_match
    ORDER BY n LIMIT :limit) JOIN regulation USING (n)
