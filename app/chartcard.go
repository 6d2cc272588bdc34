package app

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"chancery/charts"
	"chancery/charts/figure"
	"chancery/model/edtf"
)

// Sizes of a chart's card in dp at 100 %.
const (
	cardPadding = 14
	cardMenu    = 28 // room for the button of the menu
)

// A chartCard shows one chart. What it shows can be pointed at, walked with the
// arrows, and opened by a tap or Enter.
type chartCard struct {
	widget.BaseWidget

	OnPoint func(*chartCard, charts.Datum, fyne.Position) // nothing: the zero Datum
	OnOpen  func(*chartCard, charts.Datum)
	OnMenu  func()
	OnFocus func() // the card has the keyboard
	Menu    *Button

	spec *charts.Spec
	asOf edtf.Instant
	lit  *charts.Query

	faces   *figure.Faces
	picture *picture
	drawn   *figure.Figure
	hits    *charts.Hits
	at      charts.Datum // that has the keyboard
	under   charts.Datum // that the pointer is on
	focused bool
}

func newChartCard(faces *figure.Faces, painter *figure.Painter) *chartCard {
	c := &chartCard{spec: &charts.Spec{}, faces: faces, drawn: figure.New(0, 0), hits: &charts.Hits{}}
	c.picture = newPicture(painter, c.draw)
	c.Menu = newFlat("more", lang.L("Options of this chart"), nil)
	c.ExtendBaseWidget(c)
	return c
}

// Set shows another chart.
func (c *chartCard) Set(s *charts.Spec, asOf edtf.Instant) {
	if s.Key != c.spec.Key {
		c.at = charts.Datum{}
	}
	c.spec, c.asOf, c.lit, c.under = s, asOf, nil, charts.Datum{}
	c.Refresh()
}

// Light marks what a query asks for; nil marks nothing.
func (c *chartCard) Light(q *charts.Query) {
	if q == nil && c.lit == nil {
		return
	}
	c.lit = q
	c.picture.Refresh()
}

func (c *chartCard) options() charts.DrawOptions {
	o := charts.DrawOptions{
		Faces: c.faces, Scale: textScale(), Menu: cardMenu * textScale(), AsOf: c.asOf, Lit: c.lit,
	}
	if c.focused {
		o.Focus = c.at
	}
	return o
}

// HeightFor returns how high the card should be at a width.
func (c *chartCard) HeightFor(width float32) float32 {
	return snap(charts.Height(c.spec, width-2*cardPadding, c.options()) + 2*cardPadding)
}

// draw draws the card and its chart.
func (c *chartCard) draw(size fyne.Size) *figure.Figure {
	c.drawn.Reset(size.Width, size.Height)
	all := c.drawn.Bounds()
	c.drawn.Fill(all, figure.Bg.Ink())
	card := figure.Box{Fill: figure.Surface.Ink(), Stroke: figure.Line.Ink(), Width: 1, Radius: 8}
	if c.focused {
		card.Stroke, card.Width = figure.Focus.Ink(), 2
	}
	c.drawn.Rect(all.Inset(card.Width/2), card)
	c.hits = charts.Draw(c.spec, c.drawn, all.Inset(cardPadding), c.options())
	return c.drawn
}

// CreateRenderer draws the picture with the menu's button over it.
func (c *chartCard) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	d := &drawing{objects: []fyne.CanvasObject{c.picture.Raster, c.Menu}}
	d.minSize = func() fyne.Size { return fyne.NewSize(160, 80) }
	d.layout = func(size fyne.Size) {
		place(c.picture.Raster, 0, 0, size.Width, size.Height)
		side := scaled(24)
		place(c.Menu, size.Width-cardPadding-side+5, cardPadding-2, side, side)
	}
	d.refresh = func() {}
	return d
}

// MouseIn does nothing: MouseMoved follows.
func (c *chartCard) MouseIn(*desktop.MouseEvent) {}

// MouseMoved tells what is under the pointer.
func (c *chartCard) MouseMoved(e *desktop.MouseEvent) {
	d, _ := c.hits.At(figure.Pt(e.Position.X, e.Position.Y))
	if d == c.under {
		return
	}
	c.under = d
	c.point(d, e.AbsolutePosition)
}

// MouseOut tells that nothing is.
func (c *chartCard) MouseOut() {
	c.under = charts.Datum{}
	c.point(c.under, fyne.Position{})
}

func (c *chartCard) point(d charts.Datum, at fyne.Position) {
	if c.OnPoint != nil {
		c.OnPoint(c, d, at)
	}
}

// Cursor is a hand over what can be opened.
func (c *chartCard) Cursor() desktop.Cursor {
	if c.under.Part != charts.NoPart {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// Tapped opens what lies under the pointer.
func (c *chartCard) Tapped(e *fyne.PointEvent) {
	d, ok := c.hits.At(figure.Pt(e.Position.X, e.Position.Y))
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(c); canvas != nil {
		canvas.Focus(c)
	}
	if ok {
		c.at = d
		c.open(d)
	}
}

func (c *chartCard) open(d charts.Datum) {
	if c.OnOpen != nil {
		c.OnOpen(c, d)
	}
}

// FocusGained shows where the keyboard is.
func (c *chartCard) FocusGained() {
	c.focused = true
	c.picture.Refresh()
	if c.OnFocus != nil {
		c.OnFocus()
	}
}

// FocusLost takes that away.
func (c *chartCard) FocusLost() {
	c.focused = false
	c.picture.Refresh()
	c.point(charts.Datum{}, fyne.Position{})
}

// TypedRune ignores letters.
func (c *chartCard) TypedRune(rune) {}

// farStep is how many data Page Up and Page Down go over.
const farStep = 10

// TypedKey walks the data with the arrows, Home, End, Page Up and Page Down, and
// opens one with Enter or Space. The menu key opens the menu.
func (c *chartCard) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		c.walk(-1, 0)
	case fyne.KeyRight:
		c.walk(1, 0)
	case fyne.KeyUp:
		c.walk(0, -1)
	case fyne.KeyDown:
		c.walk(0, 1)
	case fyne.KeyHome:
		c.walkFar(-1, math.MaxInt)
	case fyne.KeyEnd:
		c.walkFar(1, math.MaxInt)
	case fyne.KeyPageUp:
		c.walkFar(-1, farStep)
	case fyne.KeyPageDown:
		c.walkFar(1, farStep)
	case desktop.KeyMenu:
		if c.OnMenu != nil {
			c.OnMenu()
		}
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if c.at.Part != charts.NoPart {
			c.open(c.at)
		}
	default:
		passKey(c, e)
	}
}

// walkFar goes along by a number of data of the same sort, or to the last of them:
// sideways, or where there is none that way, up or down.
func (c *chartCard) walkFar(by, most int) {
	d, moved := c.at, false
	for range most {
		next, ok := c.hits.Next(d, by, 0)
		if !ok {
			break
		}
		d, moved = next, true
	}
	for ; !moved && most > 0; most-- {
		next, ok := c.hits.Next(d, 0, by)
		if !ok || c.at.Part != charts.NoPart && next.Part != c.at.Part {
			break
		}
		d = next
	}
	c.goTo(d)
}

// walk goes to the next datum, and shows what it is beside it.
func (c *chartCard) walk(right, down int) {
	if d, ok := c.hits.Next(c.at, right, down); ok {
		c.goTo(d)
	}
}

// goTo gives a datum the keyboard, and shows what it is beside it.
func (c *chartCard) goTo(d charts.Datum) {
	c.at = d
	c.picture.Refresh()
	box, _ := c.hits.Box(d)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c)
	c.point(d, at.AddXY(box.Right(), box.Bottom()))
}
