package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"chancery/model/edtf"
)

// askDate asks for a date in any words, and goes there.
func (w *Window) askDate() {
	w.askFor(lang.L("Go to a date"), lang.L("Go"), func(d edtf.Date) {
		b := d.Bounds()
		if b.EarliestStart.Finite() && b.LatestEnd.Finite() && b.LatestEnd-b.EarliestStart > 2*daySeconds {
			w.timeline.showPeriod(b.EarliestStart, b.LatestEnd)
			return
		}
		w.timeline.centre(someMoment(b))
	})
}

// askAsOf asks for the as-of date.
func (w *Window) askAsOf() {
	w.askFor(lang.L("As-of date"), lang.L("Set the date"), func(d edtf.Date) {
		w.Workspace.SetAsOf(startOfDay(someMoment(d.Bounds())))
	})
}

// someMoment returns the earliest finite moment of a date's bounds.
func someMoment(b edtf.Bounds) edtf.Instant {
	for _, at := range []edtf.Instant{b.EarliestStart, b.LatestStart, b.EarliestEnd, b.LatestEnd} {
		if at.Finite() {
			return at
		}
	}
	return 0
}

// askFor asks for a date, saying while it is typed how it is understood.
func (w *Window) askFor(title, word string, use func(edtf.Date)) {
	if w.Workspace.Archive() == nil {
		return
	}
	var read edtf.Date
	entry := newField(lang.L("17 Nov 2019, summer 2019, 1850s, 44 BC"))
	answer := newDateAnswer(420)
	done := newMain("", word, nil)
	done.SetEnabled(false)
	accept := func() {
		if read.IsZero() {
			return
		}
		w.closeSheet()
		use(read)
	}
	done.OnTapped = accept
	entry.OnChanged = func(text string) {
		read = answer.Read(text)
		done.SetEnabled(!read.IsZero())
	}
	entry.OnSubmitted = func(string) { accept() }
	answer.OnReading = func(d edtf.Date) { entry.SetText(d.String()) }
	w.showSheet(&Sheet{
		Title: title,
		Body:  inset(container.NewVBox(entry, answer.Object), sheetMargin),
		Right: []fyne.CanvasObject{w.closeButton(cancelWord()), done},
		Least: fyne.NewSize(480, 260),
	})
	w.win.Canvas().Focus(entry)
}
