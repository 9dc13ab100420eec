// Which sanctions articles tell of.
// Anywhere in their text, spoken of by somebody or not; the latest first.
//
// $kind sanction-kind = "": kind of the sanction. Example: penjara
// $status sanction-status = "": threatened, possible, imposed or denied. Example: imposed
// $rule text = "": id of the rule that the text says it comes from. Example: pp/2021/94
// $limit integer = 200: most rows.
UNWIND $found AS one
MATCH (art:Article {id: one.article})
OPTIONAL MATCH (art)-[invokes:INVOKES]->(pen:Sanction)
WHERE ($kind = '' OR pen.id = $kind)
  AND ($status = '' OR invokes.status = $status) AND ($rule = '' OR invokes.regulation = $rule)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
RETURN art.date AS date, pen.id AS sanction, invokes.surface AS worded, invokes.status AS status,
       invokes.amount_from AS amount_from, invokes.amount_to AS amount_to, invokes.duration_from AS duration_from,
       invokes.duration_to AS duration_to, invokes.degree AS degree, invokes.regulation AS rule,
       invokes.provisions AS provisions, invokes.at AS at, art.title AS title, coalesce(outlet.name, '') AS outlet,
       art.url AS url, art.id AS article
ORDER BY date DESC, article, sanction, worded, invokes.detail, status, rule
