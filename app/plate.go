package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"chancery/charts/figure"
)

// plateMargin is the space inside a plate at its sides, in dp.
const plateMargin = 12

// plateLeft returns where the rows of a plate begin, in dp.
func plateLeft() float32 { return plateMargin + 14*textScale() + 8 }

// newPlate returns rows on a soft colour with an icon before them.
func newPlate(icon string, fill, mark figure.Token, rows ...fyne.CanvasObject) fyne.CanvasObject {
	back := canvas.NewRectangle(ink(fill))
	back.CornerRadius = 6
	picture := newIcon()
	recolour(picture, icon, ink(mark))
	return &fyne.Container{
		Layout:  &plateLayout{back: back, icon: picture, rows: rows},
		Objects: append([]fyne.CanvasObject{back, picture}, rows...),
	}
}

type plateLayout struct {
	back, icon fyne.CanvasObject
	rows       []fyne.CanvasObject
}

func (l *plateLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	height := float32(16)
	for _, row := range l.rows {
		height += row.MinSize().Height
	}
	return fyne.NewSize(0, height)
}

func (l *plateLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	place(l.back, 0, 0, size.Width, size.Height)
	side := 14 * textScale()
	place(l.icon, plateMargin, 10, side, side)
	y, left := float32(8), plateLeft()
	for _, row := range l.rows {
		h := row.MinSize().Height
		place(row, left, y, size.Width-left-plateMargin, h)
		y += h
	}
}
