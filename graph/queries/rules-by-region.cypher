// Which rules are spoken of in which region.
// That is, by people and institutions of it, and how often.
//
// $region text = "": part of the name of the region. Example: Kota Metro
// $once integer = 0: 1 counts what several articles print of one text once, where it was printed first.
// $limit integer = 200: most rows.
MATCH (speaker:Person|Institution)-[:SAID]->(stmt:Statement)-[:CITES]->(reg:Regulation)
WHERE ($once = 0 OR NOT EXISTS { MATCH (stmt)-[:REPEATS]->(:Statement) })
  AND speaker.region <> '' AND ($region = '' OR toLower(speaker.region) CONTAINS toLower($region))
RETURN speaker.region AS region, reg.id AS rule, reg.title AS title,
       count(DISTINCT stmt.id) AS statements, count(DISTINCT speaker.id) AS speakers
ORDER BY region, statements DESC, rule
LIMIT $limit
