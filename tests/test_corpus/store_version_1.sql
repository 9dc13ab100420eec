-- The corpus store as its first version made it: kept to prove that such files are brought up to date.
CREATE TABLE pages (
    id TEXT PRIMARY KEY,            -- Page.id: the same bytes are the same page
    source TEXT NOT NULL,           -- where it was first read
    media TEXT NOT NULL,
    raw BLOB NOT NULL,              -- zstd
    read_at TEXT NOT NULL           -- UTC
);
CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    url TEXT NOT NULL, outlet TEXT NOT NULL, title TEXT NOT NULL, date TEXT NOT NULL, author TEXT NOT NULL,
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
CREATE INDEX articles_digest ON articles(digest);
CREATE INDEX records_digest ON records(digest);

-- Two readings of one address, as version 1 kept them.
PRAGMA user_version = 1;
INSERT INTO pages VALUES ('p1', 'a.html', 'html', x'', '2024-05-01T08:00:00+00:00'), ('p2', 'a.html', 'html', x'', '2024-05-02T08:00:00+00:00');
INSERT INTO articles VALUES
    ('p1', 'https://kabar.example/a', 'Kabar', 'Reklame', '2024-05-01', '', 'Reklame ditertibkan di kota itu sejak pagi.', 'c1', 1),
    ('p2', 'https://kabar.example/a', 'Kabar', 'Reklame', '2024-05-01', '', 'Reklame ditertibkan di kota itu sejak sore.', 'c1', 2);
INSERT INTO outcomes VALUES ('p1', 'c1', 'p1'), ('p2', 'c1', 'p2');
INSERT INTO records VALUES ('p1', 'x1', x'', 1), ('p2', 'x1', x'', 2);
