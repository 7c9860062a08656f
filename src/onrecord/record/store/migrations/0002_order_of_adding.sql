-- When a text was added: all that was added in one go has one number, later additions a higher
-- one. Ids across articles are given in this order (within one number by date of publication), so
-- that an article added later never takes over an id. What a store held before counts as added
-- in one go: it was taken in order of publication. ``unfinished`` holds the number of a run that is
-- under way or was broken off: the next one goes on with it.

ALTER TABLE versions ADD COLUMN added INTEGER NOT NULL DEFAULT 1;
CREATE INDEX versions_added ON versions (added);
CREATE TABLE unfinished (added INTEGER NOT NULL);
