"""Pages from the web, collected like a good guest."""
