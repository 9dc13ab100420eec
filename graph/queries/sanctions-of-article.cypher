// The sanctions an article speaks of.
// Anywhere in it, as worded first, with all `places` as a flat list of offsets and what they come to; amounts are in
// rupiah, durations ISO 8601 or lifelong.
//
// $id text: id of the article. Example: 1f0a9c
MATCH (:Article {id: $id})-[invokes:INVOKES]->(pen:Sanction)
RETURN pen.id AS sanction, pen.name AS name, invokes.surface AS worded, invokes.detail AS detail,
       invokes.amount_from AS amount_from, invokes.amount_to AS amount_to, invokes.duration_from AS duration_from,
       invokes.duration_to AS duration_to, invokes.degree AS degree, invokes.status AS status,
       invokes.regulation AS rule, invokes.provisions AS provisions, invokes.at AS at, invokes.places AS places
ORDER BY sanction, detail, worded, status, rule
