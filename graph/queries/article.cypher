// One article with its text and its rules.
// And its outlet, the earlier article it repeats, and the one that took its place at its address.
//
// $id text: id of the article. Example: 1f0a9c
// sets: rules
MATCH (art:Article {id: $id})
OPTIONAL MATCH (art)-[:PUBLISHED_BY]->(outlet:Outlet)
OPTIONAL MATCH (art)-[:REPEATS]->(earlier:Article)
OPTIONAL MATCH (newer:Article)-[:REVISES]->(art)
OPTIONAL MATCH (art)-[:CITES]->(reg:Regulation)
RETURN art.title AS title, art.date AS date, coalesce(outlet.name, '') AS outlet, art.url AS url,
       art.author AS author, art.published AS published, art.editor AS editor, art.section AS section,
       art.place AS place, art.text AS article_text, collect(DISTINCT reg.id) AS rules,
       coalesce(earlier.id, '') AS repeats, coalesce(newer.id, '') AS revised_by, art.id AS article
ORDER BY article
