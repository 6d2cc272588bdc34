package app

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"chancery/charts/figure"
)

// Widths of the window under which the toolbar saves room, at 100 %.
const (
	narrowWidth  = 1240
	tightWidth   = 1140
	crampedWidth = 1030 // of the views, only the one that is shown has its word
	titleWidth   = 740  // what is open is said by the window's title alone
)

// A Toolbar is the row under the menu: what is open, how it is shown, the
// search, the period in view, and the ways in and out.
type Toolbar struct {
	widget.BaseWidget

	Title, State string // what is open, and how it stands
	Period       string // the length of time in view

	Panel, ZoomOut, ZoomIn, Fit *Button
	PeriodButton                *Button
	Filter                      *Button // in place of the filter row, when that is hidden
	Import, Export, New         *Button
	Views                       *Segments
	Search                      *SearchField
}

// NewToolbar returns a toolbar without actions: the window sets those.
func NewToolbar() *Toolbar {
	t := &Toolbar{
		Panel:        newFlat("panel", lang.L("Lane headers"), nil),
		ZoomOut:      NewButton("minus", "", nil),
		PeriodButton: NewButton("", "–", nil),
		ZoomIn:       NewButton("plus", "", nil),
		Fit:          NewButton("fit", lang.L("Fit"), nil),
		Import:       NewButton("import", lang.L("Import"), nil),
		Export:       NewButton("export", lang.L("Export"), nil),
		Filter:       NewButton("filter", "", nil),
		New:          newMain("plus", lang.L("New event"), nil),
		Search:       NewSearchField(),
		Views: NewSegments([]Segment{
			{"timeline", lang.L("Timeline")},
			{"actors", lang.L("Actors")},
			{"table", lang.L("Table")},
		}, nil),
	}
	t.ZoomOut.Tip, t.ZoomOut.ends = lang.L("Zoom out (–)"), leftEnd
	t.ZoomIn.Tip, t.ZoomIn.ends = lang.L("Zoom in (+)"), rightEnd
	t.PeriodButton.Tip, t.PeriodButton.ends = lang.L("Go to a date (G)"), noEnds
	t.Filter.Tip = lang.L("Filters")
	t.Filter.Hide()
	t.Fit.Tip = lang.L("Show everything (0)")
	t.Import.Tip = lang.L("Import a table, a timeline or a calendar (Ctrl I)")
	t.Export.Tip = lang.L("Export a report or the data (Ctrl E)")
	t.New.Tip = lang.L("New event (N)")
	t.ExtendBaseWidget(t)
	return t
}

// SetFile shows what is open.
func (t *Toolbar) SetFile(title, state string) {
	t.Title, t.State = title, state
	t.Refresh()
}

// SetPeriod shows the length of time in view.
func (t *Toolbar) SetPeriod(period string) {
	if period == t.Period {
		return
	}
	t.Period = period
	width := t.PeriodButton.MinSize().Width
	t.PeriodButton.SetWord(period)
	if t.PeriodButton.MinSize().Width != width {
		t.Refresh()
	}
}

// Buttons returns every button, so that the window can explain them.
func (t *Toolbar) Buttons() []*Button {
	return []*Button{t.Panel, t.ZoomOut, t.PeriodButton, t.ZoomIn, t.Fit, t.Filter, t.Import, t.Export, t.New}
}

// showFilter shows or hides the button that stands for the filter row.
func (t *Toolbar) showFilter(on bool) {
	if t.Filter.Visible() != on {
		show(t.Filter, on)
		t.Refresh()
	}
}

// SetFilters says how many filters are in force.
func (t *Toolbar) SetFilters(n int) {
	words := ""
	if n > 0 {
		words = strconv.Itoa(n)
	}
	if t.Filter.Word != words {
		t.Filter.SetWord(words)
		t.Refresh()
	}
}

// SetOpen says whether there is an archive for the buttons to act on.
func (t *Toolbar) SetOpen(open bool) {
	for _, b := range t.Buttons() {
		b.Why = lang.L("Open an archive first")
		b.SetEnabled(open)
	}
}

// shorten takes the words from buttons whose picture says enough, when room is
// scarce. Their tips stay.
func (t *Toolbar) shorten(narrow, tight bool) {
	unless := func(short bool, b *Button, word string) {
		if short {
			word = ""
		}
		b.SetWord(word)
	}
	unless(narrow, t.Fit, lang.L("Fit"))
	unless(narrow, t.Import, lang.L("Import"))
	unless(narrow, t.Export, lang.L("Export"))
	unless(tight, t.New, lang.L("New event"))
	t.PeriodButton.MinWidth = scaled(88)
}

// CreateRenderer draws the toolbar 48 dp high.
func (t *Toolbar) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	line := canvas.NewRectangle(color.Transparent)
	title := newText("", sizeBody, figure.Text, true)
	state := newText("", sizeCaption, figure.Text3, false)
	rule := canvas.NewRectangle(color.Transparent)
	d := &drawing{objects: []fyne.CanvasObject{
		line, t.Panel, title, state, t.Views, t.Filter, t.Search,
		t.ZoomOut, t.PeriodButton, t.ZoomIn, t.Fit, rule, t.Import, t.Export, t.New,
	}}
	d.minSize = func() fyne.Size { return fyne.NewSize(960, scaled(48)) }
	d.layout = func(size fyne.Size) {
		place(line, 0, size.Height-1, size.Width, 1)
		h := scaled(32)
		y := snap((size.Height - 1 - h) / 2)
		row := func(o fyne.CanvasObject, x float32) float32 {
			w := o.MinSize().Width
			place(o, x, y, w, h)
			return w
		}
		k := textScale()
		narrow, tight, cramped := size.Width < narrowWidth*k, size.Width < tightWidth*k, size.Width < crampedWidth*k
		t.shorten(narrow, tight)
		t.Views.setBrief(cramped)
		x := float32(12)
		x += row(t.Panel, x) + 8
		limit := 260 * k
		words := max(title.MinSize().Width, state.MinSize().Width, 150)
		if tight {
			limit = 110 * k
		}
		words = min(words, limit)
		setWords(title, truncate(t.Title, limit, title.TextSize, title.TextStyle))
		setWords(state, truncate(t.State, limit, state.TextSize, state.TextStyle))
		lines := title.MinSize().Height + state.MinSize().Height - 2
		top := (size.Height - 1 - lines) / 2
		title.Move(fyne.NewPos(x, top))
		state.Move(fyne.NewPos(x, top+title.MinSize().Height-2))
		titled := size.Width >= titleWidth*k
		show(title, titled)
		show(state, titled)
		if titled {
			x = snap(x + words + 18)
		}
		x += row(t.Views, x) + 8

		right := size.Width - 12
		back := func(o fyne.CanvasObject, gap float32) {
			w := o.MinSize().Width
			right -= w
			place(o, right, y, w, h)
			right -= gap
		}
		back(t.New, 8)
		back(t.Export, 8)
		back(t.Import, 8)
		right--
		place(rule, right, snap((size.Height-1-20)/2), 1, 20)
		right -= 8
		back(t.Fit, 8)
		back(t.ZoomIn, -1)
		back(t.PeriodButton, -1)
		back(t.ZoomOut, 8)
		if t.Filter.Visible() {
			x += row(t.Filter, x) + 8
		}
		w := min(max(right-x-8, 120), 330*k)
		place(t.Search, right-w, y, w, h)
	}
	d.refresh = func() {
		line.FillColor, rule.FillColor = ink(figure.Line), ink(figure.Line)
		setWords(title, t.Title)
		setWords(state, t.State)
		restyle(title, sizeBody, figure.Text)
		restyle(state, sizeCaption, figure.Text3)
		d.layout(t.Size())
	}
	d.refresh()
	return d
}
