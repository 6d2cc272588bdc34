package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"chancery/charts/figure"
)

// An actorHead says whose charts are shown, and how they are made: chips for
// what can be changed, and two buttons.
type actorHead struct {
	widget.BaseWidget

	Title, About     string
	Options          []*Chip
	Timeline, Export *Button
}

func newActorHead() *actorHead {
	h := &actorHead{
		Timeline: NewButton("timeline", lang.L("Show on timeline"), nil),
		Export:   NewButton("export", lang.L("Export charts"), nil),
	}
	h.ExtendBaseWidget(h)
	return h
}

// Set shows other words and other chips.
func (h *actorHead) Set(title, about string, options []*Chip) {
	h.Title, h.About, h.Options = title, about, options
	h.Refresh()
}

// CreateRenderer draws the title over what is said of it, and the chips in a
// row of their own.
func (h *actorHead) CreateRenderer() fyne.WidgetRenderer {
	h.ExtendBaseWidget(h)
	title := newText("", sizePage, figure.Text, true)
	about := newText("", sizeLabel, figure.Text2, false)
	chips := &fyne.Container{Layout: &flowLayout{gap: 6}}
	back := canvas.NewRectangle(color.Transparent)
	d := &drawing{objects: []fyne.CanvasObject{back, title, about, chips, h.Timeline, h.Export}}
	d.minSize = func() fyne.Size {
		return fyne.NewSize(320, boardMargin+scaled(28)+scaled(18)+8+chips.MinSize().Height+boardGap)
	}
	d.layout = func(size fyne.Size) {
		place(back, 0, 0, size.Width, size.Height)
		right := size.Width - boardMargin
		for _, b := range []*Button{h.Export, h.Timeline} {
			w := b.MinSize().Width
			right -= w
			place(b, right, boardMargin, w, scaled(32))
			right -= 8
		}
		room := right - boardMargin - 8
		setWords(title, truncate(h.Title, room, title.TextSize, title.TextStyle))
		setWords(about, truncate(h.About, room, about.TextSize, about.TextStyle))
		placeText(title, boardMargin, boardMargin-4, scaled(28))
		placeText(about, boardMargin, boardMargin-4+scaled(28), scaled(18))
		y := boardMargin + scaled(28) + scaled(18) + 4
		place(chips, boardMargin, y, size.Width-2*boardMargin, chips.MinSize().Height)
	}
	d.refresh = func() {
		back.FillColor = ink(figure.Bg)
		restyle(title, sizePage, figure.Text)
		restyle(about, sizeLabel, figure.Text2)
		chips.Objects = chips.Objects[:0]
		for _, c := range h.Options {
			chips.Objects = append(chips.Objects, c)
		}
		chips.Refresh()
		d.layout(h.Size())
	}
	d.refresh()
	return d
}
