-- The corpus store. A change here raises SCHEMA in database.py and brings a file upgrade_to_N.sql for older stores.
CREATE TABLE pages (
    id TEXT PRIMARY KEY,            -- Page.id: the same bytes are the same page
    source TEXT NOT NULL,           -- where it was first read
    media TEXT NOT NULL,
    raw BLOB NOT NULL,              -- zstd
    read_at TEXT NOT NULL,          -- UTC
    charset TEXT NOT NULL DEFAULT '', -- named by the server
    seen_at TEXT NOT NULL DEFAULT ''  -- UTC: last fetch of these bytes, or read_at where nobody tells
);
CREATE TABLE fetches (              -- what was asked for on the web, and how to ask whether it has changed
    address TEXT PRIMARY KEY,       -- without login and secret parameters
    fetched_at TEXT NOT NULL,       -- UTC
    etag TEXT NOT NULL,
    modified TEXT NOT NULL,         -- Last-Modified
    page_id TEXT NOT NULL,          -- '' for a listing, or what is no page to keep
    listing BLOB                    -- a feed or sitemap, zstd
);
CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    url TEXT NOT NULL, outlet TEXT NOT NULL, title TEXT NOT NULL, date TEXT NOT NULL, author TEXT NOT NULL,
    published TEXT NOT NULL DEFAULT '', editor TEXT NOT NULL DEFAULT '', section TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '', part TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL,
    cleaner TEXT NOT NULL,          -- version that made this row
    digest INTEGER NOT NULL
);
CREATE TABLE outcomes (             -- what became of each page
    page_id TEXT PRIMARY KEY REFERENCES pages(id),
    cleaner TEXT NOT NULL,
    article_id TEXT REFERENCES articles(id)
);
CREATE INDEX outcomes_article ON outcomes(article_id);
CREATE TABLE rejections (
    source TEXT NOT NULL,
    page_id TEXT NOT NULL,          -- '' for a source that gave no bytes
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (source, page_id)
);
CREATE INDEX rejections_page ON rejections(page_id);
CREATE TABLE records (              -- what extraction found, opaque here
    article_id TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    extractor TEXT NOT NULL,
    record BLOB NOT NULL,           -- JSON, zstd
    digest INTEGER NOT NULL,
    PRIMARY KEY (article_id, extractor)
);
CREATE TABLE notes (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE INDEX articles_url ON articles(url);
CREATE INDEX articles_part ON articles(url) WHERE part != '';
CREATE INDEX articles_digest ON articles(digest);
CREATE INDEX records_digest ON records(digest);
