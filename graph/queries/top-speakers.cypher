// The people and institutions most quoted.
//
// $once integer = 0: 1 counts what several articles print of one text once, where it was printed first.
// $limit integer = 20: most rows.
UNWIND $found AS one
OPTIONAL MATCH (who:Person {id: one.person})
OPTIONAL MATCH (inst:Institution {id: one.institution})
RETURN coalesce(who.name, inst.name) AS name, CASE WHEN who.id IS NULL THEN 'institution' ELSE 'person' END AS speaker_kind,
       coalesce(who.region, inst.region) AS region, one.statements AS statements, coalesce(who.id, inst.id) AS id
ORDER BY statements DESC, name, id
