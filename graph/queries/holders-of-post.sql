SELECT person, place, post, status FROM (
    SELECT n FROM post WHERE :held_match = '""'
    UNION ALL SELECT rowid FROM post_words WHERE post_words MATCH :held_match
    ORDER BY n LIMIT :limit) JOIN post USING (n)
