package workspace

import (
	"context"
	"io"
	"path/filepath"

	"chancery/data"
)

// Import brings files into the open archive in the background, all of them or,
// when it fails or is cancelled, nothing. With dryRun it only reports what
// would happen. done is called with the report.
func (w *Workspace) Import(paths []string, dryRun bool, done func(data.Report, error)) *Job {
	archive := w.archive
	var report data.Report
	return w.jobs.Start("Import", func(ctx context.Context, j *Job) (err error) {
		if archive == nil {
			return ErrNoArchive
		}
		report, err = data.Import(ctx, archive, paths, data.ImportOptions{DryRun: dryRun, Progress: j.Report})
		return err
	}, func(err error) {
		if err == nil && !dryRun && archive == w.archive {
			err = w.reload(w.root)
		}
		done(report, err)
	})
}

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
