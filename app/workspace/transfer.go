package workspace

import (
	"context"
	"io"
	"path/filepath"

	"chancery/data"
)

// Export writes what write produces to path in the background. The file
// appears whole or not at all. done is called with its size in bytes.
func (w *Workspace) Export(path string, write func(context.Context, io.Writer) error, done func(size int64, err error)) *Job {
	var size int64
	return w.jobs.Start("Export "+filepath.Base(path), func(ctx context.Context, _ *Job) (err error) {
		size, err = data.WriteFile(ctx, path, write)
		return err
	}, func(err error) { done(size, err) })
}

// SaveCopy writes the open archive, as it is now, to a new file in the
// background. The file appears whole or not at all. done is called with its size
// in bytes.
func (w *Workspace) SaveCopy(path string, done func(size int64, err error)) *Job {
	archive := w.archive
	var size int64
	return w.jobs.Start("Save a copy", func(ctx context.Context, _ *Job) (err error) {
		if archive == nil {
			return ErrNoArchive
		}
		size, err = archive.SaveCopy(ctx, path)
		return err
	}, func(err error) { done(size, err) })
}
