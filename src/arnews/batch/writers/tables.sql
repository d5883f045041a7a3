-- The tables of a SQLite output. A place in a list is counted from 0, as in the JSON form.
CREATE TABLE IF NOT EXISTS pages (
    page INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    fetched_at TEXT,
    url TEXT,
    kind TEXT,
    layout TEXT,
    language TEXT,
    warnings TEXT,      -- JSON
    metadata TEXT,      -- JSON
    error_code TEXT,
    error_message TEXT
);
CREATE TABLE IF NOT EXISTS articles (
    article INTEGER PRIMARY KEY,
    page INTEGER NOT NULL REFERENCES pages,
    place INTEGER NOT NULL,
    headline TEXT,
    kicker TEXT,
    subtitle TEXT,
    section TEXT,
    published TEXT,     -- ISO 8601
    published_raw TEXT,
    modified TEXT,
    modified_raw TEXT,
    byline TEXT,
    publication TEXT,
    written_in TEXT,
    role TEXT,
    text TEXT,
    body TEXT,          -- JSON
    from_metadata TEXT, -- JSON
    duplicate_of TEXT
);
CREATE TABLE IF NOT EXISTS authors (article INTEGER NOT NULL REFERENCES articles, name TEXT);
CREATE TABLE IF NOT EXISTS tags (article INTEGER NOT NULL REFERENCES articles, tag TEXT);
CREATE TABLE IF NOT EXISTS figures (
    figure INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles,
    place INTEGER,      -- in the body; NULL: above the text
    kind TEXT,
    url TEXT,
    caption TEXT,
    credit TEXT,
    photographer TEXT,
    source TEXT,
    archive INTEGER,
    illustrative INTEGER
);
-- Who signed an article (figure IS NULL), or a picture of it.
CREATE TABLE IF NOT EXISTS agencies (
    article INTEGER NOT NULL REFERENCES articles,
    figure INTEGER REFERENCES figures,
    agency TEXT
);
CREATE TABLE IF NOT EXISTS related (
    article INTEGER NOT NULL REFERENCES articles,
    body_place INTEGER, -- of the list in the body; NULL: below the text
    title TEXT,
    url TEXT,
    section TEXT,
    teaser TEXT,
    published TEXT
);
CREATE INDEX IF NOT EXISTS articles_of_page ON articles (page);
CREATE INDEX IF NOT EXISTS articles_by_day ON articles (published);
CREATE INDEX IF NOT EXISTS authors_of ON authors (article);
CREATE INDEX IF NOT EXISTS authors_by_name ON authors (name);
CREATE INDEX IF NOT EXISTS tags_of ON tags (article);
CREATE INDEX IF NOT EXISTS tags_by_name ON tags (tag);
CREATE INDEX IF NOT EXISTS figures_of ON figures (article);
CREATE INDEX IF NOT EXISTS agencies_of ON agencies (article);
CREATE INDEX IF NOT EXISTS agencies_by_name ON agencies (agency);
CREATE INDEX IF NOT EXISTS related_of ON related (article);
CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5 (
    headline, subtitle, text, content = articles, content_rowid = article,
    tokenize = "unicode61 remove_diacritics 2"
);
