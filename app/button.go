package app

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"chancery/charts/figure"
)

// A ButtonStyle says how a Button looks at rest.
type ButtonStyle uint8

// The styles: an outline, no edge until hovered, the one main action, and an
// outline in red for what removes something.
const (
	Outlined ButtonStyle = iota
	Flat
	Main
	Removing
)

// A corner names the rounded ends of a button that stands in a group.
type corner uint8

const (
	bothEnds corner = iota
	leftEnd
	rightEnd
	noEnds
)

// A Button is an icon, a word or both. An icon alone needs a Tip.
type Button struct {
	pressable

	Icon, Word string
	Style      ButtonStyle
	MinWidth   float32

	ends corner
}

// NewButton returns an outlined button.
func NewButton(icon, word string, tapped func()) *Button {
	b := &Button{Icon: icon, Word: word}
	b.OnTapped = tapped
	b.extend(b)
	return b
}

// newFlat returns a button without an edge, for panels' heads.
func newFlat(icon, tip string, tapped func()) *Button {
	b := NewButton(icon, "", tapped)
	b.Style, b.Tip = Flat, tip
	return b
}

// newMain returns the one main action of a window.
func newMain(icon, word string, tapped func()) *Button {
	b := NewButton(icon, word, tapped)
	b.Style = Main
	return b
}

// SetWord changes the word.
func (b *Button) SetWord(word string) {
	if b.Word == word {
		return
	}
	b.Word = word
	b.Refresh()
}

// flashTime is how long a button lights up when what it stands for is at a limit.
const flashTime = 200 * time.Millisecond

// flash lights the button up once.
func (b *Button) flash(later func(time.Duration, func()) (stop func())) {
	b.pressed = true
	b.Refresh()
	later(flashTime, func() {
		b.pressed = false
		b.Refresh()
	})
}

func (b *Button) colours() (fill, stroke, words color.Color) {
	fill, stroke, words = ink(figure.Surface), edge(), ink(figure.Text)
	switch b.Style {
	case Flat:
		fill, stroke = color.Transparent, color.Transparent
	case Main:
		fill, stroke, words = ink(figure.Accent), ink(figure.Accent), ink(figure.AccentText)
	case Removing:
		words = ink(figure.Error)
	}
	switch {
	case b.disabled:
		words = ink(figure.Text3)
		if b.Style != Flat {
			fill, stroke = ink(figure.Bg), ink(figure.Line)
		}
	case b.Style == Main:
	case b.pressed:
		fill = ink(figure.Line)
	case b.hovered:
		fill = ink(figure.Hover)
	}
	return fill, stroke, words
}

// CreateRenderer draws the button 32 dp high.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	ring := canvas.NewRectangle(color.Transparent)
	box := canvas.NewRectangle(color.Transparent)
	box.StrokeWidth = 1
	icon := newIcon()
	word := newText("", sizeBody, figure.Text, false)
	d := &drawing{objects: []fyne.CanvasObject{ring, box, icon, word}}
	width := func() float32 {
		w := float32(0)
		if b.Icon != "" {
			w += 16 * textScale()
		}
		if b.Icon != "" && b.Word != "" {
			w += 6
		}
		if b.Word != "" {
			w += word.MinSize().Width
		}
		return w
	}
	d.minSize = func() fyne.Size {
		h := scaled(32)
		if b.Word == "" {
			return fyne.NewSize(max(h, b.MinWidth), h)
		}
		return fyne.NewSize(max(float32(int(width()+24.5)), b.MinWidth), h)
	}
	d.layout = func(size fyne.Size) {
		place(box, 0, 0, size.Width, size.Height)
		place(ring, -3, -3, size.Width+6, size.Height+6)
		x := (size.Width - width()) / 2
		if b.Icon != "" {
			side := 16 * textScale()
			place(icon, x, (size.Height-side)/2, side, side)
			x += side + 6
		}
		placeText(word, x, 0, size.Height)
	}
	d.refresh = func() {
		fill, stroke, words := b.colours()
		box.FillColor, box.StrokeColor = fill, stroke
		box.CornerRadius = 6
		if b.ends != bothEnds {
			box.CornerRadius = 0
			if b.ends == leftEnd {
				box.TopLeftCornerRadius, box.BottomLeftCornerRadius = 6, 6
			}
			if b.ends == rightEnd {
				box.TopRightCornerRadius, box.BottomRightCornerRadius = 6, 6
			}
		}
		ring.StrokeWidth, ring.CornerRadius, ring.StrokeColor = 2, 9, color.Transparent
		if b.focused && !b.disabled {
			ring.StrokeColor = ink(figure.Focus)
		}
		word.Color, word.TextSize = words, sizeBody*textScale()
		setStyle(word, fyne.TextStyle{Bold: b.Style == Main})
		setWords(word, b.Word)
		recolour(icon, b.Icon, words)
		d.layout(b.Size())
	}
	d.refresh()
	return d
}
