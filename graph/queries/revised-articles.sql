SELECT later, earlier FROM revised_article ORDER BY n LIMIT :limit
