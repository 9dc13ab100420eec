// Rules by id, title, or words that name them.
// The most spoken of first; an id without its number, such as uu/2014, finds all of that year.
//
// $name text = "": the id, or a part of the title or of how it is cited. Example: UU ASN
// $limit integer = 50: most rows.
MATCH (reg:Regulation)
OPTIONAL MATCH (stmt:Statement)-[cites:CITES]->(reg)
WITH reg, stmt, toLower(coalesce(cites.surface, '')) AS surface
WHERE $name = '' OR reg.id = $name OR reg.id STARTS WITH ($name + '/')
   OR (NOT ($name CONTAINS '/') AND reg.id CONTAINS toLower($name))
   OR toLower(reg.title) CONTAINS toLower($name) OR surface CONTAINS toLower($name)
RETURN reg.id AS rule, reg.title AS title, count(DISTINCT stmt.id) AS statements
ORDER BY statements DESC, rule
LIMIT $limit
