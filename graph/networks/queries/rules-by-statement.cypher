// Which rules a statement cites.
MATCH (stmt:Statement)-[:CITES]->(member:Regulation)
WHERE {scope}
RETURN 'Regulation' AS label, member.id AS member, stmt.id AS hub,
       count(*) AS statements, stmt.id AS least, stmt.date AS first, stmt.date AS last
ORDER BY hub, label, member
