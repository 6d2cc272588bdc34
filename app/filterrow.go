package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"chancery/charts/figure"
)

// A FilterPart is one filter in force, as its chip shows it.
type FilterPart struct {
	Name     string // "Actors:"
	Value    string // "Japan, South Korea"
	OnEdit   func(over fyne.CanvasObject)
	OnRemove func()
}

// A FilterRow shows the filters in force as chips, and how many events they
// keep.
type FilterRow struct {
	widget.BaseWidget

	Parts   []FilterPart
	Count   string
	OnAdd   func(over fyne.CanvasObject)
	OnMore  func(hidden []FilterPart, over fyne.CanvasObject)
	OnClear func()

	Heights *Chip // how high bars are; shown where lanes show bars

	add   *Chip
	more  *Chip
	clear *Link
	chips []*Chip
}

// NewFilterRow returns a row without filters.
func NewFilterRow() *FilterRow {
	f := &FilterRow{}
	f.add = NewChip("filter", lang.L("Add filter"), nil)
	f.add.OnTapped = func() {
		if f.OnAdd != nil {
			f.OnAdd(f.add)
		}
	}
	f.more = NewChip("", "", nil)
	f.Heights = NewChip("", lang.L("Heights:"), nil)
	f.Heights.Hide()
	f.clear = newLink(lang.L("Clear filters"), 400, func() { call(f.OnClear) })
	f.ExtendBaseWidget(f)
	return f
}

// Set shows filters and a count.
func (f *FilterRow) Set(parts []FilterPart, count string) {
	f.Parts, f.Count = parts, count
	f.chips = f.chips[:0]
	for _, p := range parts {
		c := NewChip("", p.Name, nil)
		c.Value, c.OnRemove, c.MaxWidth = p.Value, p.OnRemove, 260
		c.OnTapped = func() {
			if p.OnEdit != nil {
				p.OnEdit(c)
			}
		}
		f.chips = append(f.chips, c)
	}
	f.Refresh()
}

// SetHeights says how high bars are; "" where there are none.
func (f *FilterRow) SetHeights(words string) {
	if f.Heights.Value != words {
		f.Heights.Value = words
		f.Heights.Refresh()
		f.Refresh()
	}
}

// CreateRenderer draws the row 36 dp high. Chips that do not fit fold into one.
func (f *FilterRow) CreateRenderer() fyne.WidgetRenderer {
	f.ExtendBaseWidget(f)
	line := canvas.NewRectangle(color.Transparent)
	rule := canvas.NewRectangle(color.Transparent)
	count := newText("", sizeLabel, figure.Text2, false)
	d := &drawing{}
	d.minSize = func() fyne.Size { return fyne.NewSize(400, scaled(36)) }
	d.layout = func(size fyne.Size) {
		place(line, 0, size.Height-1, size.Width, 1)
		h := scaled(24)
		y := snap((size.Height - 1 - h) / 2)
		right := size.Width - 12
		if len(f.Parts) > 0 {
			link := f.clear.MinSize()
			right -= link.Width
			place(f.clear, right, (size.Height-1-link.Height)/2, link.Width, link.Height)
			right -= 9
			place(rule, snap(right), snap((size.Height-1-20)/2), 1, 20)
			right -= 8
		}
		right -= count.MinSize().Width
		placeText(count, right, 0, size.Height-1)
		right -= 12

		x := float32(12)
		place(f.add, x, y, f.add.MinSize().Width, h)
		x += f.add.MinSize().Width + 6
		hidden := len(f.chips)
		for i, c := range f.chips {
			w := c.MinSize().Width
			room := right - x
			if i < len(f.chips)-1 {
				room -= 48
			}
			if w > room {
				hidden = i
				break
			}
			place(c, x, y, w, h)
			x += w + 6
		}
		for i, c := range f.chips {
			show(c, i < hidden)
		}
		show(f.more, hidden < len(f.chips))
		if hidden < len(f.chips) {
			f.more.Name = lang.L("+{{.Count}}", map[string]any{"Count": len(f.chips) - hidden})
			rest := f.Parts[hidden:]
			f.more.OnTapped = func() {
				if f.OnMore != nil {
					f.OnMore(rest, f.more)
				}
			}
			f.more.Refresh()
			place(f.more, x, y, f.more.MinSize().Width, h)
			x += f.more.MinSize().Width + 6
		}
		// It says nothing that the menu does not, and gives way to filters.
		wide := f.Heights.MinSize().Width
		show(f.Heights, f.Heights.Value != "" && x+wide <= right)
		place(f.Heights, x, y, wide, h)
	}
	d.refresh = func() {
		line.FillColor, rule.FillColor = ink(figure.Line), ink(figure.Line)
		setWords(count, f.Count)
		restyle(count, sizeLabel, figure.Text2)
		d.objects = []fyne.CanvasObject{line, rule, count, f.add}
		for _, c := range f.chips {
			d.objects = append(d.objects, c)
		}
		d.objects = append(d.objects, f.more, f.Heights, f.clear)
		show(rule, len(f.Parts) > 0)
		show(f.clear, len(f.Parts) > 0)
		d.layout(f.Size())
	}
	d.refresh()
	return d
}
