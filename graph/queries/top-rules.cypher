// The rules most spoken of.
// In how many statements, by how many speakers, in how many articles.
//
// $once integer = 0: 1 counts what several articles print of one text once, where it was printed first.
// $limit integer = 20: most rows.
MATCH (reg:Regulation)<-[:CITES]-(stmt:Statement)-[:REPORTED_IN]->(art:Article)
WHERE ($once = 0 OR NOT EXISTS { MATCH (stmt)-[:REPEATS]->(:Statement) })
RETURN reg.id AS rule, reg.title AS title, count(DISTINCT stmt.id) AS statements,
       count(DISTINCT stmt.speaker_name) AS speakers, count(DISTINCT art.id) AS articles
ORDER BY statements DESC, rule
LIMIT $limit
