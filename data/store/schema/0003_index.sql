-- The full-text index has left the archive for files of its own beside it,
-- where it follows the events at its leisure: see index.go.

DROP TABLE event_term;
DROP TABLE event_fts;

-- What the index has to follow: after each write the events with ids from
-- first to last have been added, changed or deleted. The token is drawn at
-- random, so that an index that has seen a row is known to be of this archive
-- and not of a copy that went another way.

CREATE TABLE event_change (
	id    INTEGER PRIMARY KEY AUTOINCREMENT,
	token INTEGER NOT NULL,
	first INTEGER NOT NULL,
	last  INTEGER NOT NULL
) STRICT;

INSERT INTO event_change (token, first, last) SELECT random(), 1, ifnull(max(id), 0) FROM event;
