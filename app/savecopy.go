package app

import (
	"context"
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2/lang"

	"chancery/data/store"
)

// saveCopy asks where to put a copy of the archive. The archive itself stays the
// open one, since it is saved with every change.
func (w *Window) saveCopy() {
	if w.Workspace.Archive() == nil {
		return
	}
	name := lang.L("{{.Name}} (copy)", map[string]any{"Name": w.toolbar.Title})
	w.askPath(lang.L("Save a copy"), lang.L("Save the copy"), name, store.Extension, false, w.copyTo)
}

// copyTo writes a copy in the background.
func (w *Window) copyTo(path string) {
	w.Workspace.SaveCopy(path, func(size int64, err error) {
		switch {
		case errors.Is(err, context.Canceled):
			w.messages.Show(Done, lang.L("No copy was made."))
		case err != nil:
			w.messages.Show(Failure, sentence(err), Way{lang.L("Save elsewhere"), w.saveCopy})
		default:
			w.messages.Show(Done, lang.L("Copy saved as {{.Name}}, {{.Size}}.", map[string]any{
				"Name": filepath.Base(path), "Size": fileSize(size),
			}), Way{lang.L("Open it"), func() { w.open(path) }})
		}
	})
}
