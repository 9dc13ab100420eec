SELECT one, other, articles FROM rule_pair
WHERE one = :rule OR (:rule = '' AND one < other)
ORDER BY articles DESC, one, other LIMIT :limit
