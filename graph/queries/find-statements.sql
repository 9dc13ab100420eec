WITH range AS (
    SELECT CASE WHEN :until = '' THEN 1
                ELSE coalesce((SELECT first FROM day WHERE day <= :until AND day <> '' ORDER BY day DESC LIMIT 1), 1 << 60)
           END AS first,
           CASE WHEN :since = '' AND :until = '' THEN (SELECT max(n) FROM statement)
                ELSE coalesce((SELECT last FROM day WHERE day >= :since AND day <> '' ORDER BY day LIMIT 1), 0)
           END AS last)
SELECT id AS statement, coalesce(article, '') AS first FROM (
    SELECT n FROM statement WHERE :match = '""' AND n BETWEEN (SELECT first FROM range) AND (SELECT last FROM range)
    UNION ALL
    SELECT rowid FROM said
    WHERE said MATCH :match AND rowid BETWEEN (SELECT first FROM range) AND (SELECT last FROM range)
    ORDER BY n LIMIT :limit OFFSET :skip)
JOIN statement USING (n) LEFT JOIN first_printed ON first_printed.statement = n
