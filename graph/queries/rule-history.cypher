// What a rule does to others, and they to it.
// In time; `does` is amends, revokes or enacts, `articles` how many articles say so, `registry` whether it does.
//
// $rule text: id of the rule. Example: pp/2021/94
// $limit integer = 200: most rows.
// sets: does
MATCH (one:Regulation)-[:AMENDS|REVOKES|ENACTS]->(other:Regulation)
WHERE one.id = $rule OR other.id = $rule
WITH DISTINCT one, other
OPTIONAL MATCH (one)-[amends:AMENDS]->(other)
OPTIONAL MATCH (one)-[revokes:REVOKES]->(other)
OPTIONAL MATCH (one)-[enacts:ENACTS]->(other)
RETURN one.id AS rule, one.title AS title, one.in_force_from AS since,
       [CASE WHEN amends IS NULL THEN '' ELSE 'amends' END, CASE WHEN revokes IS NULL THEN '' ELSE 'revokes' END,
        CASE WHEN enacts IS NULL THEN '' ELSE 'enacts' END] AS does,
       other.id AS other_rule, other.title AS other_title, other.in_force_until AS other_until,
       coalesce(amends.articles, 0) + coalesce(revokes.articles, 0) + coalesce(enacts.articles, 0) AS articles,
       coalesce(amends.registry, false) OR coalesce(revokes.registry, false)
       OR coalesce(enacts.registry, false) AS registry
ORDER BY one.year, since, rule, other.year, other_rule
LIMIT $limit
