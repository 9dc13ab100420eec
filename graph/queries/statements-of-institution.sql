WITH about AS (SELECT rowid AS n FROM institution_words WHERE institution_words MATCH :institution_match)
SELECT statement.id AS statement, institution.id AS institution
FROM (
    SELECT n, institution FROM statement WHERE institution IN about
    UNION ALL
    SELECT statement.n, seat.institution FROM seat JOIN statement ON statement.person = seat.person
    WHERE seat.institution IN about) AS told
JOIN statement USING (n) JOIN institution ON institution.n = told.institution
ORDER BY told.n, institution.id LIMIT :limit OFFSET :skip
