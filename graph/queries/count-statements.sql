WITH range AS (
    SELECT CASE WHEN :until = '' THEN 1
                ELSE coalesce((SELECT first FROM day WHERE day <= :until AND day <> '' ORDER BY day DESC LIMIT 1), 1 << 60)
           END AS first,
           CASE WHEN :since = '' AND :until = '' THEN (SELECT max(n) FROM statement)
                ELSE coalesce((SELECT last FROM day WHERE day >= :since AND day <> '' ORDER BY day LIMIT 1), 0)
           END AS last)
SELECT CASE WHEN :rest_match = '""' THEN
    (SELECT coalesce(sum(statements), 0) FROM act_day
     WHERE (:act = '' OR act = :act) AND (:once = 0 OR first = 1)
       AND (:since = '' OR day >= :since) AND (:until = '' OR (day <> '' AND day <= :until)))
ELSE
    (SELECT count(*) FROM said WHERE said MATCH :match AND rowid BETWEEN (SELECT first FROM range) AND (SELECT last FROM range))
END AS statements
