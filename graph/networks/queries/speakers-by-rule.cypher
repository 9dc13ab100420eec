// Who speaks about which rule, how often, first and last.
MATCH (member:Person|Institution)-[:SAID]->(stmt:Statement)-[:CITES]->(hub:Regulation)
WHERE {scope}
RETURN CASE WHEN member.kind IS NULL THEN 'Person' ELSE 'Institution' END AS label, member.id AS member, hub.id AS hub,
       count(*) AS statements, min(stmt.id) AS least,
       min(CASE WHEN stmt.date <> '' THEN stmt.date + '|' + stmt.id END) AS first,
       max(CASE WHEN stmt.date <> '' THEN stmt.date + '|' + stmt.id END) AS last
ORDER BY hub, label, member
