package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"chancery/charts/figure"
)

// A tableRow is one event of the table.
type tableRow struct {
	widget.BaseWidget

	category int
	selected bool
	cells    [tableColumns]string

	glyph *picture
	mark  *figure.Figure
}

func newTableRow(painter *figure.Painter) *tableRow {
	r := &tableRow{mark: figure.New(14, 14)}
	r.glyph = newPicture(painter, func(fyne.Size) *figure.Figure { return r.mark })
	r.ExtendBaseWidget(r)
	return r
}

func (r *tableRow) set(category int, selected bool, cells [tableColumns]string) {
	if r.category == category && r.selected == selected && r.cells == cells {
		return
	}
	r.category, r.selected, r.cells = category, selected, cells
	r.Refresh()
}

// CreateRenderer draws a row 28 dp high.
func (r *tableRow) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(color.Transparent)
	bar := canvas.NewRectangle(color.Transparent)
	line := canvas.NewRectangle(color.Transparent)
	d := &drawing{objects: []fyne.CanvasObject{back, bar, line, r.glyph.Raster}}
	var texts [tableColumns]*canvas.Text
	for i := range texts {
		texts[i] = newText("", sizeLabel, figure.Text, false)
		d.objects = append(d.objects, texts[i])
	}
	d.minSize = func() fyne.Size { return fyne.NewSize(480, scaled(28)) }
	d.layout = func(size fyne.Size) {
		place(back, 0, 0, size.Width, size.Height)
		place(bar, 0, 0, 3, size.Height)
		place(line, 0, size.Height-1, size.Width, 1)
		x := float32(12)
		for i, w := range columnWidths(size.Width) {
			left := x
			if i == 2 {
				side := 12*textScale() + 2
				place(r.glyph.Raster, x, (size.Height-side)/2, side, side)
				left += side + 6
			}
			setWords(texts[i], truncate(r.cells[i], w-12-(left-x), texts[i].TextSize, texts[i].TextStyle))
			placeText(texts[i], left, 0, size.Height)
			x += w
		}
	}
	d.refresh = func() {
		back.FillColor, bar.FillColor, line.FillColor = color.Transparent, color.Transparent, ink(figure.Line)
		if r.selected {
			back.FillColor, bar.FillColor = ink(figure.AccentSoft), ink(figure.Accent)
		}
		for i, t := range texts {
			token := figure.Text2
			if i == 1 {
				token = figure.Text
			}
			restyle(t, sizeLabel, token)
			setStyle(t, fyne.TextStyle{Bold: r.selected && i == 1})
		}
		side := 12*textScale() + 2
		r.mark.Reset(side, side)
		r.mark.Glyph(figure.Pt(side/2, side/2), r.category, figure.Mark{Size: side - 2, Back: figure.Surface.Ink()})
		d.layout(r.Size())
	}
	d.refresh()
	return d
}
