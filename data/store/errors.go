package store

import (
	"context"
	"errors"
	"fmt"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// The reasons for which an archive cannot be opened, read or written. Errors of
// this package wrap them; their text names the file and says what to do.
var (
	ErrNotExist   = errors.New("no such archive")
	ErrExists     = errors.New("file exists")
	ErrNotArchive = errors.New("not a Chancery archive")
	ErrNewer      = errors.New("archive is from a newer version of Chancery")
	ErrReadOnly   = errors.New("archive cannot be written")
	ErrLocked     = errors.New("archive is being written by another program")
	ErrDiskFull   = errors.New("no room left on the disk")
	ErrDamaged    = errors.New("archive is damaged")
)

// The reasons for which a request finds nothing to act on.
var (
	ErrNoEvent  = errors.New("no such event")
	ErrConflict = errors.New("the event has changed since")
	ErrNoBatch  = errors.New("no such batch")
	ErrHeld     = errors.New("later changes stand on the batch")
	ErrNoUndo   = errors.New("nothing to undo")
	ErrNoRedo   = errors.New("nothing to redo")
)

// A VersionError says that a file was written by a version of Chancery that
// knows more than this one. It is an ErrNewer.
type VersionError struct {
	Path           string
	Version, Known int // of the schema: the file's, and the newest known here
}

func (e *VersionError) Error() string {
	return fmt.Sprintf("%s was written by a newer version of Chancery (format %d; this one knows up to %d): install the newer version to open it",
		e.Path, e.Version, e.Known)
}

// Unwrap lets errors.Is find ErrNewer.
func (e *VersionError) Unwrap() error { return ErrNewer }

// A FieldError says that a value cannot be stored. Nothing was written, and the
// batch it was meant for can go on.
type FieldError struct {
	Field  string // as files call it: "id", "lat"
	Reason string
}

func (e *FieldError) Error() string { return e.Field + ": " + e.Reason }

// A fileError is one of the reasons above, told of one file.
type fileError struct {
	text   string
	reason error
}

func (e *fileError) Error() string { return e.text }
func (e *fileError) Unwrap() error { return e.reason }

func fileErrorf(reason error, format string, args ...any) error {
	return &fileError{text: fmt.Sprintf(format, args...), reason: reason}
}

// primary is the low byte of an extended result code.
const primary = 0xff

// isDamage reports whether an error of the driver says that a file is not, or no
// longer, a sound database.
func isDamage(err error) bool {
	var driver *sqlite.Error
	if !errors.As(err, &driver) {
		return false
	}
	code := driver.Code() & primary
	return code == sqlite3.SQLITE_CORRUPT || code == sqlite3.SQLITE_NOTADB
}

// explainIndex is explain for an error of the search index, which concerns
// nobody's work.
func (a *Archive) explainIndex(err error) error {
	var driver *sqlite.Error
	if !errors.As(err, &driver) {
		return err
	}
	switch driver.Code() & primary {
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN:
		return fileErrorf(ErrReadOnly, "the search index of %s cannot be written beside it", a.path)
	case sqlite3.SQLITE_FULL:
		return fileErrorf(ErrDiskFull, "no room left on the disk for the search index of %s: not everything can be found", a.path)
	}
	return fmt.Errorf("search index of %s: %w", a.path, err)
}

// explain turns an error of the driver into one that names the archive and a
// reason people can act on. Errors that have none are wrapped as they are.
func (a *Archive) explain(err error) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	var known *fileError
	if errors.As(err, &known) {
		return err
	}
	var driver *sqlite.Error
	if !errors.As(err, &driver) {
		return err
	}
	switch driver.Code() & primary {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fileErrorf(ErrLocked, "%s is being written by another program: try again when it has finished", a.path)
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN:
		return fileErrorf(ErrReadOnly, "%s cannot be written: check that you may write to the file and its folder", a.path)
	case sqlite3.SQLITE_FULL:
		return fileErrorf(ErrDiskFull, "no room left on the disk for %s: nothing was changed", a.path)
	case sqlite3.SQLITE_IOERR:
		return fmt.Errorf("%s: reading or writing the disk: %w", a.path, err)
	case sqlite3.SQLITE_CORRUPT:
		return fileErrorf(ErrDamaged, "%s is damaged (%v): restore it from a copy", a.path, err)
	case sqlite3.SQLITE_NOTADB:
		return fileErrorf(ErrNotArchive, "%s is not a Chancery archive: it is not a readable database", a.path)
	}
	return fmt.Errorf("%s: %w", a.path, err)
}
