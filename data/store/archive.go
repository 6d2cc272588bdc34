package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
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
}

// Create makes a new, empty archive and opens it. The file must not exist.
func Create(ctx context.Context, path string) (*Archive, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	// The name is reserved first, so that two programs cannot both make it.
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
	switch {
	case errors.Is(err, fs.ErrExist):
		return nil, fileErrorf(ErrExists, "there is already a file at %s: choose another name", path)
	case errors.Is(err, fs.ErrNotExist):
		return nil, fileErrorf(fs.ErrNotExist, "the folder %s does not exist", filepath.Dir(path))
	case errors.Is(err, fs.ErrPermission):
		return nil, fileErrorf(ErrReadOnly, "no archive can be made in %s: you may not write to that folder", filepath.Dir(path))
	case err != nil:
		return nil, err
	}
	if err := file.Close(); err != nil {
		return nil, err
	}
	a, err := create(ctx, path)
	if err != nil {
		for _, name := range []string{path, path + "-journal", path + "-wal", path + "-shm"} {
			_ = os.Remove(name) // what is left of an archive that never was
		}
		return nil, err
	}
	return a, nil
}

// create lays the schema with a rollback journal, because in WAL mode the
// header, by which checkHeader knows an archive, would reach the file only
// with the first checkpoint.
func create(ctx context.Context, path string) (*Archive, error) {
	a := &Archive{path: path}
	db, err := sql.Open(driverName, dsn(path, creating, busyTimeout))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	_, err = migrate(ctx, db, path)
	if err = errors.Join(err, db.Close()); err != nil {
		return nil, a.explain(err)
	}
	return Open(ctx, path)
}

// Open opens an existing archive to read and write; it never makes one. An
// older archive is brought up to the present schema first. A file that is not
// an archive, or is from a newer version, is not touched.
//
// The error wraps ErrNotExist, ErrNotArchive, ErrNewer, ErrReadOnly (then
// OpenReadOnly may do), ErrLocked or ErrDamaged.
func Open(ctx context.Context, path string) (*Archive, error) {
	return open(ctx, path, busyTimeout)
}

func open(ctx context.Context, path string, wait time.Duration) (*Archive, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if err := checkHeader(path); err != nil {
		return nil, permission(path, err)
	}
	// SQLite would quietly open a write-protected file for reading only.
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return nil, permission(path, err)
	}
	if err := file.Close(); err != nil {
		return nil, err
	}
	a := &Archive{path: path, wait: wait, turn: newTurn()}
	if err := a.openPools(reading); err != nil {
		return nil, err
	}
	changed, err := migrate(ctx, a.writer, path)
	if err == nil && changed {
		// The new version must stand in the header for other programs to see.
		err = a.checkpoint(ctx)
	}
	if err != nil {
		return nil, errors.Join(a.explain(err), a.Close())
	}
	return a, nil
}

// OpenReadOnly opens an existing archive for reading only. It works on a
// read-only medium too. An archive of an older schema must be opened for
// writing once before it can be read.
func OpenReadOnly(ctx context.Context, path string) (*Archive, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if err := checkHeader(path); err != nil {
		return nil, permission(path, err)
	}
	a := &Archive{path: path, readOnly: true, wait: busyTimeout, turn: newTurn()}
	to := viewing
	if !canWriteBeside(path) {
		// Without write permission SQLite cannot keep the index of a log that
		// a crashed program left; and where there is none, nothing writes.
		to = reading
		if _, err := os.Stat(path + "-wal"); errors.Is(err, fs.ErrNotExist) {
			to = immutable
		}
	}
	if err := a.openPools(to); err != nil {
		return nil, err
	}
	var version int
	err = a.reader.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version)
	switch {
	case err == nil && version > len(migrations):
		err = &VersionError{Path: path, Version: version, Known: len(migrations)}
	case err == nil && version < len(migrations):
		err = fileErrorf(ErrReadOnly, "%s is of an older format and must be brought up to date: open it for writing once", path)
	}
	if err != nil {
		return nil, errors.Join(a.explain(err), a.Close())
	}
	return a, nil
}

// openPools makes the connections; none is opened before it is used.
func (a *Archive) openPools(read access) error {
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

// Close closes the archive and leaves one file: the log beside it is written
// back and removed, unless another program still has the archive open.
func (a *Archive) Close() error {
	var readErr, writeErr error
	if a.reader != nil {
		readErr = a.reader.Close()
	}
	// Last, because only a connection that may write can clear the log away.
	if a.writer != nil {
		writeErr = a.writer.Close()
	}
	return errors.Join(readErr, writeErr)
}

// Path returns the absolute path of the archive's file.
func (a *Archive) Path() string { return a.path }

// ReadOnly reports whether the archive was opened for reading only.
func (a *Archive) ReadOnly() bool { return a.readOnly }

// Generation counts the committed writes: it grows by one with each.
func (a *Archive) Generation(ctx context.Context) (uint64, error) {
	generation, err := metaValue(ctx, a.reader, "generation")
	return uint64(generation), a.explain(err)
}

// checkpoint writes the log back into the archive's file.
func (a *Archive) checkpoint(ctx context.Context) error {
	_, err := a.writer.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	return err
}

// permission explains a refusal of the file system.
func permission(path string, err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return fileErrorf(ErrReadOnly, "%s cannot be opened for writing: you may not write to it", path)
	}
	return err
}

// canWriteBeside reports whether the file and its folder can be written.
func canWriteBeside(path string) bool {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return false
	}
	_ = file.Close()
	probe, err := os.CreateTemp(filepath.Dir(path), ".chancery-*")
	if err != nil {
		return false
	}
	_ = probe.Close()
	return os.Remove(probe.Name()) == nil
}
