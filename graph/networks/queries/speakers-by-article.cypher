// Who is quoted in which article.
MATCH (member:Person|Institution)-[:SAID]->(stmt:Statement)-[:REPORTED_IN]->(hub:Article)
WHERE {scope}
RETURN CASE WHEN member.kind IS NULL THEN 'Person' ELSE 'Institution' END AS label, member.id AS member, hub.id AS hub,
       count(*) AS statements, min(stmt.id) AS least, hub.date AS first, hub.date AS last
ORDER BY hub, label, member
