SELECT region, rule, iif(:once, statements_once, statements) AS statements, iif(:once, speakers_once, speakers) AS speakers
FROM region_rule
WHERE (:region = '' OR n IN (SELECT rowid FROM region_words WHERE region_words MATCH :region_match))
  AND iif(:once, statements_once, statements) > 0
ORDER BY region, 3 DESC, rule LIMIT :limit
