// The longest terms that articles tell of.
// For life first, then by days; anywhere in their text, threatened ones too.
//
// $kind sanction-kind = "": kind of the sanction. Example: penjara
// $status sanction-status = "": threatened, possible, imposed or denied. Example: imposed
// $rule text = "": id of the rule that the text says it comes from. Example: uu/2016/10
// $limit integer = 50: most rows.
UNWIND $found AS one
MATCH (art:Article {id: one.article})
OPTIONAL MATCH (art)-[invokes:INVOKES]->(pen:Sanction)
WHERE CASE WHEN invokes.duration_to <> '' THEN invokes.duration_to ELSE invokes.duration_from END = one.term
  AND ($kind = '' OR pen.id = $kind)
  AND ($status = '' OR invokes.status = $status) AND ($rule = '' OR invokes.regulation = $rule)
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
RETURN one.term AS term, invokes.days AS days, pen.id AS sanction, invokes.surface AS worded, invokes.status AS status,
       invokes.regulation AS rule, invokes.provisions AS provisions, invokes.at AS at, art.date AS date,
       art.title AS title, coalesce(outlet.name, '') AS outlet, art.url AS url, art.id AS article
ORDER BY one.length DESC, date DESC, article, sanction, worded, invokes.detail, status, rule
