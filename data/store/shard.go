package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"chancery/model"
)

// indexFormat is the version of what follows. A shard of another one is made
// anew.
const indexFormat = 1

// shardSchema is what a shard holds.
//
// The full-text table keeps no text of its own (contentless): the text is put
// together from several tables of the archive, and with contentless_delete a row
// can be dropped without saying again what was in it. The column cjk holds
// Chinese, Japanese and Korean text cut into overlapping pairs of characters,
// since those scripts have no spaces.
//
// FTS5 writes each transaction as a segment and merges segments by and by. Left
// to itself it would at times merge all that there is within one small write;
// here it merges a little after each (see tidy), and a crisis is far away.
const shardSchema = `
CREATE TABLE state (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE todo (first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT;
CREATE VIRTUAL TABLE event_fts USING fts5 (
	title, summary, actors, sources, place, cjk,
	content = '', contentless_delete = 1,
	tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE event_term USING fts5vocab (event_fts, row);
INSERT INTO event_fts (event_fts, rank) VALUES
	('hashsize', 16777216), ('automerge', 0), ('usermerge', 16), ('crisismerge', 64);`

// blockBits says which shard holds an event: events go by blocks of so many IDs
// to the shards in turn, so that all have about as much to do.
const blockBits = 12

// A shard is one part of the full-text index: a database of its own, so that
// several are written at the same time.
type shard struct {
	number, of int
	write      *sql.DB // one connection; nil when the shard is only read
	read       *sql.DB // the same connection when the shard is in memory
	turn       turn    // to write
}

// openShard opens the shard in a file, or makes it; path is "" for one in
// memory. A file that is no shard, or of other numbers, is replaced.
func openShard(ctx context.Context, path string, number, of int) (*shard, error) {
	if path == "" {
		db, err := sql.Open(driverName, memoryDSN)
		if err != nil {
			return nil, err
		}
		db.SetMaxOpenConns(1) // the database goes with its connection
		s := &shard{number: number, of: of, write: db, read: db, turn: newTurn()}
		if err := s.create(ctx); err != nil {
			return nil, errors.Join(err, s.close())
		}
		return s, nil
	}
	s, err := tryShard(ctx, path, number, of)
	if err == nil || !isForeign(err) {
		return s, err
	}
	if err := removeDatabase(path); err != nil {
		return nil, err
	}
	return tryShard(ctx, path, number, of)
}

func tryShard(ctx context.Context, path string, number, of int) (*shard, error) {
	s := &shard{number: number, of: of, turn: newTurn()}
	var err error
	if s.write, err = sql.Open(driverName, dsn(path, indexing, busyTimeout)); err != nil {
		return nil, err
	}
	s.write.SetMaxOpenConns(1)
	if s.read, err = sql.Open(driverName, dsn(path, reading, busyTimeout)); err == nil {
		s.read.SetMaxOpenConns(readers)
		s.read.SetMaxIdleConns(readers)
		err = s.create(ctx)
	}
	if err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

// viewShard opens a shard that cannot be written.
func viewShard(ctx context.Context, path string, to access, number, of int) (*shard, error) {
	db, err := sql.Open(driverName, dsn(path, to, busyTimeout))
	if err != nil {
		return nil, err
	}
	s := &shard{number: number, of: of, read: db, turn: newTurn()}
	if err := s.verify(ctx, db); err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

// errForeign says that a file is not the shard that it should be.
var errForeign = errors.New("not this part of a search index")

// isForeign reports whether a shard must be made anew.
func isForeign(err error) bool { return errors.Is(err, errForeign) || isDamage(err) }

// create lays the schema of a new shard, or makes sure that it is as it should be.
func (s *shard) create(ctx context.Context) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var tables int
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil {
		return err
	}
	if tables > 0 {
		return s.verify(ctx, tx)
	}
	// A pragma takes no parameters; the number is our own.
	if _, err := tx.ExecContext(ctx, shardSchema+fmt.Sprintf("PRAGMA user_version = %d", indexFormat)); err != nil {
		return err
	}
	for key, value := range map[string]int64{"number": int64(s.number), "of": int64(s.of), "seen": 0, "token": 0, "high": 0} {
		if _, err := tx.ExecContext(ctx, "INSERT INTO state VALUES (?, ?)", key, value); err != nil {
			return err
		}
	}
	return tx.Commit()
}

func (s *shard) verify(ctx context.Context, q queryer) error {
	var format, number, of int
	err := q.QueryRowContext(ctx, "PRAGMA user_version").Scan(&format)
	if err == nil && format == indexFormat {
		err = q.QueryRowContext(ctx, `SELECT (SELECT value FROM state WHERE key = 'number'),
			(SELECT value FROM state WHERE key = 'of')`).Scan(&number, &of)
	}
	if err == nil && (format != indexFormat || number != s.number || of != s.of) {
		err = errForeign
	}
	return err
}

func (s *shard) close() error {
	var err error
	if s.read != nil && s.read != s.write {
		err = s.read.Close()
	}
	// Last, because only a connection that may write can clear the log away.
	if s.write != nil {
		err = errors.Join(err, s.write.Close())
	}
	return err
}

// holds reports whether the shard is the one for an event.
func (s *shard) holds(id model.EventID) bool { return int(id>>blockBits)%s.of == s.number }

// blocks calls do with every part of a range that the shard holds, in order,
// until it returns false.
func (s *shard) blocks(r idRange, do func(idRange) bool) {
	for first := max(r.first, 0); first <= r.last; {
		last := min(first|(1<<blockBits-1), r.last)
		if s.holds(first) && !do(idRange{first, last}) {
			return
		}
		first = last + 1
	}
}

// count returns how many IDs of a range the shard holds.
func (s *shard) count(r idRange) (n int64) {
	s.blocks(r, func(part idRange) bool {
		n += int64(part.last - part.first + 1)
		return true
	})
	return n
}

// find returns the IDs of the events that match, in order.
func (s *shard) find(ctx context.Context, match string) ([]model.EventID, error) {
	// One text of all ids: half the time of a row for each. They come in order,
	// since FTS5 keeps them so; to ask for it takes a tenth more.
	var list sql.NullString
	err := s.read.QueryRowContext(ctx, "SELECT group_concat(rowid) FROM event_fts WHERE event_fts MATCH ?", match).Scan(&list)
	if err != nil || !list.Valid {
		return nil, err
	}
	found := make([]model.EventID, 0, strings.Count(list.String, ",")+1)
	id := model.EventID(0)
	for _, c := range []byte(list.String) {
		if c == ',' {
			found, id = append(found, id), 0
			continue
		}
		id = 10*id + model.EventID(c-'0')
	}
	found = append(found, id)
	if !slices.IsSorted(found) {
		slices.Sort(found)
	}
	return found, nil
}

// removeDatabase removes the files of a database.
func removeDatabase(path string) error {
	var err error
	for _, end := range []string{"", "-journal", "-wal", "-shm"} {
		if e := os.Remove(path + end); e != nil && !errors.Is(e, os.ErrNotExist) {
			err = errors.Join(err, e)
		}
	}
	return err
}
