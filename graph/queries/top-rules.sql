SELECT id, iif(:once, statements_once, statements) AS statements, iif(:once, speakers_once, speakers) AS speakers,
       iif(:once, articles_once, articles) AS articles
FROM regulation WHERE iif(:once, statements_once, statements) > 0
ORDER BY 2 DESC, id LIMIT :limit
