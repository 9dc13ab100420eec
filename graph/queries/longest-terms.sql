SELECT article, term, length FROM penalty
WHERE term <> '' AND (:kind = '' OR sanction = :kind) AND (:status = '' OR status = :status)
  AND (:rule = '' OR rule = :rule)
GROUP BY length, article, term ORDER BY length DESC, min(n) LIMIT :limit
