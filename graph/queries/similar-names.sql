SELECT * FROM (
    SELECT id, 'person' AS kind, statements, likeness(name, :name) AS likeness, name FROM person
    WHERE n IN (SELECT rowid FROM person_words WHERE person_words MATCH :name_near LIMIT 3000)
    UNION ALL
    SELECT id, 'institution', statements, likeness(name, :name), name FROM institution
    WHERE n IN (SELECT rowid FROM institution_words WHERE institution_words MATCH :name_near LIMIT 3000))
WHERE likeness >= 70 ORDER BY likeness DESC, statements DESC, name, id LIMIT :limit
