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
