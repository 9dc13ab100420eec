SELECT statement, articles FROM repeated
WHERE :rule = '' OR place IN (SELECT statement FROM cites WHERE rule = :rule)
ORDER BY n LIMIT :limit
