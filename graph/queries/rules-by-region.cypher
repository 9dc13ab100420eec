// Which rules are spoken of by people and institutions of which region, and how often.
//
// $region text = "": part of the name of the region. Example: Kota Metro
// $limit integer = 200: most rows.
MATCH (speaker:Person|Institution)-[:SAID]->(stmt:Statement)-[:CITES]->(reg:Regulation)
WHERE speaker.region <> '' AND ($region = '' OR toLower(speaker.region) CONTAINS toLower($region))
RETURN speaker.region AS region, reg.id AS rule, reg.title AS title,
       count(DISTINCT stmt.id) AS statements, count(DISTINCT speaker.id) AS speakers
ORDER BY region, statements DESC, rule
LIMIT $limit
