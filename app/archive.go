package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"

	"chancery/app/workspace"
	"chancery/assets"
	"chancery/data"
	"chancery/data/store"
)

// open opens an archive in the background, or that of a report. One that cannot be opened is
// explained in place of the view, or beside the archive that stays open.
func (w *Window) open(path string) {
	if data.IsReport(path) && w.options.Reopen != nil {
		w.openReport(path, data.ReopenOptions{})
		return
	}
	w.Workspace.OpenLater(path, func(err error) { w.opened(path, err) })
}

func (w *Window) opened(path string, err error) {
	switch {
	case err == nil:
		w.failed = nil
		r := w.reopenedAt(path)
		if r != nil {
			w.prefs.remember(r.Report)
		} else {
			w.prefs.remember(path)
		}
		w.win.SetMainMenu(w.menu())
		w.showCover()
		w.focusView()
		if err := w.adoptViews(context.Background()); err != nil {
			w.messages.Show(Failure, sentence(err))
		}
		if r != nil {
			w.showReopened()
		}
	case errors.Is(err, context.Canceled):
	case w.Workspace.Archive() != nil:
		w.messages.Show(Failure, sentence(err), Way{lang.L("Open another archive"), w.chooseArchive})
	default:
		w.failed = &failure{path: path, err: err}
		w.showFile()
		w.showCover()
	}
}

// sentence makes an error a sentence: it begins with a capital and ends with a
// full stop.
func sentence(err error) string {
	text := err.Error()
	if text == "" {
		return ""
	}
	first := []rune(text)
	text = strings.ToUpper(string(first[:1])) + string(first[1:])
	if !strings.HasSuffix(text, ".") {
		text += "."
	}
	return text
}

// chooseArchive asks for an archive to open, or for a report of one.
func (w *Window) chooseArchive() {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			return
		}
		path := r.URI().Path()
		_ = r.Close()
		w.open(path)
	}, w.win)
	kinds := []string{store.Extension}
	if w.options.Reopen != nil {
		kinds = append(kinds, data.ReportExtensions...)
	}
	d.SetFilter(storage.NewExtensionFileFilter(kinds))
	w.showDialog(d)
}

// newArchive asks where to put a new, empty archive, and opens it.
func (w *Window) newArchive() {
	w.askPath(lang.L("New archive"), lang.L("Make the archive"), lang.L("Untitled"), store.Extension, false, w.create)
}

// create makes a new archive. A file that is there stays as it is.
func (w *Window) create(path string) {
	if filepath.Ext(path) == "" {
		path += store.Extension
	}
	archive, err := store.Create(context.Background(), path)
	if err == nil {
		err = archive.Close()
	}
	if err != nil {
		w.messages.Show(Failure, sentence(err))
		return
	}
	w.open(path)
}

// openExample opens the default archive, which holds the curated events, and
// makes it when it is not there yet.
func (w *Window) openExample() {
	path, err := data.DefaultArchive()
	if err != nil {
		w.messages.Show(Failure, sentence(err))
		return
	}
	if _, err := os.Stat(path); err == nil {
		w.open(path)
		return
	}
	w.Workspace.Jobs().Start(lang.L("Make the example"), func(ctx context.Context, _ *workspace.Job) error {
		_, err := data.CreateCurated(ctx, path, assets.Curated)
		return err
	}, func(err error) {
		if err != nil {
			w.messages.Show(Failure, sentence(err))
			return
		}
		w.open(path)
	})
}

// fyneDialog is one of Fyne's own dialogs.
type fyneDialog interface {
	Show()
	Hide()
	Resize(fyne.Size)
	SetOnClosed(func())
}

// showDialog shows one of Fyne's own dialogs, as large as the window allows.
// Those for files cannot be resized before they are shown.
func (w *Window) showDialog(d fyneDialog) {
	w.dialog = d
	d.SetOnClosed(func() { w.dialog = nil })
	room := w.win.Canvas().Size()
	d.Show()
	d.Resize(fyne.NewSize(min(room.Width-80, 900), min(room.Height-80, 640)))
}
