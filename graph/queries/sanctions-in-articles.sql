SELECT DISTINCT article FROM (
    SELECT article FROM penalty
    WHERE (:kind = '' OR sanction = :kind) AND (:status = '' OR status = :status) AND (:rule = '' OR rule = :rule)
    ORDER BY n)
LIMIT :limit
