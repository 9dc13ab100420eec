// Which institutions speak of which sanction: by themselves, or by a person who held a post there in those days.
// Penalties of no certain kind ('generic', 'other') are nothing that two could share.
MATCH (speaker:Person|Institution)-[:SAID]->(stmt:Statement)-[:INVOKES]->(hub:Sanction)
WHERE {scope}
  AND hub.id <> 'generic' AND hub.id <> 'other'
OPTIONAL MATCH (speaker)-[holds:HOLDS]->(office:Institution)
WHERE holds.status <> 'former' AND holds.status <> 'designate'
  AND holds.first_seen <= stmt.date AND stmt.date <= holds.last_seen
WITH stmt, hub, CASE WHEN speaker.kind IS NULL THEN office.id ELSE speaker.id END AS member
WHERE member IS NOT NULL
RETURN 'Institution' AS label, member, hub.id AS hub,
       count(DISTINCT stmt.id) AS statements, min(stmt.id) AS least,
       min(CASE WHEN stmt.date <> '' THEN stmt.date + '|' + stmt.id END) AS first,
       max(CASE WHEN stmt.date <> '' THEN stmt.date + '|' + stmt.id END) AS last
ORDER BY hub, label, member
