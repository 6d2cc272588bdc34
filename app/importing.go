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
	"chancery/charts/figure"
	"chancery/data"
	"chancery/data/store"
)

// importExtensions are those of files that can be imported.
var importExtensions = []string{
	".csv", ".tsv", ".tab", ".txt", ".xlsx", ".json", ".jsonl", ".ndjson", ".ics", ".timeline", ".xml", ".gz", ".zip",
}

// chooseImport asks for a file to import.
func (w *Window) chooseImport() {
	if w.Workspace.Archive() == nil {
		return
	}
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			return
		}
		path := r.URI().Path()
		_ = r.Close()
		w.previewImport([]string{path})
	}, w.win)
	d.SetFilter(storage.NewExtensionFileFilter(append(importExtensions, upper(importExtensions)...)))
	w.showDialog(d)
}

func upper(words []string) []string {
	all := make([]string, 0, len(words))
	for _, word := range words {
		all = append(all, strings.ToUpper(word))
	}
	return all
}

// dropped opens a dropped archive or report, and imports other files.
func (w *Window) dropped(paths []string) {
	if len(paths) == 1 && (strings.HasSuffix(paths[0], store.Extension) || data.IsReport(paths[0])) {
		w.open(paths[0])
		return
	}
	if w.Workspace.Archive() == nil || len(paths) == 0 {
		return
	}
	w.previewImport(paths)
}

// isRows reports text as a spreadsheet puts it on the clipboard: rows of cells with
// tabs between them.
func isRows(text string) bool {
	return strings.Contains(text, "\t") && strings.Contains(strings.TrimSpace(text), "\n")
}

// pasteImport imports rows that were copied from a spreadsheet or a page. Other
// text is nothing to import.
func (w *Window) pasteImport() {
	text := w.app.Clipboard().Content()
	if w.Workspace.Archive() == nil {
		return
	}
	if !isRows(text) {
		w.messages.Show(Attention, lang.L("The clipboard holds no rows. Copy the cells of a table with their names, then paste them here."))
		return
	}
	w.prepareImport(func() ([]data.Input, error) {
		return []data.Input{data.TextInput(lang.L("Pasted rows"), text)}, nil
	}, nil)
}

// previewImport looks at files without changing anything, and opens the wizard on
// them.
func (w *Window) previewImport(paths []string) {
	w.prepareImport(filesOf(paths), nil)
}

func filesOf(paths []string) func() ([]data.Input, error) {
	return func() ([]data.Input, error) { return data.Files(paths) }
}

// prepareImport looks at what open returns, opens the wizard on it and calls
// opened, which may be nil.
func (w *Window) prepareImport(open func() ([]data.Input, error), opened func(*wizard)) {
	w.Workspace.PrepareImport(open, w.mappings(), func(im *workspace.Importing, err error) {
		switch {
		case errors.Is(err, context.Canceled):
			w.messages.Show(Done, lang.L("Import cancelled. The timeline is as it was."))
		case err != nil:
			w.messages.Show(Failure, sentence(err), Way{lang.L("Choose another file"), w.chooseImport})
		default:
			w.messages.Hide()
			z := w.openWizard(im)
			if opened != nil {
				opened(z)
			}
		}
	})
}

// mappings is the folder of the mappings that the user keeps.
func (w *Window) mappings() data.Mappings {
	folder := w.options.Mappings
	if folder == "" {
		if config, err := os.UserConfigDir(); err == nil {
			folder = filepath.Join(config, "chancery", "mappings")
		}
	}
	return data.Mappings(folder)
}

// newTextRow returns a line of text with its own height.
func newTextRow(words string, bold bool) fyne.CanvasObject {
	return newLine(scaled(22), nil, fyne.Size{}, newText(words, sizeBody, figure.Text, bold))
}

// importedWords counts what an import brought in.
func importedWords(report data.Report) string {
	switch {
	case report.Added > 0 && report.Updated > 0:
		return lang.L("{{.Added}} imported, {{.Updated}} changed.", map[string]any{"Added": report.Added, "Updated": report.Updated})
	case report.Updated > 0:
		return lang.L("{{.Updated}} changed.", map[string]any{"Updated": report.Updated})
	case report.Added == 0:
		return lang.L("Nothing new: every row is already here.")
	}
	if len(report.Files) == 1 && report.Files[0].Kind != "events" {
		return lang.L("{{.Added}} imported.", map[string]any{"Added": report.Added})
	}
	return lang.N("{{.Number}} events imported.", report.Added, map[string]any{"Number": groupDigits(int64(report.Added))})
}
