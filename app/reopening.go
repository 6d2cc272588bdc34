package app

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"

	"chancery/app/workspace"
	"chancery/data"
	"chancery/data/store"
)

// openReport finds the archive of a report, in the background, and shows the view
// of the report in it.
func (w *Window) openReport(path string, o data.ReopenOptions) {
	var r *data.Reopened
	w.Workspace.Jobs().Start(lang.L("Open {{.Name}}", map[string]any{"Name": filepath.Base(path)}),
		func(ctx context.Context, _ *workspace.Job) (err error) {
			r, err = w.options.Reopen(ctx, path, o)
			return err
		}, func(err error) {
			switch {
			case errors.Is(err, context.Canceled):
			case err != nil:
				w.messages.Show(Failure, sentence(err), Way{lang.L("Open another archive"), w.chooseArchive})
			default:
				w.openReopened(r)
			}
		})
}

// openReopened opens the archive of a view that a report shows.
func (w *Window) openReopened(r *data.Reopened) {
	if a := w.Workspace.Archive(); a != nil && a.Path() == r.Archive {
		w.reopened = r
		w.showReopened()
		return
	}
	before := w.reopened
	w.reopened = r
	w.Workspace.FinishLater(w.Workspace.Begin(r.Archive, r.Own), func(err error) {
		if err != nil {
			w.reopened = before
			err = errors.Join(err, r.Discard())
		} else if before != r {
			err = before.Discard()
		}
		w.opened(r.Archive, err)
	})
}

// reopenedAt returns the report whose archive was opened at a path, nil for none,
// and lets go of another one.
func (w *Window) reopenedAt(path string) *data.Reopened {
	if r := w.reopened; r != nil && r.Archive != path {
		if err := r.Discard(); err != nil {
			w.messages.Show(Failure, sentence(err))
		}
		w.reopened = nil
	}
	return w.reopened
}

// showReopened shows the view of the report that was opened and says what it is
// a view of.
func (w *Window) showReopened() {
	r := w.reopened
	w.showView(viewTimeline)
	w.showSaved(r.View)
	w.Workspace.Select(r.Selected...)
	w.showDetails(len(r.Selected) > 0)
	w.tellReopened()
}

func (w *Window) tellReopened() {
	r := w.reopened
	names := map[string]any{"Report": filepath.Base(r.Report), "Archive": filepath.Base(r.Was), "Held": groupDigits(int64(r.Held)), "All": groupDigits(int64(r.Events))}
	find := Way{lang.L("Find the archive…"), w.findArchive}
	keep := Way{lang.L("Keep as an archive…"), w.keepOwn}
	switch {
	case r.Own && r.Held < r.Events:
		w.messages.Stay(Attention, lang.L("This is what {{.Report}} holds, read-only: the first {{.Held}} of {{.All}} events. Its archive {{.Archive}} was not opened.", names), find, keep)
	case r.Own:
		w.messages.Stay(Attention, lang.L("These are the {{.Held}} events that {{.Report}} holds, read-only. Its archive {{.Archive}} was not opened.", names), find, keep)
	case !r.Changes.None():
		names["Changes"] = changesWords(r.Changes)
		w.messages.Stay(Attention, lang.L("{{.Archive}} has changed since {{.Report}} was made: {{.Changes}}. This is the archive as it is now.", names),
			Way{lang.L("Show what the report holds"), func() { w.openReport(r.Report, data.ReopenOptions{Own: true}) }})
	default:
		w.messages.Show(Done, lang.L("The view of {{.Report}}, in {{.Archive}} with the same events.", names))
	}
}

// changesWords counts the events that an archive has otherwise than a report.
func changesWords(d data.Differences) string {
	var words string
	for _, c := range []struct {
		count int
		words string
	}{
		{d.Changed, lang.N("{{.Count}} events are different", d.Changed, map[string]any{"Count": groupDigits(int64(d.Changed))})},
		{d.Gone, lang.N("{{.Count}} events are gone", d.Gone, map[string]any{"Count": groupDigits(int64(d.Gone))})},
		{d.New, lang.N("{{.Count}} events are new", d.New, map[string]any{"Count": groupDigits(int64(d.New))})},
	} {
		if c.count == 0 {
			continue
		}
		if words != "" {
			words += ", "
		}
		words += c.words
	}
	return words
}

// findArchive asks where the archive of the report is that was opened.
func (w *Window) findArchive() {
	report := w.reopened.Report
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			return
		}
		path := r.URI().Path()
		_ = r.Close()
		w.openReport(report, data.ReopenOptions{Archive: path})
	}, w.win)
	d.SetFilter(storage.NewExtensionFileFilter([]string{store.Extension}))
	w.showDialog(d)
}

// keepOwn asks where to keep what the report holds as an archive, and goes on
// there with the same view.
func (w *Window) keepOwn() {
	r := *w.reopened
	name := filepath.Base(r.Archive)
	w.askPath(lang.L("Keep as an archive"), lang.L("Make the archive"), name[:len(name)-len(store.Extension)], store.Extension, false, func(path string) {
		w.Workspace.Export(path, func(_ context.Context, out io.Writer) error { return copyFile(out, r.Archive) }, func(_ int64, err error) {
			if err != nil {
				w.messages.Show(Failure, sentence(err), Way{lang.L("Keep as an archive…"), w.keepOwn})
				return
			}
			kept := data.Reopened{Report: r.Report, Was: path, Archive: absolute(path), View: w.thisView(""), Selected: w.Workspace.Selection(), Events: r.Held, Held: r.Held}
			w.openReopened(&kept)
		})
	})
}

func copyFile(out io.Writer, path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(out, file)
	return err
}
