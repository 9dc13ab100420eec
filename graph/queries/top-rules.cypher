// The rules most spoken of: how many statements, speakers and articles.
//
// $limit integer = 20: most rows.
MATCH (reg:Regulation)<-[:CITES]-(stmt:Statement)-[:REPORTED_IN]->(art:Article)
RETURN reg.id AS rule, reg.title AS title, count(DISTINCT stmt.id) AS statements,
       count(DISTINCT stmt.speaker_name) AS speakers, count(DISTINCT art.id) AS articles
ORDER BY statements DESC, rule
LIMIT $limit
