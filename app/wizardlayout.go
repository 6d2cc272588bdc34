package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"chancery/charts/figure"
)

// besideLayout sets two objects beside each other: the first so wide, the second
// with the rest, a line between them.
type besideLayout struct{ left float32 }

func (besideLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 200) }

func (l besideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], 0, 0, l.left, size.Height)
	place(objects[1], l.left, 0, size.Width-l.left, size.Height)
}

// partsLayout stacks parts from the top, each as high as it needs; one takes what
// is left.
type partsLayout struct{ rest int }

// MinSize is what the parts need, with leastRest for the one that takes what is
// left.
func (l *partsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := scaled(leastRest)
	for i, o := range objects {
		if i != l.rest {
			height += o.MinSize().Height
		}
	}
	return fyne.NewSize(200, height)
}

// leastRest is how high a part that takes what is left should be, in dp at 100 %.
const leastRest = 84

func (l *partsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	room := size.Height
	for i, o := range objects {
		if i != l.rest {
			room -= o.MinSize().Height
		}
	}
	y := float32(0)
	for i, o := range objects {
		h := o.MinSize().Height
		if i == l.rest {
			h = max(room, 0)
		}
		place(o, 0, y, size.Width, h)
		y += h
	}
}

// newParts returns parts under each other, of which one takes what is left.
func newParts(rest int, parts ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &partsLayout{rest}, Objects: parts}
}

// cellsLayout sets objects beside each other in a line: fixed widths at 100 %, or
// shares of what is left where a width is negative. Each is as high as it needs,
// or as the line when it fills.
type cellsLayout struct {
	height float32 // scaled
	left   float32
	widths []float32
	gap    float32
}

func (l *cellsLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, l.height) }

func (l *cellsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	k := textScale()
	room, shares := size.Width-2*l.left-l.gap*float32(len(objects)-1), float32(0)
	for _, w := range l.widths {
		if w < 0 {
			shares -= w
		} else {
			room -= w * k
		}
	}
	x := l.left
	for i, o := range objects {
		w := l.widths[i] * k
		if w < 0 {
			w = max(room, 0) * -l.widths[i] / shares
		}
		h := min(o.MinSize().Height, l.height)
		place(o, x, (l.height-h)/2, w, h)
		x += w + l.gap
	}
}

// newCells returns a line of cells.
func newCells(height, left, gap float32, widths []float32, cells ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &cellsLayout{height, left, widths, gap}, Objects: cells}
}

// A clipped is a line of text that is shortened to the room it has.
type clipped struct {
	widget.BaseWidget

	words string
	size  float32
	token figure.Token
	style fyne.TextStyle
}

func newClipped(words string, size float32, token figure.Token, style fyne.TextStyle) *clipped {
	c := &clipped{words: words, size: size, token: token, style: style}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer draws the text as far as there is room.
func (c *clipped) CreateRenderer() fyne.WidgetRenderer {
	text := newText(c.words, c.size, c.token, c.style.Bold)
	setStyle(text, c.style)
	d := &drawing{objects: []fyne.CanvasObject{text}}
	d.minSize = func() fyne.Size { return fyne.NewSize(10, scaled(c.size+4)) }
	d.layout = func(size fyne.Size) {
		setWords(text, truncate(c.words, size.Width, text.TextSize, text.TextStyle))
		placeText(text, 0, 0, size.Height)
	}
	d.refresh = func() {
		restyle(text, c.size, c.token)
		d.layout(c.Size())
	}
	d.refresh()
	return d
}

// newGround returns an object on a coloured ground.
func newGround(token figure.Token, o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(canvas.NewRectangle(ink(token)), o)
}

// roomy shows an object with room at its sides, and above and below it.
func roomy(o fyne.CanvasObject, sides, ends float32) *fyne.Container {
	return &fyne.Container{Layout: &padLayout{sides, ends}, Objects: []fyne.CanvasObject{o}}
}

type padLayout struct{ sides, ends float32 }

func (l *padLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(2*l.sides, 2*l.ends)
}

func (l *padLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], l.sides, l.ends, size.Width-2*l.sides, size.Height-2*l.ends)
}

// newStack returns objects under each other without gaps.
func newStack(objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &stackedLayout{}, Objects: objects}
}

// reveal scrolls so far that an object in a scroll can be seen.
func reveal(s *container.Scroll, o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s).Y
	const room = 12
	switch over := top + o.Size().Height + room - s.Size().Height; {
	case top < room:
		s.ScrollToOffset(fyne.NewPos(0, max(s.Offset.Y+top-room, 0)))
	case over > 0:
		s.ScrollToOffset(fyne.NewPos(0, s.Offset.Y+over))
	}
}

// newTopLine sets an icon beside words of several lines, at the first of them.
func newTopLine(icon, words fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: topLayout{}, Objects: []fyne.CanvasObject{icon, words}}
}

type topLayout struct{}

func (topLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(100, objects[1].MinSize().Height)
}

func (topLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	side := 15 * textScale()
	place(objects[0], 0, 1, side, side)
	place(objects[1], side+8, 0, size.Width-side-8, size.Height)
}
