package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"chancery/charts/figure"
)

// lineLayout sets an optional picture and texts beside each other, centred on
// one height.
type lineLayout struct {
	height  float32
	picture fyne.CanvasObject
	side    fyne.Size
}

func (l *lineLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, o := range objects {
		if o == l.picture {
			w += l.side.Width + 6
			continue
		}
		w += o.MinSize().Width + 8
	}
	return fyne.NewSize(max(w-8, 0), l.height)
}

func (l *lineLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for _, o := range objects {
		if o == l.picture {
			place(o, x, (size.Height-l.side.Height)/2, l.side.Width, l.side.Height)
			x += l.side.Width + 6
			continue
		}
		least := o.MinSize()
		place(o, x, (size.Height-least.Height)/2, least.Width, least.Height)
		x += least.Width + 8
	}
}

// newLine returns a line of a height with texts; picture may be nil.
func newLine(height float32, picture fyne.CanvasObject, side fyne.Size, texts ...*canvas.Text) *fyne.Container {
	l := &lineLayout{height: height, picture: picture, side: side}
	c := &fyne.Container{Layout: l}
	if picture != nil {
		c.Objects = append(c.Objects, picture)
	}
	for _, t := range texts {
		c.Objects = append(c.Objects, t)
	}
	return c
}

// endsLayout sets one object at the left and one at the right.
type endsLayout struct{ height float32 }

func (l *endsLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, l.height) }

func (l *endsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, right := objects[0], objects[1]
	least := left.MinSize()
	place(left, 0, (size.Height-least.Height)/2, least.Width, least.Height)
	least = right.MinSize()
	place(right, size.Width-least.Width, (size.Height-least.Height)/2, least.Width, least.Height)
}

func newEnds(height float32, left, right fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &endsLayout{height}, Objects: []fyne.CanvasObject{left, right}}
}

// newParagraph returns text wrapped to a width.
func newParagraph(words string, width, size float32, token figure.Token) fyne.CanvasObject {
	return newParagraphStyled(words, width, size, token, fyne.TextStyle{})
}

func newParagraphStyled(words string, width, size float32, token figure.Token, style fyne.TextStyle) fyne.CanvasObject {
	height := scaled(size + 4)
	c := &fyne.Container{Layout: &rowsLayout{height}}
	for _, line := range wrap(words, width, size*textScale(), style) {
		t := newText(line, size, token, style.Bold)
		setStyle(t, style)
		c.Objects = append(c.Objects, t)
	}
	return c
}

// rowsLayout stacks lines of one height.
type rowsLayout struct{ height float32 }

func (l *rowsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, l.height*float32(len(objects)))
}

func (l *rowsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for i, o := range objects {
		least := o.MinSize()
		place(o, 0, float32(i)*l.height+(l.height-least.Height)/2, size.Width, least.Height)
	}
}

// newPair returns a caption with its value beside it.
func newPair(name *canvas.Text, value string, width float32) fyne.CanvasObject {
	const column = 134
	left := column * textScale()
	return &fyne.Container{
		Layout:  &pairLayout{left},
		Objects: []fyne.CanvasObject{name, newParagraph(value, width-left, sizeCaption, figure.Text2)},
	}
}

type pairLayout struct{ left float32 }

func (l *pairLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[1].MinSize().Height)
}

func (l *pairLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	placeText(objects[0].(*canvas.Text), 0, 0, scaled(sizeCaption+4))
	place(objects[1], l.left, 0, size.Width-l.left, size.Height)
}

// A Link is underlined text in the accent colour that does something when it
// is tapped.
type Link struct {
	pressable

	lines []string
}

func newLink(words string, width float32, tapped func()) *Link {
	l := &Link{lines: wrap(words, width, sizeBody*textScale(), fyne.TextStyle{})}
	l.OnTapped = tapped
	l.extend(l)
	return l
}

// Cursor is a hand.
func (l *Link) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws lines 17 dp high.
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	ring := canvas.NewRectangle(color.Transparent)
	d := &drawing{objects: []fyne.CanvasObject{ring}}
	var texts []*canvas.Text
	var rules []*canvas.Rectangle
	for _, line := range l.lines {
		t, r := newText(line, sizeBody, figure.Accent, false), canvas.NewRectangle(color.Transparent)
		texts, rules = append(texts, t), append(rules, r)
		d.objects = append(d.objects, t, r)
	}
	height := scaled(17)
	d.minSize = func() fyne.Size {
		width := float32(0)
		for _, t := range texts {
			width = max(width, t.MinSize().Width)
		}
		return fyne.NewSize(width, height*float32(len(texts)))
	}
	d.layout = func(size fyne.Size) {
		place(ring, -3, -2, size.Width+6, size.Height+4)
		for i, t := range texts {
			y := float32(i) * height
			w := placeText(t, 0, y, height)
			place(rules[i], 0, y+height-2, w, 1)
		}
	}
	d.refresh = func() {
		ring.StrokeWidth, ring.CornerRadius, ring.StrokeColor = 2, 4, color.Transparent
		if l.focused {
			ring.StrokeColor = ink(figure.Focus)
		}
		for i, t := range texts {
			restyle(t, sizeBody, figure.Accent)
			rules[i].FillColor = ink(figure.Accent)
		}
		d.layout(l.Size())
	}
	d.refresh()
	return d
}
