-- From store version 1: character sets that servers name, and the memory of what was fetched.
ALTER TABLE pages ADD COLUMN charset TEXT NOT NULL DEFAULT '';
CREATE TABLE fetches (
    address TEXT PRIMARY KEY,
    fetched_at TEXT NOT NULL,
    etag TEXT NOT NULL,
    modified TEXT NOT NULL,
    page_id TEXT NOT NULL,
    listing BLOB
);
-- More of what pages tell: the next cleaning fills it in.
ALTER TABLE articles ADD COLUMN published TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN editor TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN section TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN part TEXT NOT NULL DEFAULT '';
CREATE INDEX articles_part ON articles(url) WHERE part != '';
