-- The embedded base. `application_id` and `user_version` are set by database.py with the first opening.
-- No data lives here alone: the archive's pages and the extractors can make all of it again.

CREATE TABLE IF NOT EXISTS articles (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    version TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    rest TEXT NOT NULL -- the article as JSON, without title and body
);

CREATE TABLE IF NOT EXISTS statements (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id),
    place INTEGER NOT NULL, -- in the article, from 0
    topic TEXT, -- of merge.topic; NULL where it makes no fact
    json TEXT NOT NULL,
    UNIQUE (article, place)
);

CREATE INDEX IF NOT EXISTS statements_topic ON statements (topic) WHERE topic IS NOT NULL;

-- The columns are those of keys.Keys.
CREATE TABLE IF NOT EXISTS facts (
    id TEXT PRIMARY KEY,
    topic TEXT NOT NULL,
    kind TEXT NOT NULL,
    thing TEXT NOT NULL,
    subject TEXT,
    person TEXT,
    year TEXT,
    level TEXT,
    province TEXT,
    place TEXT NOT NULL UNIQUE, -- Keys.order
    json TEXT NOT NULL
);

CREATE INDEX IF NOT EXISTS facts_topic ON facts (topic);
CREATE INDEX IF NOT EXISTS facts_thing ON facts (thing, place);
CREATE INDEX IF NOT EXISTS facts_subject ON facts (subject, place);
CREATE INDEX IF NOT EXISTS facts_person ON facts (person, place) WHERE person IS NOT NULL;

CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
    title, body, content = 'articles', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER IF NOT EXISTS article_added AFTER INSERT ON articles BEGIN
    INSERT INTO words (rowid, title, body) VALUES (new.number, new.title, new.body);
END;

CREATE TRIGGER IF NOT EXISTS article_changed AFTER UPDATE OF title, body ON articles
WHEN old.title <> new.title OR old.body <> new.body BEGIN
    INSERT INTO words (words, rowid, title, body) VALUES ('delete', old.number, old.title, old.body);
    INSERT INTO words (rowid, title, body) VALUES (new.number, new.title, new.body);
END;
