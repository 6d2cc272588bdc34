package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// Widths of the form in dp: of the card, of its fields, and under which the
// preview goes below the fields.
const (
	editorWidth  = 1080
	editorHeight = 828
	fieldsWidth  = 640
	editorTight  = 1000
)

// titled returns a field under its name.
func titled(name string, o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVBox(newLine(scaled(18), nil, fyne.Size{}, newText(name, sizeLabel, figure.Text2, false)), o)
}

// form returns the fields, top to bottom, with the preview beside or below them.
func (e *editor) form() fyne.CanvasObject {
	pair := func(a, b fyne.CanvasObject) fyne.CanvasObject {
		return &fyne.Container{Layout: &columnsLayout{shares: []float32{1, 1}}, Objects: []fyne.CanvasObject{a, b}}
	}
	dates := &fyne.Container{Layout: &columnsLayout{shares: []float32{startWidth, endWidth}}, Objects: []fyne.CanvasObject{
		titled(lang.L("Date"), e.start.Object), titled(lang.L("End date (optional)"), e.end.Object),
	}}
	fields := container.NewVBox(
		titled(lang.L("Title"), e.title),
		dates, e.deadline,
		pair(titled(lang.L("Category"), e.category), titled(lang.L("Collection"), e.collection.Object)),
		titled(lang.L("Actors"), e.actors.Object),
		titled(lang.L("What happened"), e.summary),
		titled(lang.L("Links"), e.links.Object),
		titled(lang.L("Sources"), e.sources.Object),
		pair(titled(lang.L("Place"), e.place), titled(lang.L("Latitude, longitude"), e.point)),
		pair(titled(lang.L("Conflict – cooperation"), e.score), titled(lang.L("CAMEO code"), container.NewVBox(e.code, e.codeName))),
		pair(titled(lang.L("Confidence"), e.confidence.Object), titled(lang.L("Tags"), e.tags)),
	)
	return &fyne.Container{Layout: &editorLayout{}, Objects: []fyne.CanvasObject{
		container.NewVScroll(inset(fields, sheetMargin)), canvas.NewRectangle(ink(figure.Line)),
		container.NewVScroll(inset(e.aside(), sheetMargin)),
	}}
}

// aside returns the preview, and the ways in which a date can be written.
func (e *editor) aside() fyne.CanvasObject {
	const width = editorWidth - fieldsWidth - 2*sheetMargin
	heading := func(words string) fyne.CanvasObject {
		return newLine(scaled(22), nil, fyne.Size{}, newText(words, sizeBody, figure.Text, true))
	}
	rows := container.NewVBox(heading(lang.L("As it will appear")), e.preview, heading(lang.L("Ways to write a date")))
	for _, way := range []struct{ written, code, words string }{
		{"17 Nov 2019", "2019-11-17", lang.L("One day. Also 17/11/2019, 2019-11-17.")},
		{"2019-11~", "2019-11~", lang.L("About November 2019. Edges fade, no end caps.")},
		{"2019-11?", "2019-11?", lang.L("November 2019, but the source is in doubt. Hollow mark.")},
		{"some day in 2019", "2019-XX-XX", lang.L("2019, month and day not given. Dotted extent.")},
	} {
		shown := newPreview(e.kit.faces, e.kit.painter)
		shown.Set(model.Event{Start: edtf.MustParse(way.code), Category: "filing"})
		code := newText(way.code, sizeCaption, figure.Text2, false)
		setStyle(code, fyne.TextStyle{Monospace: true})
		rule := canvas.NewRectangle(ink(figure.Line))
		rule.SetMinSize(fyne.NewSize(1, 1))
		rows.Add(newEnds(scaled(22), newText(way.written, sizeBody, figure.Text, true), code))
		rows.Add(newParagraph(way.words, width, sizeLabel, figure.Text2))
		rows.Add(shown)
		rows.Add(rule)
	}
	rows.Add(newParagraph(lang.L("Also: since 4 Jul 2019 · before 2016 · 11 or 16 Nov 2019 · mid-1990s · 44 BC"), width, sizeLabel, figure.Text2))
	return rows
}

// editorLayout sets the fields, a rule and the aside beside each other, or where
// there is no room the aside below the fields.
type editorLayout struct{}

func (*editorLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(400, 300) }

func (*editorLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	fields, rule, aside := objects[0], objects[1], objects[2]
	if size.Width < editorTight {
		low := min(scaled(170), size.Height/3)
		place(fields, 0, 0, size.Width, size.Height-low)
		place(rule, 0, size.Height-low, size.Width, 1)
		place(aside, 0, size.Height-low+1, size.Width, low-1)
		return
	}
	width := min(fieldsWidth*textScale(), size.Width*0.66)
	place(fields, 0, 0, width, size.Height)
	place(rule, width, 0, 1, size.Height)
	place(aside, width+1, 0, size.Width-width-1, size.Height)
}

// columnsLayout sets objects beside each other by shares of the width, each as
// high as it needs, with a gap between them.
type columnsLayout struct{ shares []float32 }

const columnsGap = 12

func (l *columnsLayout) MinSize(objects []fyne.CanvasObject) (size fyne.Size) {
	for _, o := range objects {
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}

func (l *columnsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	sum := float32(0)
	for _, share := range l.shares {
		sum += share
	}
	x, room := float32(0), size.Width-columnsGap*float32(len(objects)-1)
	for i, o := range objects {
		w := room * l.shares[i] / sum
		place(o, x, 0, w, o.MinSize().Height)
		x += w + columnsGap
	}
}

// An attention counts the fields that need it, in the foot of the form.
type attention struct {
	*fyne.Container

	words *canvas.Text
	n     int
}

func newAttention() *attention {
	words := newText("", sizeLabel, figure.Error, false)
	words.Color = color.Transparent
	return &attention{Container: newLine(scaled(32), nil, fyne.Size{}, words), words: words}
}

func (a *attention) set(n int) {
	a.n = n
	restyle(a.words, sizeLabel, figure.Error)
	setWords(a.words, lang.N("{{.Count}} fields need attention", n, map[string]any{"Count": n}))
	if n == 0 {
		setWords(a.words, "")
	}
	a.Container.Refresh()
}
