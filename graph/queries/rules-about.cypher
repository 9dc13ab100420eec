// Rules that statements cite, by id, a part of the title, or of the words that name them.
//
// $about text: the rule: its id, a part of its title, or of the words that name it. Example: uu asn
// $limit integer = 50: most rows.
MATCH (stmt:Statement)-[cites:CITES]->(reg:Regulation)
WHERE reg.id = $about OR reg.id STARTS WITH ($about + '/')
   OR (NOT ($about CONTAINS '/') AND reg.id CONTAINS toLower($about))
   OR toLower(reg.title) CONTAINS toLower($about) OR toLower(cites.surface) CONTAINS toLower($about)
RETURN reg.id AS rule, reg.title AS title, count(DISTINCT stmt.id) AS statements
ORDER BY statements DESC, rule
LIMIT $limit
