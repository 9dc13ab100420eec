// Rules by a part of their id, title or surface form, the most spoken of first.
//
// $name text: part of the id, of the title or of how it is cited. Example: UU ASN
// $limit integer = 50: most rows.
MATCH (reg:Regulation)
OPTIONAL MATCH (stmt:Statement)-[cites:CITES]->(reg)
WITH reg, stmt, toLower(coalesce(cites.surface, '')) AS surface
WHERE toLower(reg.id) CONTAINS toLower($name) OR toLower(reg.title) CONTAINS toLower($name)
   OR surface CONTAINS toLower($name)
RETURN reg.id AS rule, reg.title AS title, reg.year AS year, count(DISTINCT stmt.id) AS statements
ORDER BY statements DESC, rule
LIMIT $limit
