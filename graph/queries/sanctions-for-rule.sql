SELECT statement, sanction, rule, beside FROM invoked WHERE :rule = '' OR rule = :rule ORDER BY n LIMIT :limit
