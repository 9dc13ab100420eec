SELECT person, institution, statements FROM (
    SELECT * FROM (SELECT id AS person, '' AS institution, name, statements FROM person
                   WHERE NOT :once AND statements > 0 ORDER BY n LIMIT :limit)
    UNION ALL SELECT * FROM (SELECT '', id, name, own FROM institution
                             WHERE NOT :once AND own > 0 ORDER BY own DESC, name, id LIMIT :limit)
    UNION ALL SELECT * FROM (SELECT id, '', name, firsts FROM person
                             WHERE :once AND firsts > 0 ORDER BY firsts DESC, name, id LIMIT :limit)
    UNION ALL SELECT * FROM (SELECT '', id, name, firsts FROM institution
                             WHERE :once AND firsts > 0 ORDER BY firsts DESC, name, id LIMIT :limit))
ORDER BY statements DESC, name, person || institution LIMIT :limit
