package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"
)

// OpenWaiting is Open with another wait for other programs.
func OpenWaiting(ctx context.Context, path string, wait time.Duration) (*Archive, error) {
	return open(ctx, path, wait)
}

// LimitPages makes the archive behave as if the disk were full once its file has
// so many pages; 0 lifts the limit.
func (a *Archive) LimitPages(ctx context.Context, pages int) error {
	if pages == 0 {
		pages = 1 << 30
	}
	_, err := a.writer.ExecContext(ctx, fmt.Sprintf("PRAGMA max_page_count = %d", pages))
	return err
}

// IndexInFiles makes archives of any size have their search index in files, until
// the returned function is called.
func IndexInFiles() (restore func()) {
	before := smallIndex
	smallIndex = 0
	return func() { smallIndex = before }
}

// SearchWaitsFor makes a search wait for no more than n events to be indexed, until
// the returned function is called.
func SearchWaitsFor(n int64) (restore func()) {
	before := searchWaits
	searchWaits = n
	return func() { searchWaits = before }
}

// CheckShards is Check of the search index alone, by SQLite and FTS5 themselves.
func (a *Archive) CheckShards(ctx context.Context) error {
	shards, err := a.index.open(ctx)
	if err != nil {
		return err
	}
	for _, s := range shards {
		var finding string
		if err := s.read.QueryRowContext(ctx, "PRAGMA integrity_check").Scan(&finding); err != nil || finding != "ok" {
			return fmt.Errorf("shard %d: %s, %w", s.number, finding, err)
		}
		if _, err := s.write.ExecContext(ctx, "INSERT INTO event_fts (event_fts) VALUES ('integrity-check')"); err != nil {
			return fmt.Errorf("shard %d: %w", s.number, err)
		}
	}
	return nil
}

// CopyAs writes what an archive holds into a new one as an earlier version of the
// schema lays it.
func CopyAs(ctx context.Context, from, to string, version int) error {
	db, err := sql.Open(driverName, dsn(to, indexing, busyTimeout))
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	defer db.Close()
	stamp := fmt.Sprintf("PRAGMA foreign_keys = 0; PRAGMA application_id = %d; PRAGMA user_version = %d;", ApplicationID, version)
	if _, err := db.ExecContext(ctx, strings.Join(migrations[:version], "")+stamp); err != nil {
		return err
	}
	if _, err := db.ExecContext(ctx, "ATTACH ? AS newer", from); err != nil {
		return err
	}
	var tables, columns []string
	list := func(into *[]string) func(*sql.Rows) error {
		*into = nil
		return func(rows *sql.Rows) error {
			var name string
			err := rows.Scan(&name)
			*into = append(*into, name)
			return err
		}
	}
	err = each(ctx, db, list(&tables), "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'")
	for _, table := range tables {
		err = errors.Join(err, each(ctx, db, list(&columns), `SELECT name FROM pragma_table_info(?1, 'main')
			INTERSECT SELECT name FROM pragma_table_info(?1, 'newer')`, table))
		if names := strings.Join(columns, ", "); names != "" {
			_, e := db.ExecContext(ctx, "DELETE FROM main."+table+"; INSERT INTO main."+table+" ("+names+") SELECT "+names+" FROM newer."+table)
			err = errors.Join(err, e)
		}
	}
	return err
}

// LargeFrom lets archives of so many events count as large.
func LargeFrom(events int) (restore func()) {
	before := smallArchive
	smallArchive = events
	return func() { smallArchive = before }
}

// SnapshotIsCurrent reports whether the columns can be read without the tables.
func (a *Archive) SnapshotIsCurrent(ctx context.Context) bool {
	return a.view(ctx, func(tx *sql.Tx) error {
		n, err := loadNames(ctx, tx)
		if err == nil {
			_, err = readSnapshot(ctx, tx, n)
		}
		return err
	}) == nil
}

// ChunksOf makes a transaction of the search index take so many bytes of text,
// until the returned function is called.
func ChunksOf(bytes int) (restore func()) {
	before := chunkBytes
	chunkBytes = bytes
	return func() { chunkBytes = before }
}

// Segments returns how many segments the largest shard has.
func (a *Archive) Segments(ctx context.Context) (most int, err error) {
	shards, err := a.index.open(ctx)
	for _, s := range shards {
		var n int
		err = errors.Join(err, s.read.QueryRowContext(ctx, "SELECT count(DISTINCT segid) FROM event_fts_idx").Scan(&n))
		most = max(most, n)
	}
	return most, err
}

// Indexes returns the statements that made the indexes of the archive.
func (a *Archive) Indexes(ctx context.Context) (statements []string, err error) {
	err = each(ctx, a.reader, func(rows *sql.Rows) error {
		var statement string
		err := rows.Scan(&statement)
		statements = append(statements, statement)
		return err
	}, "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name")
	return statements, err
}

// HasSnapshot reports whether there is a snapshot of the present generation.
func (a *Archive) HasSnapshot(ctx context.Context) (bool, error) {
	present, err := metaValue(ctx, a.reader, "generation")
	if err != nil {
		return false, err
	}
	kept, err := metaValue(ctx, a.reader, "snapshot_generation")
	return kept == present, err
}
