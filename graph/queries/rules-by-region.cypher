// Which rules are spoken of in which region.
// That is, by people and institutions of it, and how often.
//
// $region text = "": part of the name of the region. Example: Kota Metro
// $once integer = 0: 1 counts what several articles print of one text once, where it was printed first.
// $limit integer = 200: most rows.
UNWIND $found AS one
MATCH (reg:Regulation {id: one.rule})
RETURN one.region AS region, reg.id AS rule, reg.title AS title,
       one.statements AS statements, one.speakers AS speakers
ORDER BY region, statements DESC, rule
