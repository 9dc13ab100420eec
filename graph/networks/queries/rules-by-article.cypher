// Which rules the statements of an article cite.
MATCH (member:Regulation)<-[:CITES]-(stmt:Statement)-[:REPORTED_IN]->(hub:Article)
WHERE {scope}
RETURN 'Regulation' AS label, member.id AS member, hub.id AS hub,
       count(*) AS statements, min(stmt.id) AS least, hub.date AS first, hub.date AS last
ORDER BY hub, label, member
