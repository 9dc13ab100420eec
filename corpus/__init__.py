"""From pages to articles: read, clean, keep."""
