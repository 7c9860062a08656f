-- The first schema: one table per table of the record, columns named as its fields.
-- Lists and structures are JSON text. Every row hangs on its article, so that an article
-- comes and goes as a whole.

CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    url TEXT,
    title TEXT,
    outlet TEXT,
    agency TEXT,
    published TEXT,
    dateline TEXT,
    authors TEXT NOT NULL DEFAULT '[]',
    credits TEXT NOT NULL DEFAULT '[]',
    language TEXT NOT NULL
);

-- Which text of an address or file is the newest; older texts and their rows stay.
CREATE TABLE versions (
    article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    source TEXT,
    number INTEGER NOT NULL,
    current INTEGER NOT NULL CHECK (current IN (0, 1)),
    reader TEXT NOT NULL,
    warnings TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX versions_source ON versions (source);

CREATE TABLE actors (
    id TEXT NOT NULL,
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT,
    sector TEXT,
    aliases TEXT NOT NULL DEFAULT '[]',
    roles TEXT NOT NULL DEFAULT '[]',
    PRIMARY KEY (article, id)
);
CREATE INDEX actors_id ON actors (id);

CREATE TABLE mentions (
    actor TEXT NOT NULL,
    form TEXT NOT NULL,
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    FOREIGN KEY (article, actor) REFERENCES actors (article, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX mentions_actor ON mentions (article, actor);

CREATE TABLE times (
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    type TEXT NOT NULL,
    value TEXT,
    since TEXT,
    until TEXT
);
CREATE INDEX times_article ON times (article);

CREATE TABLE places (
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    region TEXT,
    lat REAL,
    lon REAL,
    gazetteer TEXT
);
CREATE INDEX places_article ON places (article);

CREATE TABLE statements (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    act TEXT NOT NULL,
    form TEXT NOT NULL,
    content TEXT NOT NULL,
    cue TEXT NOT NULL DEFAULT '[]',
    source TEXT,
    source_words TEXT NOT NULL DEFAULT '[]',
    source_kind TEXT,
    source_count INTEGER,
    source_basis TEXT,
    quotes TEXT NOT NULL DEFAULT '[]',
    addressee TEXT,
    channel TEXT,
    said TEXT,
    via TEXT REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED,
    hedged INTEGER NOT NULL,
    negated INTEGER NOT NULL,
    FOREIGN KEY (article, source) REFERENCES actors (article, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (article, addressee)
        REFERENCES actors (article, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX statements_article ON statements (article);
CREATE INDEX statements_source ON statements (article, source);
CREATE INDEX statements_via ON statements (via);

CREATE TABLE events (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    event TEXT NOT NULL,
    status TEXT NOT NULL,
    mode TEXT,
    contexts TEXT NOT NULL DEFAULT '[]',
    cameo TEXT,
    quad INTEGER,
    actors TEXT NOT NULL DEFAULT '[]',
    recipients TEXT NOT NULL DEFAULT '[]',
    place TEXT,
    "when" TEXT,
    figures TEXT NOT NULL DEFAULT '[]',
    statement TEXT REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED,
    mentions TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX events_article ON events (article);
CREATE INDEX events_statement ON events (statement);

CREATE TABLE moves (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    issue TEXT NOT NULL,
    terms TEXT NOT NULL,
    status TEXT NOT NULL,
    party TEXT,
    toward TEXT NOT NULL DEFAULT '[]',
    otherwise TEXT NOT NULL DEFAULT '[]',
    deadline TEXT,
    event TEXT REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED,
    statement TEXT REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (article, party) REFERENCES actors (article, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX moves_article ON moves (article);
CREATE INDEX moves_statement ON moves (statement);
CREATE INDEX moves_event ON moves (event);

CREATE TABLE deadlines (
    move TEXT NOT NULL REFERENCES moves (id) ON DELETE CASCADE,
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    terms TEXT NOT NULL,
    otherwise TEXT NOT NULL DEFAULT '[]',
    set_by TEXT,
    "on" TEXT NOT NULL DEFAULT '[]',
    due TEXT,
    as_of TEXT,
    state TEXT,
    because TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX deadlines_article ON deadlines (article);
CREATE INDEX deadlines_move ON deadlines (move);

CREATE TABLE reasons (
    "row" TEXT NOT NULL,
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    rule TEXT NOT NULL,
    detail TEXT NOT NULL,
    score REAL
);
CREATE INDEX reasons_row ON reasons ("row");
CREATE INDEX reasons_article ON reasons (article);

-- Full-text search, in the form that Datasette recognises.
CREATE VIRTUAL TABLE articles_fts USING fts5 (
    title, text, content="articles", tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
    INSERT INTO articles_fts (rowid, title, text) VALUES (new.rowid, new.title, new.text);
END;
CREATE TRIGGER articles_removed AFTER DELETE ON articles BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, text)
    VALUES ('delete', old.rowid, old.title, old.text);
END;
CREATE TRIGGER articles_changed AFTER UPDATE ON articles BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, text)
    VALUES ('delete', old.rowid, old.title, old.text);
    INSERT INTO articles_fts (rowid, title, text) VALUES (new.rowid, new.title, new.text);
END;

CREATE VIRTUAL TABLE statements_fts USING fts5 (
    text, content="statements", tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER statements_added AFTER INSERT ON statements BEGIN
    INSERT INTO statements_fts (rowid, text) VALUES (new.rowid, new.text);
END;
CREATE TRIGGER statements_removed AFTER DELETE ON statements BEGIN
    INSERT INTO statements_fts (statements_fts, rowid, text)
    VALUES ('delete', old.rowid, old.text);
END;
CREATE TRIGGER statements_changed AFTER UPDATE ON statements BEGIN
    INSERT INTO statements_fts (statements_fts, rowid, text)
    VALUES ('delete', old.rowid, old.text);
    INSERT INTO statements_fts (rowid, text) VALUES (new.rowid, new.text);
END;
