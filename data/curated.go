package data

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"chancery/data/store"
)

// DefaultArchive returns the path of the archive that is opened when none is
// named: in the user's data folder, which need not exist yet.
func DefaultArchive() (string, error) {
	dir, err := dataFolder()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "curated"+store.Extension), nil
}

// dataFolder follows the habits of each system: the XDG base directories, and
// on macOS and Windows what their applications use.
func dataFolder() (string, error) {
	switch runtime.GOOS {
	case "darwin", "windows":
		dir, err := os.UserConfigDir()
		if runtime.GOOS == "windows" && os.Getenv("LocalAppData") != "" {
			dir, err = os.Getenv("LocalAppData"), nil
		}
		return filepath.Join(dir, "Chancery"), err
	}
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "chancery"), nil
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".local", "share", "chancery"), err
}

// CreateCurated makes a new archive from the tables of a file system, folders
// on the way to it included, with saved views to begin with. The archive appears whole or not at all. A file
// that is already there is left as it is, and is an error.
func CreateCurated(ctx context.Context, path string, tables fs.FS) (Report, error) {
	if _, err := os.Lstat(path); err == nil {
		return Report{}, fmt.Errorf("make %s: %w", path, fs.ErrExist)
	}
	// Beside its place, so that moving it there is one step on the same disk.
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return Report{}, err
	}
	making, err := os.MkdirTemp(dir, ".making-*")
	if err != nil {
		return Report{}, err
	}
	defer os.RemoveAll(making)
	fresh := filepath.Join(making, filepath.Base(path))
	report, err := fill(ctx, fresh, tables)
	if err != nil {
		return Report{}, fmt.Errorf("make %s: %w", path, err)
	}
	return report, os.Rename(fresh, path)
}

func fill(ctx context.Context, path string, tables fs.FS) (Report, error) {
	a, err := store.Create(ctx, path)
	if err != nil {
		return Report{}, err
	}
	report, err := ImportFS(ctx, a, tables, ImportOptions{Founding: true})
	if err == nil && len(report.Problems) > 0 {
		p := report.Problems[0]
		err = fmt.Errorf("%s row %d: %s %q: %s", p.File, p.Row, p.Column, p.Value, p.Message)
	}
	if err == nil {
		err = putCuratedViews(ctx, a)
	}
	if err == nil {
		_, err = a.Columns(ctx) // leaves a snapshot, so that the first start is quick
	}
	return report, errors.Join(err, a.Close())
}
