-- What scripts/bench-import lets the sqlite3 command line do: load a table of
-- events into the tables of an archive, as fast as it can and with no regard for
-- a crash. The schema, the indexes and the name of the file come from the script.

INSERT INTO file (id, name) VALUES (1, 'peer');
INSERT INTO batch (id, label, started, finished, added, updated, unchanged) VALUES (1, 'peer', 0, 0, 0, 0, 0);
INSERT INTO collection (position, key, name) SELECT row_number() OVER (), key, '' FROM (SELECT DISTINCT collection AS key FROM staging);
INSERT INTO category (key, term, name, short) SELECT DISTINCT category, category, category, category FROM staging;
INSERT INTO place (name) SELECT DISTINCT place FROM staging;
INSERT INTO confidence (name) SELECT DISTINCT confidence FROM staging;

CREATE TEMP TABLE part AS
	SELECT s.rowid AS event, j.key AS ord, substr(j.value, 1, instr(j.value, ':') - 1) AS role, substr(j.value, instr(j.value, ':') + 1) AS name
	FROM staging AS s, json_each('["' || replace(s.actors, ';', '","') || '"]') AS j;
INSERT INTO actor (name, kind, parent, country, code, from_date, to_date, described)
	SELECT DISTINCT name, 0, '', '', '', '', '', 0 FROM part;
INSERT INTO participation
	SELECT p.event, p.ord, a.id, CASE p.role WHEN 'initiator' THEN 1 WHEN 'target' THEN 2 ELSE 0 END
	FROM part AS p JOIN actor AS a ON a.name = p.name ORDER BY p.event, p.ord;

INSERT INTO source (publisher, title, url, published, hash)
	SELECT DISTINCT substr(sources, 1, instr(sources, '|') - 1), '', '', '', 0 FROM staging;
CREATE TEMP TABLE publisher (name TEXT PRIMARY KEY, id INTEGER) WITHOUT ROWID;
INSERT INTO publisher SELECT publisher, id FROM source;
INSERT INTO citation
	SELECT s.rowid, 0, p.id, '', '' FROM staging AS s JOIN publisher AS p ON p.name = substr(s.sources, 1, instr(s.sources, '|') - 1)
	ORDER BY s.rowid;

INSERT INTO event (id, start_at, end_at, form, kind, category_id, collection_id, place_id, confidence_id, tenths, score, lat, lon,
		file_id, file_row, batch_id, digest, key, start_date, end_date, start_text, end_text, cameo, title, summary)
	SELECT s.rowid, unixepoch(s.start), unixepoch(coalesce(nullif(s."end", ''), s.start), '+1 day'), s.kind = 'span', s.kind = 'span',
		c.id, o.id, p.id, f.id, -128, NULL, CAST(s.lat AS REAL), CAST(s.lon AS REAL),
		1, s.rowid + 1, 1, randomblob(16), s.id, s.start, s."end", '', '', s.cameo, s.title, s.summary
	FROM staging AS s
	CROSS JOIN category AS c ON c.key = s.category
	CROSS JOIN collection AS o ON o.key = s.collection
	CROSS JOIN place AS p ON p.name = s.place
	CROSS JOIN confidence AS f ON f.name = s.confidence;
