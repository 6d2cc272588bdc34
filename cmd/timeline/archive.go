package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"chancery/assets"
	"chancery/data"
	"chancery/data/store"
)

// archiveFlag adds --archive.
func archiveFlag(cmd *cobra.Command) *string {
	return cmd.Flags().String("archive", "", "archive to use (default: the archive of the curated events in your data folder)")
}

// jsonFlag adds --json.
func jsonFlag(cmd *cobra.Command) *bool {
	return cmd.Flags().Bool("json", false, "print JSON, in the shape that docs/cli.md gives")
}

// archivePath returns the archive that a path means: itself, or the default
// archive, which is made from the curated events when it is not there yet.
func archivePath(ctx context.Context, path string) (string, error) {
	if path != "" {
		return path, nil
	}
	path, err := data.DefaultArchive()
	if err != nil {
		return "", err
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return path, err
	}
	_, err = data.CreateCurated(ctx, path, assets.Curated)
	return path, err
}

// openArchive opens the archive that a path means, for reading alone when the
// file or its folder cannot be written.
func openArchive(ctx context.Context, path string) (*store.Archive, error) {
	path, err := archivePath(ctx, path)
	if err != nil {
		return nil, err
	}
	a, err := store.Open(ctx, path)
	if errors.Is(err, store.ErrReadOnly) {
		return store.OpenReadOnly(ctx, path)
	}
	return a, err
}

// withArchive opens an archive for the length of act.
func withArchive(ctx context.Context, path string, act func(*store.Archive) error) error {
	a, err := openArchive(ctx, path)
	if err != nil {
		return err
	}
	err = act(a)
	return errors.Join(err, a.Close())
}

// bringIndex brings the search index up to date, for a command that searches when
// it is asked for text. What it cannot do is no reason to fail: it is said, and
// done another time.
func bringIndex(cmd *cobra.Command, a *store.Archive) {
	line := newProgress(cmd.ErrOrStderr(), "index for search")
	err := a.Index(cmd.Context(), 0, line.Report)
	line.Clear()
	if err != nil {
		fmt.Fprintf(cmd.ErrOrStderr(), "Not everything can be found by searching yet: %v\n", err)
	}
}

// bringIndexOf is bringIndex for an archive that is not open.
func bringIndexOf(cmd *cobra.Command, path string) error {
	return withArchive(cmd.Context(), path, func(a *store.Archive) error {
		bringIndex(cmd, a)
		return nil
	})
}
