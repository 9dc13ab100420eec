// Which rules are cited in the same articles.
// And in how many.
//
// $rule text = "": id of one of the two rules. Example: uu/2014/5
// $limit integer = 200: most rows.
MATCH (one:Regulation)<-[:CITES]-(art:Article)-[:CITES]->(other:Regulation)
WHERE one.id <> other.id AND (one.id = $rule OR ($rule = '' AND one.id < other.id))
RETURN one.id AS rule, other.id AS cited_with, count(DISTINCT art.id) AS articles,
       one.title AS title, other.title AS cited_with_title
ORDER BY articles DESC, rule, cited_with
LIMIT $limit
