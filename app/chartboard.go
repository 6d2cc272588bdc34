package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"chancery/charts"
	"chancery/charts/figure"
	"chancery/model/edtf"
)

// Sizes of the board in dp at 100 %.
const (
	boardMargin = 16
	boardGap    = 12
	sideWidth   = 356 // of the column beside the charts along time
	oneColumn   = 900 // width under which there is no column beside
)

// The charts of an actor, by key, in the column of those that share an axis of
// time and in the one beside it.
var (
	chartColumn = []string{"activity", "conflict", "contacts", "reciprocity", "ladder", "responses", "calendar"}
	sideColumn  = []string{"counterparts", "network", "shares", "matrix"}
)

// A chartBoard shows charts as cards in two columns.
type chartBoard struct {
	scroll *container.Scroll
	cards  map[string]*chartCard
	inner  *fyne.Container
}

func newChartBoard(faces *figure.Faces, painter *figure.Painter) *chartBoard {
	b := &chartBoard{cards: map[string]*chartCard{}}
	b.inner = &fyne.Container{Layout: b}
	for _, key := range append(append([]string{}, chartColumn...), sideColumn...) {
		c := newChartCard(faces, painter)
		c.Hide()
		b.cards[key] = c
		b.inner.Add(c)
	}
	b.scroll = container.NewVScroll(b.inner)
	return b
}

// Set shows charts; those that were shown and are not among them stay when keep
// is set, and else go.
func (b *chartBoard) Set(specs []charts.Spec, asOf edtf.Instant, keep bool) {
	shown := map[string]bool{}
	for i := range specs {
		if c := b.cards[specs[i].Key]; c != nil {
			shown[specs[i].Key] = true
			c.Set(&specs[i], asOf)
			c.Show()
		}
	}
	for key, c := range b.cards {
		if !keep && !shown[key] {
			c.Hide()
		}
	}
	b.inner.Refresh()
	b.scroll.Refresh()
}

// Clear shows nothing.
func (b *chartBoard) Clear() { b.Set(nil, 0, false) }

// Light marks in every chart what a query asks for.
func (b *chartBoard) Light(q *charts.Query) {
	for _, c := range b.cards {
		if c.Visible() {
			c.Light(q)
		}
	}
}

// Reveal scrolls to a card that is not wholly in view.
func (b *chartBoard) Reveal(c *chartCard) {
	top, low := c.Position().Y, c.Position().Y+c.Size().Height
	from, room := b.scroll.Offset.Y, b.scroll.Size().Height
	switch {
	case top < from || low-top > room:
		b.scroll.ScrollToOffset(fyne.NewPos(0, max(top-boardGap, 0)))
	case low > from+room:
		b.scroll.ScrollToOffset(fyne.NewPos(0, low+boardGap-room))
	}
}

// First returns the first card, nil when there is none.
func (b *chartBoard) First() fyne.Focusable {
	for _, key := range chartColumn {
		if c := b.cards[key]; c.Visible() {
			return c
		}
	}
	return nil
}

// MinSize is as high as the cards need at the width of the board.
func (b *chartBoard) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(320, b.arrange(b.scroll.Size().Width, false))
}

// Layout places the cards.
func (b *chartBoard) Layout(_ []fyne.CanvasObject, size fyne.Size) { b.arrange(size.Width, true) }

// arrange places the cards when move is set, and returns how high they are.
func (b *chartBoard) arrange(width float32, move bool) float32 {
	if width <= 2*boardMargin {
		return 0
	}
	room := width - 2*boardMargin
	if width < oneColumn*textScale() {
		low := b.column(chartColumn, boardMargin, 0, room, move)
		return b.column(sideColumn, boardMargin, low, room, move) + boardMargin - boardGap
	}
	side := snap(sideWidth * textScale())
	left := b.column(chartColumn, boardMargin, 0, room-side-boardGap, move)
	right := b.column(sideColumn, boardMargin+room-side, 0, side, move)
	return max(left, right) + boardMargin - boardGap
}

func (b *chartBoard) column(keys []string, x, y, width float32, move bool) float32 {
	for _, key := range keys {
		c := b.cards[key]
		if !c.Visible() {
			continue
		}
		h := c.HeightFor(width)
		if move {
			place(c, x, y, width, h)
		}
		y += h + boardGap
	}
	return y
}
