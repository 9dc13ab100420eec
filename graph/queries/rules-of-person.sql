SELECT statement.id AS statement, cites.rule
FROM statement JOIN cites ON cites.statement = statement.n JOIN person ON person.n = statement.person
WHERE statement.person IN (SELECT rowid FROM person_words WHERE person_words MATCH :person_match)
ORDER BY person.name, person.id, cites.rule, statement.n LIMIT :limit
