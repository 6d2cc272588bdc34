package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/charts/figure"
	"chancery/data"
)

// exportItems returns the formats that the kept events can be exported in: the
// page and tables first, then pictures, then what other programs read.
func (w *Window) exportItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	if w.options.ExportHTML != nil {
		report := item(lang.L("Report as a web page…"), func() {
			w.chooseExport(".html", w.options.ExportHTML(w.Workspace, w.thisView("")))
		}, fyne.KeyE, 0)
		items = append(items, report)
	}
	picture := fyne.NewMenuItem(lang.L("Timeline as a picture"), nil)
	picture.ChildMenu = fyne.NewMenu("", w.pictureItems()...)
	others := fyne.NewMenuItem(lang.L("For other programs"), nil)
	others.ChildMenu = fyne.NewMenu("")
	for _, f := range data.Formats() {
		entry := fyne.NewMenuItem(formatWords(f)+"…", func() { w.chooseExport(f.Extension, w.formatExporter(f)) })
		if f.Name == "csv" || f.Name == "json" {
			items = append(items, entry)
			continue
		}
		others.ChildMenu.Items = append(others.ChildMenu.Items, entry)
	}
	return append(items, picture, others)
}

// formatExporter writes the kept events, as they are at the click, in a format.
func (w *Window) formatExporter(f data.Format) exporter {
	archive, o := w.Workspace.Archive(), data.ExportOptions{Filter: w.Workspace.Filter()}
	return func(ctx context.Context, out io.Writer) error {
		r, err := f.Export(ctx, archive, out, o)
		if err == nil && r.Missing > 0 {
			w.deliver(func() { w.showLeftOut(f, r.Missing, r.LeftOut[0].Event) })
		}
		return err
	}
}

// showLeftOut says that a file does not hold all events.
func (w *Window) showLeftOut(f data.Format, missing int, first string) {
	w.messages.Show(Attention, lang.N("{{.Count}} event has no date that the format “{{.Format}}” can hold and was left out: {{.First}}", missing, map[string]any{
		"Count": missing, "Format": formatWords(f), "First": first,
	}))
}

// formatWords names a format.
func formatWords(f data.Format) string {
	switch f.Name {
	case "csv":
		return lang.L("Events as CSV")
	case "json":
		return lang.L("Events as JSON")
	case "jsonl":
		return lang.L("Events as JSON Lines")
	case "timelinejs":
		return lang.L("Slides for TimelineJS (JSON)")
	case "timelinejs-sheet":
		return lang.L("Sheet for TimelineJS (CSV)")
	case "ics":
		return lang.L("Calendar (iCalendar)")
	case "gexf":
		return lang.L("Network for Gephi (GEXF)")
	case "graphml":
		return lang.L("Network (GraphML)")
	case "bib":
		return lang.L("Sources as BibTeX")
	case "csl":
		return lang.L("Sources as CSL-JSON")
	}
	return f.Title
}

// pictureItems returns the kinds of pictures of the timeline.
func (w *Window) pictureItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, whole := range []bool{false, true} {
		for _, format := range FigureFormats {
			words := lang.L("What is in view as {{.Format}}…", map[string]any{"Format": strings.ToUpper(format[1:])})
			if whole {
				words = lang.L("All lanes and all time as {{.Format}}…", map[string]any{"Format": strings.ToUpper(format[1:])})
			}
			items = append(items, fyne.NewMenuItem(words, func() { w.chooseExport(format, w.pictureExporter(format, whole)) }))
		}
		if !whole {
			items = append(items, fyne.NewMenuItemSeparator())
		}
	}
	return items
}

// pictureScale is how many pixels of an image a dp is: enough for print.
const pictureScale = 2

// pictureExporter draws the timeline as it is at the click: the view with the
// lanes in it, or all lanes with all kept events at the scale of the view.
func (w *Window) pictureExporter(format string, whole bool) exporter {
	t := w.timeline
	size := t.Region.plotSize()
	p := Picture{Width: size.Width + scaled(headDefault), Height: size.Height}
	from, to := t.view.From(), t.view.To()
	if whole {
		p.Title, p.Height, p.SecondsPerDP = w.toolbar.Title, 0, t.view.Scale
		from, to = 0, 0
	}
	draw := t.drawer(p, from, to)
	dark := palette() == figure.Dark()
	return func(ctx context.Context, out io.Writer) error {
		f, err := draw(ctx)
		if err != nil {
			return err
		}
		return WriteFigure(out, format, f, t.faces, p.Title, dark, pictureScale)
	}
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
