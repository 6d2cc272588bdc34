package store

import (
	"context"
	"database/sql"
	"errors"
	"time"
)

// driverName is how the driver is registered with database/sql.
const driverName = "sqlite"

// readers is the size of the pool of read-only connections: enough for a
// search, a page of details and a streamed export at the same time.
const readers = 4

// An Archive is an open archive. Its methods may be called from several
// goroutines; writes wait for one another, reads never wait for writes and see
// the archive as it was after the last write that was committed.
type Archive struct {
	path     string
	readOnly bool
	wait     time.Duration
	writer   *sql.DB // nil when readOnly
	reader   *sql.DB
	turn     turn
	index    index
}

// openPools makes the connections; none is opened before it is used.
func (a *Archive) openPools(read access) error {
	a.index.archive = a
	var err error
	if !a.readOnly {
		if a.writer, err = sql.Open(driverName, dsn(a.path, writing, a.wait)); err != nil {
			return err
		}
		a.writer.SetMaxOpenConns(1)
	}
	if a.reader, err = sql.Open(driverName, dsn(a.path, read, a.wait)); err != nil {
		return errors.Join(err, a.Close())
	}
	a.reader.SetMaxOpenConns(readers)
	a.reader.SetMaxIdleConns(readers)
	return nil
}

// Close closes the archive and leaves one file, beside it at most the folder of
// the search index: the log is written back and removed, unless another program
// still has the archive open.
func (a *Archive) Close() error {
	var readErr, writeErr error
	indexErr := a.index.close()
	if a.reader != nil {
		readErr = a.reader.Close()
	}
	// Last, because only a connection that may write can clear the log away.
	if a.writer != nil {
		writeErr = a.writer.Close()
	}
	return errors.Join(indexErr, readErr, writeErr)
}

// Path returns the absolute path of the archive's file.
func (a *Archive) Path() string { return a.path }

// ReadOnly reports whether the archive was opened for reading only.
func (a *Archive) ReadOnly() bool { return a.readOnly }

// Generation counts the committed changes of events: it grows by one with each.
func (a *Archive) Generation(ctx context.Context) (uint64, error) {
	generation, err := metaValue(ctx, a.reader, "generation")
	return uint64(generation), a.explain(err)
}

// checkpoint writes the log back into the archive's file.
func (a *Archive) checkpoint(ctx context.Context) error {
	_, err := a.writer.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	return err
}
