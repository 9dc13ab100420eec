SELECT id, cited_in AS articles, statements FROM regulation WHERE id = :id
