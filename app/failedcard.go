package app

import (
	"errors"
	"os"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"chancery/charts/figure"
	"chancery/data/store"
)

// Sizes in dp of the card that explains a failure.
const (
	failedWidth  = 720
	failedMargin = 28
	failedLeft   = 78 // of its words, beside the symbol
)

// failedCard says what happened to an archive, what it affects and what to do
// next.
func (w *Window) failedCard() fyne.CanvasObject {
	const room = failedWidth - failedMargin - failedLeft
	head, body := failureWords(w.failed.err)
	another := NewButton("", lang.L("Open another archive"), w.chooseArchive)
	details := NewButton("", lang.L("Copy details"), func() {
		w.app.Clipboard().SetContent(w.failed.path + ": " + w.failed.err.Error())
	})
	way := newMain("", lang.L("Open the example"), w.openExample)
	if errors.Is(w.failed.err, store.ErrLocked) {
		path := w.failed.path
		way = newMain("", lang.L("Try again"), func() { w.open(path) })
	}
	icon := newIcon()
	recolour(icon, "warn", ink(figure.Error))
	disc, box, foot := canvas.NewCircle(ink(figure.ErrorSoft)), canvas.NewRectangle(ink(figure.Surface)), canvas.NewRectangle(ink(figure.Bg))
	box.CornerRadius, box.StrokeWidth, box.StrokeColor = 8, 1, ink(figure.Line)
	foot.BottomLeftCornerRadius, foot.BottomRightCornerRadius = 8, 8
	foot.StrokeWidth, foot.StrokeColor = 1, ink(figure.Line)
	l := &failedLayout{
		title: newParagraphStyled(head, room, sizePage, figure.Text, fyne.TextStyle{Bold: true}),
		body:  newParagraph(body, room, 14, figure.Text2),
		file:  newParagraph(fileFacts(w.failed.path, w.timeline.now()), failedWidth-2*failedMargin, sizeCaption, figure.Text3),
		disc:  disc, icon: icon, box: box, foot: foot, another: another, details: details, way: way,
	}
	return &fyne.Container{Layout: l, Objects: []fyne.CanvasObject{box, foot, disc, icon, l.title, l.body, l.file, another, details, way}}
}

// failedLayout places the parts of the card.
type failedLayout struct {
	title, body, file, disc, icon, box, foot, another, details, way fyne.CanvasObject
}

func (l *failedLayout) above() float32 {
	return failedMargin + l.title.MinSize().Height + 6 + l.body.MinSize().Height + 16 + l.file.MinSize().Height + 16
}

func (l *failedLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(failedWidth, l.above()+scaled(60))
}

func (l *failedLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	above := l.above()
	place(l.box, 0, 0, size.Width, size.Height)
	place(l.foot, 0, above, size.Width, size.Height-above)
	side, inner := scaled(36), scaled(18)
	place(l.disc, failedMargin, failedMargin-6, side, side)
	place(l.icon, failedMargin+(side-inner)/2, failedMargin-6+(side-inner)/2, inner, inner)
	left, y := failedLeft*textScale(), float32(failedMargin)
	for _, row := range []fyne.CanvasObject{l.title, l.body} {
		h := row.MinSize().Height
		place(row, left, y, size.Width-left-failedMargin, h)
		y += h + 6
	}
	place(l.file, failedMargin, y+10, size.Width-2*failedMargin, l.file.MinSize().Height)
	high := scaled(32)
	y = above + (size.Height-above-high)/2
	x := float32(failedMargin)
	for _, b := range []fyne.CanvasObject{l.another, l.details} {
		place(b, x, y, b.MinSize().Width, high)
		x += b.MinSize().Width + 8
	}
	w := l.way.MinSize().Width
	place(l.way, size.Width-failedMargin-w, y, w, high)
}

// fileFacts says where a file is, how large it is and when it was changed.
func fileFacts(path string, now time.Time) string {
	facts := []string{path}
	if home, err := os.UserHomeDir(); err == nil && home != "" && strings.HasPrefix(path, home+string(os.PathSeparator)) {
		facts[0] = "~" + path[len(home):]
	}
	if about, err := os.Stat(path); err == nil {
		changed := about.ModTime()
		when := changed.Format("2 Jan 2006 15:04")
		if changed.Format(time.DateOnly) == now.Format(time.DateOnly) {
			when = lang.L("today {{.Time}}", map[string]any{"Time": changed.Format("15:04")})
		}
		facts = append(facts, fileSize(about.Size()), lang.L("changed {{.When}}", map[string]any{"When": when}))
	}
	return strings.Join(facts, " · ")
}

// failureWords says of an error what happened and what it affects.
func failureWords(err error) (head, body string) {
	switch {
	case errors.Is(err, store.ErrNotExist):
		return lang.L("This archive is not there"),
			lang.L("It was moved, renamed or removed. Nothing else has been changed.")
	case errors.Is(err, store.ErrNewer):
		return lang.L("This archive was written by a newer Chancery"),
			lang.L("This version does not know all that is in it. The file has not been changed.")
	case errors.Is(err, store.ErrNotArchive):
		return lang.L("This file is not a Chancery archive"),
			lang.L("It may be another kind of file, or damaged. It has not been changed. A table is brought in with Import.")
	case errors.Is(err, store.ErrDamaged):
		return lang.L("This archive is damaged"),
			lang.L("Some of it cannot be read, most likely because a copy or download was cut short. The file has not been changed.")
	case errors.Is(err, store.ErrLocked):
		return lang.L("Another program is writing to this archive"),
			lang.L("It can be opened once the other program has finished. Nothing has been changed.")
	}
	return lang.L("This archive could not be opened"), sentence(err)
}
