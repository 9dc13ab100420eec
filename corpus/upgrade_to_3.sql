-- From store version 2: when a page was last seen, by which revisions of an article are told apart.
ALTER TABLE pages ADD COLUMN seen_at TEXT NOT NULL DEFAULT '';
UPDATE pages SET seen_at = read_at;
CREATE INDEX articles_url ON articles(url);
