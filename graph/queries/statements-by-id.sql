SELECT id AS statement FROM statement WHERE n > :skip ORDER BY n LIMIT :limit
