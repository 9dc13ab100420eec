// How much the graph holds, from which days.
UNWIND $found AS one
RETURN one.articles AS articles, one.outlets AS outlets, one.statements AS statements, one.people AS people,
       one.institutions AS institutions, one.regions AS regions, one.rules AS rules, one.sanctions AS sanctions,
       one.first_day AS first_day, one.last_day AS last_day
ORDER BY articles
