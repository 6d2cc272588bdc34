package app

import (
	"image/color"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"chancery/charts/figure"
)

// messageTime is how long a message stays; errors stay until they are closed.
const messageTime = 6 * time.Second

// A Tone says what kind of message it is. The colour only repeats the symbol.
type Tone uint8

// The tones: something was done, something wants a look, something failed.
const (
	Done Tone = iota
	Attention
	Failure
)

// A Way is a way on from a message: a word and what it does.
type Way struct {
	Word   string
	Tapped func()
}

// Messages shows one message at a time at the foot of the window.
type Messages struct {
	Layer   *fyne.Container
	OnLeave func() // a message that had the keyboard is gone

	later func(time.Duration, func()) (stop func())
	shown int
}

// NewMessages returns messages that wait by means of later, which runs a
// function on the goroutine of the window after a time.
func NewMessages(later func(time.Duration, func()) (stop func())) *Messages {
	m := &Messages{later: later}
	m.Layer = &fyne.Container{Layout: &footLayout{}}
	return m
}

// Show shows a sentence and the ways on from it, for a time unless it tells of a
// failure.
func (m *Messages) Show(tone Tone, sentence string, ways ...Way) {
	m.Stay(tone, sentence, ways...)
	shown := m.shown
	if tone != Failure {
		m.later(messageTime, func() {
			if shown == m.shown && !m.Note().holdsFocus() {
				m.Hide()
			}
		})
	}
}

// Stay is Show for what must be known until it is closed.
func (m *Messages) Stay(tone Tone, sentence string, ways ...Way) {
	m.shown++
	note := &Note{Tone: tone, Sentence: sentence, Ways: ways, OnClose: m.Hide}
	note.ExtendBaseWidget(note)
	for i := range note.Ways {
		tapped := note.Ways[i].Tapped
		note.Ways[i].Tapped = func() {
			m.Hide()
			tapped()
		}
	}
	m.Layer.Objects = []fyne.CanvasObject{note}
	m.Layer.Refresh()
}

// Hide takes the message away.
func (m *Messages) Hide() {
	m.shown++
	held := m.Note().holdsFocus()
	m.Layer.Objects = nil
	m.Layer.Refresh()
	if held {
		call(m.OnLeave)
	}
}

// Shown reports whether a message is shown.
func (m *Messages) Shown() bool { return len(m.Layer.Objects) > 0 }

// Note returns the message that is shown, nil for none.
func (m *Messages) Note() *Note {
	if !m.Shown() {
		return nil
	}
	return m.Layer.Objects[0].(*Note)
}

// Sentence returns the sentence that is shown, "" for none.
func (m *Messages) Sentence() string {
	if n := m.Note(); n != nil {
		return n.Sentence
	}
	return ""
}

// footLayout centres what it holds above the foot of the window.
type footLayout struct{}

func (*footLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (*footLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		least := o.MinSize()
		o.Resize(least)
		o.Move(fyne.NewPos((size.Width-least.Width)/2, size.Height-least.Height-scaled(24)-12))
	}
}

// A Note is a message in a coloured box.
type Note struct {
	widget.BaseWidget

	Tone     Tone
	Sentence string
	Ways     []Way
	OnClose  func()

	stops []fyne.Focusable // of Tab
}

var noteLooks = [...]struct {
	icon       string
	fill, mark figure.Token
}{
	Done:      {"check", figure.OKSoft, figure.OK},
	Attention: {"warn", figure.WarnSoft, figure.Warn},
	Failure:   {"warn", figure.ErrorSoft, figure.Error},
}

// noteWidth bounds a message in dp.
const noteWidth = 720

// wayGap is the space before each way on, in dp.
const wayGap = 14

// First returns what has the keyboard first: the first way on, else the button
// that closes the note.
func (n *Note) First() fyne.Focusable { return n.stops[0] }

// holdsFocus reports whether the keyboard is in the note; it is not in none.
func (n *Note) holdsFocus() bool {
	if n == nil {
		return false
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(n)
	return c != nil && slices.Contains(n.stops, c.Focused())
}

// CreateRenderer draws the note as wide as its words need.
func (n *Note) CreateRenderer() fyne.WidgetRenderer {
	look := noteLooks[n.Tone]
	k := textScale()
	box := canvas.NewRectangle(ink(look.fill))
	box.CornerRadius, box.StrokeWidth, box.StrokeColor = 6, 1, ink(look.mark)
	icon := newIcon()
	recolour(icon, look.icon, ink(look.mark))
	shut := newFlat("close", lang.L("Close"), n.OnClose)
	d := &drawing{objects: []fyne.CanvasObject{box, icon}}
	ways := make([]fyne.CanvasObject, 0, len(n.Ways))
	room := noteWidth*k - 90
	for _, w := range n.Ways {
		link := newLink(w.Word, noteWidth, w.Tapped)
		ways = append(ways, link)
		n.stops = append(n.stops, link)
		room -= link.MinSize().Width + wayGap
	}
	d.objects = append(append(d.objects, ways...), shut)
	n.stops = append(n.stops, shut)
	var lines []*canvas.Text
	words := float32(0)
	for _, line := range wrap(n.Sentence, max(room, 240*k), sizeBody*k, fyne.TextStyle{}) {
		t := newText(line, sizeBody, figure.Text, false)
		lines = append(lines, t)
		words = max(words, t.MinSize().Width)
		d.objects = append(d.objects, t)
	}
	lineHeight := scaled(18)
	d.minSize = func() fyne.Size {
		w := 12 + 16*k + 8 + words + 4 + scaled(28) + 4
		for _, o := range ways {
			w += o.MinSize().Width + wayGap
		}
		return fyne.NewSize(w, max(float32(len(lines))*lineHeight+14, scaled(36)))
	}
	d.layout = func(size fyne.Size) {
		place(box, 0, 0, size.Width, size.Height)
		place(icon, 12, (scaled(36)-16*k)/2, 16*k, 16*k)
		y := (size.Height - float32(len(lines))*lineHeight) / 2
		for _, t := range lines {
			placeText(t, 12+16*k+8, y, lineHeight)
			y += lineHeight
		}
		x := 12 + 16*k + 8 + words + 4
		for _, o := range ways {
			least := o.MinSize()
			x += wayGap
			place(o, x, (size.Height-least.Height)/2, least.Width, least.Height)
			x += least.Width
		}
		place(shut, size.Width-scaled(28)-4, (size.Height-scaled(28))/2, scaled(28), scaled(28))
	}
	d.refresh = func() { box.FillColor, box.StrokeColor = ink(look.fill), color.Transparent }
	d.refresh()
	return d
}
