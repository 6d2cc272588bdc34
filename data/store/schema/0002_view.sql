-- Saved views: ways of looking at the archive. They change no event, so that
-- writing one leaves the generation and the snapshot as they are.

CREATE TABLE view (
	id      INTEGER PRIMARY KEY,
	name    TEXT NOT NULL UNIQUE,
	content TEXT NOT NULL -- a JSON object, see viewRecord
) STRICT;
