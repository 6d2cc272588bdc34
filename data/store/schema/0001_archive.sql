-- The first shape of an archive. Dates are EDTF text; instants are seconds
-- since 1970 on the local-clock axis, half-open, and are derived from the text
-- when a row is written, so that drawing needs no parsing.
--
-- References are deferred: they are checked when a transaction commits. SQLite
-- then need not be ready to take back each statement that writes many rows,
-- which makes an import a good deal quicker.

CREATE TABLE meta (
	key   TEXT PRIMARY KEY,
	value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO meta VALUES ('generation', 0);

-- Words that events share. The empty word is a row like any other.

CREATE TABLE collection (
	id       INTEGER PRIMARY KEY,
	position INTEGER NOT NULL,
	key      TEXT NOT NULL UNIQUE,
	name     TEXT NOT NULL
) STRICT;

CREATE TABLE category (
	id    INTEGER PRIMARY KEY,
	key   TEXT NOT NULL UNIQUE,
	term  TEXT NOT NULL,
	name  TEXT NOT NULL,
	short TEXT NOT NULL
) STRICT;

CREATE TABLE place      (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE confidence (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE tag        (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE file       (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

-- An actor is described once a file or a person has said who it is; before
-- that it is only a name that some event mentions. Parents are keys, not ids,
-- so that a file may name a body before it describes it.

CREATE TABLE actor (
	id        INTEGER PRIMARY KEY,
	key       TEXT UNIQUE,
	name      TEXT NOT NULL UNIQUE,
	kind      INTEGER NOT NULL,
	parent    TEXT NOT NULL,
	country   TEXT NOT NULL,
	code      TEXT NOT NULL,
	from_date TEXT NOT NULL,
	to_date   TEXT NOT NULL,
	described INTEGER NOT NULL
) STRICT;

CREATE TABLE actor_name (
	actor_id INTEGER NOT NULL REFERENCES actor ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	ord      INTEGER NOT NULL,
	language TEXT NOT NULL,
	text     TEXT NOT NULL,
	PRIMARY KEY (actor_id, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE actor_post (
	actor_id  INTEGER NOT NULL REFERENCES actor ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	ord       INTEGER NOT NULL,
	office    TEXT NOT NULL,
	body      TEXT NOT NULL,
	from_date TEXT NOT NULL,
	to_date   TEXT NOT NULL,
	current   INTEGER NOT NULL,
	PRIMARY KEY (actor_id, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
	id        INTEGER PRIMARY KEY,
	publisher TEXT NOT NULL,
	title     TEXT NOT NULL,
	url       TEXT NOT NULL,
	published TEXT NOT NULL,
	hash      INTEGER NOT NULL -- of the four texts
) STRICT;

-- A source is found by its hash and then compared: an index of the texts would
-- be as large as the table.
CREATE INDEX source_by_hash ON source (hash);

CREATE TABLE batch (
	id        INTEGER PRIMARY KEY,
	label     TEXT NOT NULL,
	started   INTEGER NOT NULL,
	finished  INTEGER NOT NULL,
	added     INTEGER NOT NULL,
	updated   INTEGER NOT NULL,
	unchanged INTEGER NOT NULL
) STRICT;

-- The columns that Columns is built from come first, before the texts, so that
-- reading them need not step over long values. AUTOINCREMENT keeps the id of a
-- deleted event from being given to another. The digest is of all content.

CREATE TABLE event (
	id            INTEGER PRIMARY KEY AUTOINCREMENT,
	start_at      INTEGER NOT NULL,
	end_at        INTEGER NOT NULL,
	form          INTEGER NOT NULL,
	kind          INTEGER NOT NULL,
	category_id   INTEGER NOT NULL REFERENCES category DEFERRABLE INITIALLY DEFERRED,
	collection_id INTEGER NOT NULL REFERENCES collection DEFERRABLE INITIALLY DEFERRED,
	place_id      INTEGER NOT NULL REFERENCES place DEFERRABLE INITIALLY DEFERRED,
	confidence_id INTEGER NOT NULL REFERENCES confidence DEFERRABLE INITIALLY DEFERRED,
	tenths        INTEGER NOT NULL, -- effective score in tenths; -128 for none
	score         REAL,
	lat           REAL,
	lon           REAL,
	file_id       INTEGER NOT NULL REFERENCES file DEFERRABLE INITIALLY DEFERRED,
	file_row      INTEGER NOT NULL,
	batch_id      INTEGER REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
	digest        BLOB NOT NULL,
	key           TEXT NOT NULL UNIQUE,
	start_date    TEXT NOT NULL,
	end_date      TEXT NOT NULL,
	start_text    TEXT NOT NULL,
	end_text      TEXT NOT NULL,
	cameo         TEXT NOT NULL,
	title         TEXT NOT NULL,
	summary       TEXT NOT NULL
) STRICT;

CREATE INDEX event_by_start ON event (start_at, key);

CREATE TABLE participation (
	event_id INTEGER NOT NULL REFERENCES event ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	ord      INTEGER NOT NULL,
	actor_id INTEGER NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
	role     INTEGER NOT NULL,
	PRIMARY KEY (event_id, ord)
) STRICT, WITHOUT ROWID;

CREATE INDEX participation_by_actor ON participation (actor_id);

CREATE TABLE citation (
	event_id  INTEGER NOT NULL REFERENCES event ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	ord       INTEGER NOT NULL,
	source_id INTEGER NOT NULL REFERENCES source DEFERRABLE INITIALLY DEFERRED,
	quote     TEXT NOT NULL,
	locator   TEXT NOT NULL,
	PRIMARY KEY (event_id, ord)
) STRICT, WITHOUT ROWID;

CREATE INDEX citation_by_source ON citation (source_id);

-- A link names its target by key: the target may come later in the same file,
-- in another file, or never, and the link is kept all the same.

CREATE TABLE link (
	event_id INTEGER NOT NULL REFERENCES event ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	ord      INTEGER NOT NULL,
	kind     INTEGER NOT NULL,
	target   TEXT NOT NULL,
	PRIMARY KEY (event_id, ord)
) STRICT, WITHOUT ROWID;

CREATE INDEX link_by_target ON link (target);

CREATE TABLE event_tag (
	event_id INTEGER NOT NULL REFERENCES event ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	ord      INTEGER NOT NULL,
	tag_id   INTEGER NOT NULL REFERENCES tag DEFERRABLE INITIALLY DEFERRED,
	PRIMARY KEY (event_id, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreement (
	id            INTEGER PRIMARY KEY,
	key           TEXT NOT NULL UNIQUE,
	name          TEXT NOT NULL,
	short_name    TEXT NOT NULL,
	type          TEXT NOT NULL,
	signed        TEXT NOT NULL,
	place_signed  TEXT NOT NULL,
	in_force      TEXT NOT NULL,
	initial_term  TEXT NOT NULL,
	renewal_rule  TEXT NOT NULL,
	notice_period TEXT NOT NULL,
	end_date      TEXT NOT NULL,
	status        TEXT NOT NULL,
	status_as_of  TEXT NOT NULL,
	confidence    TEXT NOT NULL,
	remark        TEXT NOT NULL
) STRICT;

CREATE TABLE agreement_party (
	agreement_id INTEGER NOT NULL REFERENCES agreement ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	ord          INTEGER NOT NULL,
	actor        TEXT NOT NULL,
	PRIMARY KEY (agreement_id, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreement_step (
	agreement_id INTEGER NOT NULL REFERENCES agreement ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	kind         INTEGER NOT NULL, -- 0 notice, 1 suspension
	ord          INTEGER NOT NULL,
	at_date      TEXT NOT NULL,
	party        TEXT NOT NULL,
	note         TEXT NOT NULL,
	PRIMARY KEY (agreement_id, kind, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreement_event (
	agreement_id INTEGER NOT NULL REFERENCES agreement ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	ord          INTEGER NOT NULL,
	event_key    TEXT NOT NULL,
	PRIMARY KEY (agreement_id, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreement_citation (
	agreement_id INTEGER NOT NULL REFERENCES agreement ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	ord          INTEGER NOT NULL,
	source_id    INTEGER NOT NULL REFERENCES source DEFERRABLE INITIALLY DEFERRED,
	quote        TEXT NOT NULL,
	locator      TEXT NOT NULL,
	PRIMARY KEY (agreement_id, ord)
) STRICT, WITHOUT ROWID;

CREATE INDEX agreement_citation_by_source ON agreement_citation (source_id);

-- The log of edits, oldest first. A batch stands in it too, without changes
-- for now: it cannot be taken back, nor can what came before it.

CREATE TABLE edit (
	id       INTEGER PRIMARY KEY AUTOINCREMENT,
	at       INTEGER NOT NULL,
	label    TEXT NOT NULL,
	batch_id INTEGER REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
	changes  TEXT,
	undone   INTEGER NOT NULL
) STRICT;

-- The index holds no text of its own (contentless): its text is put together
-- from several tables, and with contentless_delete a row can be dropped
-- without saying again what was in it, so the index cannot be upset by a stale
-- old value. The column cjk holds Chinese, Japanese and Korean text cut into
-- overlapping pairs of characters, since those scripts have no spaces.

CREATE VIRTUAL TABLE event_fts USING fts5 (
	title, summary, actors, sources, place, cjk,
	content = '', contentless_delete = 1,
	tokenize = 'unicode61 remove_diacritics 2'
);

CREATE VIRTUAL TABLE event_term USING fts5vocab (event_fts, row);

-- The packed snapshot of Columns: one blob per column and 65536 rows.

CREATE TABLE snapshot (
	id       INTEGER PRIMARY KEY, -- column << 32 | chunk
	checksum INTEGER NOT NULL,    -- CRC-32C of data
	data     BLOB NOT NULL
) STRICT;
