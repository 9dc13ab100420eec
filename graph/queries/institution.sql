SELECT id, statements FROM institution
WHERE n IN (SELECT rowid FROM institution_words WHERE institution_words MATCH :id_mark) AND id = :id
