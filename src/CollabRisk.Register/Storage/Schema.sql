-- What SQLite and PostgreSQL both understand: texts, whole numbers, and times as milliseconds since 1970 in UTC.
CREATE TABLE IF NOT EXISTS setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- A collaboration of the register as it is now. How it came to be so is in change.
CREATE TABLE IF NOT EXISTS entry (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    body TEXT NOT NULL
);

-- What a respondent answered in a round.
CREATE TABLE IF NOT EXISTS sheet (
    entry TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    respondent TEXT NOT NULL,
    round BIGINT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (entry, respondent, round)
);

-- What was known on a day. What is in it is never changed, and taken out only when someone's data are deleted; a day that was a slip can be corrected.
CREATE TABLE IF NOT EXISTS snapshot (
    entry TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (entry, day)
);

-- Who changed what. The key makes a change that is based on an old state, or sent twice, impossible.
CREATE TABLE IF NOT EXISTS change (
    entry TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    version BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    request TEXT NOT NULL,
    what TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (entry, subject, version)
);

-- Who may do what. Of the secret of a link only its digest is kept.
CREATE TABLE IF NOT EXISTS link (
    id TEXT PRIMARY KEY,
    digest TEXT NOT NULL,
    role TEXT NOT NULL,
    entry TEXT NULL REFERENCES entry (id) ON DELETE CASCADE,
    respondent TEXT NULL,
    made_at BIGINT NOT NULL,
    ends_at BIGINT NULL,
    revoked_at BIGINT NULL
);

CREATE INDEX IF NOT EXISTS link_of_entry ON link (entry);

-- What was done that changes no collaboration, and what was refused. It outlives the collaboration, and names no one.
CREATE TABLE IF NOT EXISTS audit (
    id TEXT PRIMARY KEY,
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    what TEXT NOT NULL,
    entry TEXT NULL,
    detail TEXT NOT NULL
);

CREATE INDEX IF NOT EXISTS audit_in_time ON audit (made_at);
