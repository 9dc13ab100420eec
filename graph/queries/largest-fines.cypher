// The largest fines that articles tell of.
// In rupiah; anywhere in their text, threatened ones too.
//
// $status sanction-status = "": threatened, possible, imposed or denied. Example: imposed
// $rule text = "": id of the rule that the text says it comes from. Example: uu/2016/10
// $limit integer = 50: most rows.
UNWIND $found AS one
MATCH (art:Article {id: one.article})
OPTIONAL MATCH (art)-[invokes:INVOKES]->(pen:Sanction)
WHERE coalesce(invokes.amount_to, invokes.amount_from, 0) = one.amount
  AND ($status = '' OR invokes.status = $status) AND ($rule = '' OR invokes.regulation = $rule)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
RETURN one.amount AS amount, pen.id AS sanction, invokes.surface AS worded, invokes.status AS status,
       invokes.regulation AS rule, invokes.provisions AS provisions, invokes.at AS at, art.date AS date,
       art.title AS title, coalesce(outlet.name, '') AS outlet, art.url AS url, art.id AS article
ORDER BY amount DESC, date DESC, article, sanction, worded, invokes.detail, status, rule
