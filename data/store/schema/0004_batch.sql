-- A batch can be undone. It knows what it was made of, which events it added
-- (their ids follow one another, so the first and the last say it), and up to which
-- id there were words of each sort before it (marks, a JSON object by table; NULL
-- for a batch of an older version, which cannot be undone).

ALTER TABLE batch ADD COLUMN read     INTEGER NOT NULL DEFAULT 0; -- rows
ALTER TABLE batch ADD COLUMN left_out INTEGER NOT NULL DEFAULT 0;
ALTER TABLE batch ADD COLUMN folded   INTEGER NOT NULL DEFAULT 0;
ALTER TABLE batch ADD COLUMN fold     TEXT NOT NULL DEFAULT '';    -- in which ways
ALTER TABLE batch ADD COLUMN first    INTEGER NOT NULL DEFAULT 0;  -- 0 when it added none
ALTER TABLE batch ADD COLUMN last     INTEGER NOT NULL DEFAULT -1;
ALTER TABLE batch ADD COLUMN marks    TEXT;
ALTER TABLE batch ADD COLUMN undone   INTEGER;                     -- when, NULL while it stands

CREATE TABLE batch_file (
	batch_id INTEGER NOT NULL REFERENCES batch ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	ord      INTEGER NOT NULL,
	name     TEXT NOT NULL,
	size     INTEGER NOT NULL,
	sha256   TEXT NOT NULL, -- hexadecimal, of what was read; '' when it is not known
	profile  TEXT NOT NULL,
	PRIMARY KEY (batch_id, ord)
) STRICT, WITHOUT ROWID;

-- What batches changed, as it was before: a JSON object, or NULL for what was not
-- there. Of events only those that were there are on the shelf.

CREATE TABLE shelf (
	id       INTEGER PRIMARY KEY,
	batch_id INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
	kind     INTEGER NOT NULL, -- see shelf.go
	row      INTEGER NOT NULL, -- the id in its table
	before   TEXT,
	owner    INTEGER           -- of an event: the batch_id that it had
) STRICT;

CREATE UNIQUE INDEX shelf_by_row ON shelf (batch_id, kind, row);
