package app

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"chancery/charts/figure"
	"chancery/model"
)

// tablePage is how many rows the table shows at once. Positions are float32,
// which counts single dp up to 16 million: 200 000 rows of 28 dp stay below.
const tablePage = 200_000

// A Table is every kept event in plain rows, in time order: the equal of the
// timeline for who cannot use a pointer or see the plot.
type Table struct {
	widget.BaseWidget

	Labels   func(model.EventID) (model.Label, bool)
	OnLabels func([]model.EventID) // the titles of these rows are wanted
	OnSelect func(id model.EventID, modifiers fyne.KeyModifier)
	OnKey    func(key fyne.KeyName, modifiers fyne.KeyModifier) bool
	OnRune   func(rune)
	Deliver  func(func())

	columns  *model.Columns
	rows     []uint32 // that are shown, unless every row is
	every    bool
	page     int
	selected []model.EventID
	wanted   []model.EventID
	list     *tableList
	painter  *figure.Painter
	previous *Button
	next     *Button
}

// NewTable returns an empty table.
func NewTable(painter *figure.Painter) *Table {
	t := &Table{painter: painter, columns: &model.Columns{}, Deliver: func(f func()) { f() }}
	t.list = newTableList(t.length, func() fyne.CanvasObject { return newTableRow(painter) }, t.update)
	t.list.HideSeparators = true
	t.list.table = t
	t.list.OnSelected = func(i widget.ListItemID) {
		t.list.UnselectAll()
		if t.OnSelect != nil {
			t.OnSelect(t.columns.ID[t.row(t.page*tablePage+i)], keyModifiers())
		}
	}
	t.previous = newFlat("left", lang.L("Earlier rows"), func() { t.turn(-1) })
	t.next = newFlat("right", lang.L("Later rows"), func() { t.turn(1) })
	t.ExtendBaseWidget(t)
	return t
}

// Focus returns what has the keyboard in the table.
func (t *Table) Focus() fyne.Focusable { return t.list }

// Set shows the kept rows of columns.
func (t *Table) Set(columns *model.Columns, kept model.Bitmap) {
	t.columns, t.page = columns, 0
	t.rows, t.every = nil, kept == nil
	for i := range kept.All {
		t.rows = append(t.rows, uint32(i))
	}
	t.Refresh()
}

// Select marks the selected events.
func (t *Table) Select(ids []model.EventID) {
	t.selected = ids
	if t.Visible() {
		t.list.Refresh()
	}
}

// Reveal scrolls to the first of some events.
func (t *Table) Reveal(ids []model.EventID) {
	if len(ids) == 0 {
		return
	}
	if i, ok := t.indexOf(ids[0]); ok {
		t.reveal(i)
	}
}

// reveal scrolls to the i-th row of all pages.
func (t *Table) reveal(i int) {
	if page := i / tablePage; page != t.page {
		t.page = page
		t.Refresh()
	}
	t.list.ScrollTo(i % tablePage)
}

// indexOf returns which row of all pages shows an event; ok is false when none
// does.
func (t *Table) indexOf(id model.EventID) (i int, ok bool) {
	row, ok := t.columns.RowOf(id)
	if t.every || !ok {
		return row, ok
	}
	return slices.BinarySearch(t.rows, uint32(row))
}

// Len returns how many rows there are on all pages.
func (t *Table) Len() int {
	if t.every {
		return t.columns.Len()
	}
	return len(t.rows)
}

// row returns the row of the columns that the i-th row of the table shows.
func (t *Table) row(i int) int {
	if t.every {
		return i
	}
	return int(t.rows[i])
}

func (t *Table) length() int {
	return min(max(t.Len()-t.page*tablePage, 0), tablePage)
}

func (t *Table) turn(by int) {
	last := max(t.Len()-1, 0) / tablePage
	t.page = min(max(t.page+by, 0), last)
	t.Refresh()
	t.list.ScrollToTop()
}

// update fills a row, and asks for its title when that is not known yet.
func (t *Table) update(i widget.ListItemID, o fyne.CanvasObject) {
	at := t.page*tablePage + i
	if at >= t.Len() {
		return
	}
	row := t.row(at)
	c := t.columns
	id := c.ID[row]
	r := o.(*tableRow)
	label, ok := t.Labels(id)
	if !ok {
		t.want(id)
		label.Title = "…"
	}
	date := ""
	if ok {
		date = shortDate(label.Start, label.End)
	}
	category := c.Categories[c.Category[row]]
	r.set(int(category.Index), slices.Contains(t.selected, id), [tableColumns]string{
		date, label.Title, category.Short, t.actors(row),
		c.Collections[c.Collection[row]].Label(), c.Places[c.Place[row]],
	})
}

func (t *Table) actors(row int) string {
	actors, _ := t.columns.ActorsOf(row)
	names := make([]string, 0, len(actors))
	for _, a := range actors {
		names = append(names, t.columns.Actors[a].Name)
	}
	return strings.Join(names, ", ")
}

// want gathers the titles that rows in view lack, and asks for them at once.
func (t *Table) want(id model.EventID) {
	if t.OnLabels == nil {
		return
	}
	t.wanted = append(t.wanted, id)
	if len(t.wanted) > 1 {
		return
	}
	t.Deliver(func() {
		ids := t.wanted
		t.wanted = nil
		t.OnLabels(ids)
	})
}

// tableColumns is the number of columns of the table.
const tableColumns = 6

// columnWidths divides a width among the columns: dates and categories need
// what they need, titles and actors take what is left.
func columnWidths(width float32) (widths [tableColumns]float32) {
	k := textScale()
	widths = [tableColumns]float32{170 * k, 0, 140 * k, 0, 190 * k, 140 * k}
	rest := width - 24
	for _, w := range widths {
		rest -= w
	}
	widths[1], widths[3] = rest*0.6, rest*0.4
	return widths
}

// CreateRenderer draws the heads of the columns over the list.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	back := canvas.NewRectangle(color.Transparent)
	head := canvas.NewRectangle(color.Transparent)
	line := canvas.NewRectangle(color.Transparent)
	pages := newText("", sizeLabel, figure.Text2, false)
	names := [tableColumns]string{
		lang.L("Date"), lang.L("Title"), lang.L("Category"), lang.L("Actors"), lang.L("Collection"), lang.L("Place"),
	}
	ring := canvas.NewRectangle(color.Transparent)
	d := &drawing{objects: []fyne.CanvasObject{back, head, line, t.list, pages, t.previous, t.next, ring}}
	var heads [tableColumns]*canvas.Text
	for i, name := range names {
		heads[i] = newText(name, sizeLabel, figure.Text, true)
		d.objects = append(d.objects, heads[i])
	}
	d.minSize = func() fyne.Size { return fyne.NewSize(480, 160) }
	d.layout = func(size fyne.Size) {
		high := scaled(32)
		place(back, 0, 0, size.Width, size.Height)
		place(head, 0, 0, size.Width, high)
		place(line, 0, high-1, size.Width, 1)
		foot := float32(0)
		many := t.Len() > tablePage
		if many {
			foot = scaled(36)
			side := scaled(28)
			place(t.previous, 12, size.Height-foot+4, side, side)
			x := 16 + side + placeText(pages, 16+side, size.Height-foot, foot) + 4
			place(t.next, x, size.Height-foot+4, side, side)
		}
		for _, o := range []fyne.CanvasObject{t.previous, t.next, pages} {
			show(o, many)
		}
		x := float32(12)
		for i, w := range columnWidths(size.Width) {
			placeText(heads[i], x, 0, high)
			x += w
		}
		place(t.list, 0, high, size.Width, size.Height-high-foot)
		place(ring, 0, high, size.Width, size.Height-high-foot)
	}
	d.refresh = func() {
		back.FillColor, head.FillColor, line.FillColor = ink(figure.Surface), ink(figure.Bg), ink(figure.Line)
		first := t.page*tablePage + 1
		setWords(pages, lang.L("Rows {{.First}} to {{.Last}} of {{.All}}", map[string]any{
			"First": groupDigits(int64(first)), "Last": groupDigits(int64(first + t.length() - 1)),
			"All": groupDigits(int64(t.Len())),
		}))
		restyle(pages, sizeLabel, figure.Text2)
		for _, h := range heads {
			restyle(h, sizeLabel, figure.Text)
		}
		ring.StrokeColor, ring.StrokeWidth = ink(figure.Focus), 2
		show(ring, t.list.focused)
		t.previous.SetEnabled(t.page > 0)
		t.next.SetEnabled((t.page+1)*tablePage < t.Len())
		t.list.Refresh()
		d.layout(t.Size())
	}
	d.refresh()
	return d
}
