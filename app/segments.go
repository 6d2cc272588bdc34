package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"chancery/charts/figure"
)

// A Segment is one choice of Segments. Icon may be empty.
type Segment struct{ Icon, Word string }

// Segments is a switch between a few choices, of which one is on.
type Segments struct {
	pressable

	Choices  []Segment
	On       int
	Brief    bool // only the choice that is on has its word; all must have icons
	OnChange func(int)
}

// NewSegments returns a switch with the first choice on.
func NewSegments(choices []Segment, change func(int)) *Segments {
	s := &Segments{Choices: choices, OnChange: change}
	s.extend(s)
	return s
}

// newChoices returns a switch between words with one of them on. changed is
// called after every choice.
func newChoices(words []string, on int, changed func()) *Segments {
	choices := make([]Segment, 0, len(words))
	for _, word := range words {
		choices = append(choices, Segment{Word: word})
	}
	s := NewSegments(choices, func(int) { changed() })
	s.On = on
	return s
}

// SetOn shows a choice as on without calling OnChange.
func (s *Segments) SetOn(i int) {
	if s.On == i {
		return
	}
	s.On = i
	s.Refresh()
}

// Tapped chooses what lies under the pointer.
func (s *Segments) Tapped(e *fyne.PointEvent) {
	x := float32(2)
	for i := range s.Choices {
		w := s.width(i)
		if e.Position.X < x+w {
			s.choose(i)
			return
		}
		x += w
	}
}

func (s *Segments) choose(i int) {
	if s.disabled || i < 0 || i >= len(s.Choices) || i == s.On {
		return
	}
	s.SetOn(i)
	if s.OnChange != nil {
		s.OnChange(i)
	}
}

// TypedKey moves the choice with the arrows.
func (s *Segments) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		s.choose(s.On - 1)
	case fyne.KeyRight:
		s.choose(s.On + 1)
	default:
		passKey(s, e)
	}
}

// width is measured with bold letters, so that nothing moves when the choice
// changes.
func (s *Segments) width(i int) float32 {
	k := textScale()
	words := measure(s.word(i), sizeBody*k, fyne.TextStyle{Bold: true})
	if s.Choices[i].Icon != "" {
		words += 16 * k
	}
	if s.Choices[i].Icon != "" && s.word(i) != "" {
		words += 6
	}
	return float32(int(24 + words + 0.5))
}

// word returns what is written on a choice.
func (s *Segments) word(i int) string {
	if s.Brief && i != s.On {
		return ""
	}
	return s.Choices[i].Word
}

func (s *Segments) setBrief(on bool) {
	if s.Brief != on {
		s.Brief = on
		s.Refresh()
	}
}

// CreateRenderer draws the switch 32 dp high.
func (s *Segments) CreateRenderer() fyne.WidgetRenderer {
	ring := canvas.NewRectangle(color.Transparent)
	back := canvas.NewRectangle(color.Transparent)
	knob := canvas.NewRectangle(color.Transparent)
	d := &drawing{objects: []fyne.CanvasObject{ring, back, knob}}
	icons := make([]*canvas.Image, len(s.Choices))
	words := make([]*canvas.Text, len(s.Choices))
	for i, c := range s.Choices {
		icons[i], words[i] = newIcon(), newText(c.Word, sizeBody, figure.Text2, false)
		d.objects = append(d.objects, icons[i], words[i])
	}
	d.minSize = func() fyne.Size {
		w := float32(4)
		for i := range s.Choices {
			w += s.width(i)
		}
		return fyne.NewSize(w, scaled(32))
	}
	d.layout = func(size fyne.Size) {
		place(back, 0, 0, size.Width, size.Height)
		place(ring, -3, -3, size.Width+6, size.Height+6)
		x, side := float32(2), 16*textScale()
		for i := range s.Choices {
			w := s.width(i)
			if i == s.On {
				place(knob, x, 2, w, size.Height-4)
			}
			left := x + 12
			if s.Choices[i].Icon != "" {
				place(icons[i], left, (size.Height-side)/2, side, side)
				left += side + 6
			}
			placeText(words[i], left, 0, size.Height)
			x += w
		}
	}
	d.refresh = func() {
		back.FillColor, back.StrokeColor = ink(figure.Bg), ink(figure.Line)
		back.StrokeWidth, back.CornerRadius = 1, 6
		knob.FillColor, knob.StrokeColor = ink(figure.Surface), edge()
		knob.StrokeWidth, knob.CornerRadius = 1, 4
		ring.StrokeWidth, ring.CornerRadius, ring.StrokeColor = 2, 9, color.Transparent
		if s.focused {
			ring.StrokeColor = ink(figure.Focus)
		}
		for i, c := range s.Choices {
			token := figure.Text2
			switch {
			case s.disabled:
				token = figure.Text3
			case i == s.On:
				token = figure.Text
			}
			setWords(words[i], s.word(i))
			restyle(words[i], sizeBody, token)
			setStyle(words[i], fyne.TextStyle{Bold: i == s.On})
			recolour(icons[i], c.Icon, ink(token))
		}
		d.layout(s.Size())
	}
	d.refresh()
	return d
}
