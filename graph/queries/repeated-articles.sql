SELECT later, earlier FROM repeated_article ORDER BY n LIMIT :limit
