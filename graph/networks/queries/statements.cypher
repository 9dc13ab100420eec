// The statements of a scope.
MATCH (stmt:Statement)
WHERE {scope}
RETURN stmt.id AS statement
ORDER BY statement
