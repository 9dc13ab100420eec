// The rules most spoken of.
// In how many statements, by how many speakers, in how many articles.
//
// $once integer = 0: 1 counts what several articles print of one text once, where it was printed first.
// $limit integer = 20: most rows.
UNWIND $found AS one
MATCH (reg:Regulation {id: one.id})
RETURN reg.id AS rule, reg.title AS title, one.statements AS statements, one.speakers AS speakers, one.articles AS articles
ORDER BY statements DESC, rule
