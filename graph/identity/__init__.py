"""Who is who across articles: names compared, profiles joined to entities, judgements of people kept above all."""
