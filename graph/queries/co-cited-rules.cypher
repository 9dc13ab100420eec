// Which rules are cited in the same articles.
// And in how many.
//
// $rule text = "": id of one of the two rules. Example: uu/2014/5
// $limit integer = 200: most rows.
UNWIND $found AS pair
MATCH (one:Regulation {id: pair.one})
MATCH (other:Regulation {id: pair.other})
RETURN one.id AS rule, other.id AS cited_with, pair.articles AS articles,
       one.title AS title, other.title AS cited_with_title
ORDER BY articles DESC, rule, cited_with
