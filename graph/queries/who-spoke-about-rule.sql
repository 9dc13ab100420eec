SELECT id AS statement, coalesce(article, '') AS first
FROM cites JOIN statement ON statement.n = cites.statement
     LEFT JOIN first_printed ON first_printed.statement = cites.statement
WHERE rule = :rule ORDER BY cites.statement LIMIT :limit OFFSET :skip
