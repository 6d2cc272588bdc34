-- A large batch does without most indexes, and they are made after it (see
-- late_index.go). Until then their statements stand here.

CREATE TABLE late_index (
	id        INTEGER PRIMARY KEY,
	statement TEXT NOT NULL
) STRICT;
