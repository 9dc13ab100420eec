SELECT article, amount FROM penalty
WHERE amount > 0 AND (:status = '' OR status = :status) AND (:rule = '' OR rule = :rule)
GROUP BY amount, article ORDER BY amount DESC, min(n) LIMIT :limit
