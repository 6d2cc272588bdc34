package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
)

// SaveCopy writes the archive, as it is now, to a new file at path and returns
// its size in bytes. The file appears whole or not at all, and one that is there
// already is left as it is: the error is then an ErrExists. The search index is
// not copied, since the copy makes its own. Others may read and write meanwhile.
func (a *Archive) SaveCopy(ctx context.Context, path string) (size int64, err error) {
	path, err = filepath.Abs(path)
	if err != nil {
		return 0, err
	}
	if _, err := os.Lstat(path); err == nil {
		return 0, fileErrorf(ErrExists, "%s is there already: choose another name", path)
	}
	// A folder of its own, so that a log that SQLite may leave goes with it.
	room, err := os.MkdirTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(room)
	whole := filepath.Join(room, filepath.Base(path))
	if err := a.vacuumInto(ctx, whole); err != nil {
		return 0, a.explain(err)
	}
	about, err := os.Stat(whole)
	if err != nil {
		return 0, err
	}
	// A link fails where a file has come to be meanwhile, which renaming would
	// replace; not every file system has links.
	err = os.Link(whole, path)
	switch {
	case err == nil:
		return about.Size(), nil
	case errors.Is(err, os.ErrExist):
		return 0, fileErrorf(ErrExists, "%s is there already: choose another name", path)
	}
	return about.Size(), os.Rename(whole, path)
}

func (a *Archive) vacuumInto(ctx context.Context, path string) error {
	conn, err := a.reader.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	// A connection that may only ask may not write to another file either.
	if _, err := conn.ExecContext(ctx, "PRAGMA query_only = 0"); err != nil {
		return err
	}
	defer conn.ExecContext(context.WithoutCancel(ctx), "PRAGMA query_only = 1")
	_, err = conn.ExecContext(ctx, "VACUUM INTO ?", fileURI(path))
	return err
}
