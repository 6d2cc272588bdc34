package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/data"
)

// exportItems returns the formats that the kept events can be exported in.
func (w *Window) exportItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	if w.options.ExportHTML != nil {
		report := item(lang.L("Report as a web page…"), func() {
			w.chooseExport(".html", w.options.ExportHTML(w.Workspace))
		}, fyne.KeyE, 0)
		items = append(items, report)
	}
	archive, filter := w.Workspace.Archive(), w.Workspace.Filter()
	return append(items,
		fyne.NewMenuItem(lang.L("Events as CSV…"), func() {
			w.chooseExport(".csv", func(ctx context.Context, out io.Writer) error {
				_, err := data.ExportCSV(ctx, archive, out, filter)
				return err
			})
		}),
		fyne.NewMenuItem(lang.L("Events as JSON…"), func() {
			w.chooseExport(".json", func(ctx context.Context, out io.Writer) error {
				_, err := data.ExportJSON(ctx, archive, out, filter)
				return err
			})
		}),
	)
}

// chooseExport asks where to put an export.
func (w *Window) chooseExport(extension string, write exporter) {
	if w.Workspace.Archive() == nil {
		return
	}
	w.askPath(lang.L("Export"), lang.L("Export"), w.toolbar.Title, extension, true, func(path string) { w.export(path, write) })
}

// export writes a file in the background and says how large it became.
func (w *Window) export(path string, write exporter) {
	w.Workspace.Export(path, write, func(size int64, err error) {
		switch {
		case errors.Is(err, context.Canceled):
			w.messages.Show(Done, lang.L("Export cancelled. No file was written."))
		case err != nil:
			w.messages.Show(Failure, sentence(err), Way{lang.L("Export elsewhere"), func() {
				w.chooseExport(filepath.Ext(path), write)
			}})
		default:
			w.messages.Show(Done, lang.L("Saved as {{.Name}}, {{.Size}}.", map[string]any{
				"Name": filepath.Base(path), "Size": fileSize(size),
			}), Way{lang.L("Open"), func() { w.openFile(path) }},
				Way{lang.L("Show in folder"), func() { w.openFile(filepath.Dir(path)) }})
		}
	})
}

// openFile opens a file or folder that the user has just made.
func (w *Window) openFile(path string) {
	absolute, err := filepath.Abs(path)
	if err == nil {
		err = w.app.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(absolute)})
	}
	if err != nil {
		w.messages.Show(Failure, sentence(err))
	}
}

// fileSize writes a number of bytes as people do: "412 KB".
func fileSize(bytes int64) string {
	switch {
	case bytes < 1000:
		return lang.N("{{.Count}} bytes", int(bytes), map[string]any{"Count": bytes})
	case bytes < 1000_000:
		return fmt.Sprintf("%d\u00a0KB", (bytes+500)/1000)
	}
	return fmt.Sprintf("%.1f\u00a0MB", float64(bytes)/1e6)
}
