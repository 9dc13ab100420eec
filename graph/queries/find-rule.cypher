// Rules by id, title, or words that name them.
// The most spoken of first; an id without its number, such as uu/2014, finds all of that year.
//
// $name text = "": the id, a citation, or a part of the title or of how it is cited. Example: UU ASN
// $limit integer = 50: most rows.
UNWIND $found AS one
MATCH (reg:Regulation {id: one.id})
RETURN reg.id AS rule, reg.title AS title, one.statements AS statements
ORDER BY statements DESC, rule
