package app

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"chancery/app/workspace"
	"chancery/charts/figure"
	"chancery/data/store"
	"chancery/data/tabular"
)

// batchLimit bounds the imports that are listed; the command line lists all.
const batchLimit = 200

// batchWidth is the width of the words of an import in the list, in dp.
const batchWidth = 540

// showBatches lists what was imported into the archive.
func (w *Window) showBatches() {
	batches, err := w.Workspace.Batches(context.Background())
	if err != nil {
		w.messages.Show(Failure, sentence(err))
		return
	}
	w.showSheet(&Sheet{
		Title:    lang.L("Imports"),
		Subtitle: lang.L("Each can be undone by itself, as long as nothing later changed its events."),
		Body:     inset(w.batchList(batches), sheetMargin),
		Right:    []fyne.CanvasObject{newMain("", lang.L("Close"), func() { w.closeSheet() })},
		OnClose:  w.focusView,
		Least:    fyne.NewSize(760, 540),
	})
}

func (w *Window) batchList(batches []store.BatchRecord) fyne.CanvasObject {
	if len(batches) == 0 {
		return container.NewVBox(newTextRow(lang.L("Nothing was imported into this archive yet."), false))
	}
	rows := container.NewVBox()
	for i := range batches[:min(len(batches), batchLimit)] {
		rows.Add(w.batchRow(&batches[i]))
	}
	if more := len(batches) - batchLimit; more > 0 {
		rows.Add(newTextRow(lang.N("{{.Count}} more", more, map[string]any{"Count": more}), false))
	}
	return container.NewVScroll(rows)
}

// batchRow shows one import: what it was, when, what came of it, and how to undo
// it.
func (w *Window) batchRow(b *store.BatchRecord) fyne.CanvasObject {
	undone := !b.Undone.IsZero()
	ink1, ink2 := figure.Text, figure.Text2
	if undone {
		ink1, ink2 = figure.Text3, figure.Text3
	}
	line := canvas.NewRectangle(ink(figure.Line))
	line.SetMinSize(fyne.NewSize(1, 1))
	words := container.NewVBox(
		newParagraphStyled(b.Label, batchWidth, sizeBody, ink1, fyne.TextStyle{Bold: true}),
		newParagraph(batchWords(b), batchWidth, sizeLabel, ink2),
		newParagraph(batchOrigin(b), batchWidth, sizeCaption, figure.Text3),
	)
	var act fyne.CanvasObject = newText(batchState(b), sizeLabel, figure.Text3, false)
	if b.Kept && !undone {
		batch := workspace.Batch{ID: b.ID, Label: b.Label}
		act = NewButton("", lang.L("Undo"), func() { w.askUndoBatch(batch) })
	}
	return container.NewVBox(container.NewBorder(nil, nil, nil, container.NewCenter(act), words), line)
}

// batchWords says what came of an import.
func batchWords(b *store.BatchRecord) string {
	var parts []string
	for _, part := range []struct {
		n    int
		word string
	}{
		{b.Added, lang.L("new")}, {b.Updated, lang.L("changed")}, {b.Unchanged, lang.L("unchanged")},
		{b.LeftOut, lang.L("left out")}, {b.Folded, lang.L("folded")},
	} {
		if part.n > 0 {
			parts = append(parts, groupDigits(int64(part.n))+"\u00a0"+part.word)
		}
	}
	return strings.Join(parts, ", ")
}

// batchOrigin says when an import was made and of what.
func batchOrigin(b *store.BatchRecord) string {
	parts := []string{b.Started.Format("2 Jan 2006 15:04")}
	const most = 3
	for _, f := range b.Files[:min(len(b.Files), most)] {
		if f.Profile != tabular.ProfileOwn {
			parts = append(parts, f.Profile)
		}
		if len(f.SHA256) >= 8 {
			parts = append(parts, "SHA-256 "+f.SHA256[:8]+"…")
		}
	}
	if more := len(b.Files) - most; more > 0 {
		parts = append(parts, lang.N("{{.Count}} more", more, map[string]any{"Count": more}))
	}
	return strings.Join(parts, " · ")
}

// batchState says why an import cannot be undone.
func batchState(b *store.BatchRecord) string {
	if b.Undone.IsZero() {
		return lang.L("Cannot be undone")
	}
	return lang.L("Undone {{.Day}}", map[string]any{"Day": b.Undone.Format("2 Jan 2006 15:04")})
}

// askUndoBatch asks before it undoes an import, since that cannot be redone.
func (w *Window) askUndoBatch(b workspace.Batch) {
	about := newParagraph(lang.L("What it added goes, and what it changed is again as it was. To have it again, import its files again."),
		420, sizeLabel, figure.Text2)
	w.showSheet(&Sheet{
		Title: lang.L("Undo this import?"),
		Body:  inset(container.NewVBox(newTextRow(b.Label, true), about), sheetMargin),
		Right: []fyne.CanvasObject{w.closeButton(lang.L("Keep it")), newMain("", lang.L("Undo the import"), func() {
			w.closeSheet()
			w.undoBatch(b)
		})},
		OnClose: w.focusView,
		Least:   fyne.NewSize(480, 240),
	})
}

func (w *Window) undoBatch(b workspace.Batch) {
	w.Workspace.UndoBatch(b, func(err error) {
		var held *store.HeldError
		switch {
		case errors.Is(err, context.Canceled):
			w.messages.Show(Done, lang.L("Undo cancelled. The timeline is as it was."))
		case errors.As(err, &held):
			w.messages.Show(Attention, heldWords(held), Way{lang.L("Imports…"), w.showBatches})
		case err != nil:
			w.messages.Show(Failure, sentence(err))
		default:
			w.messages.Show(Done, lang.L("Undone: {{.Label}}.", map[string]any{"Label": b.Label}))
		}
	})
}

// heldWords names what must be undone before a batch, the newest first.
func heldWords(held *store.HeldError) string {
	const most = 3
	var by []string
	for _, h := range held.By[:min(len(held.By), most)] {
		by = append(by, "“"+h.Label+"”")
	}
	words := lang.L("What it put in was changed since by {{.By}}.", map[string]any{"By": strings.Join(by, ", ")})
	if more := len(held.By) - most; more > 0 {
		words += " " + lang.N("{{.Count}} more", more, map[string]any{"Count": more}) + "."
	}
	return words + " " + lang.L("Undo that first, the newest before the others.")
}
