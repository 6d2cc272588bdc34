package app

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"chancery/charts/figure"
)

// suggestLimit is how many suggestions a field shows at once.
const suggestLimit = 6

// A suggestion is what a suggestField offers to be taken: its words, and where it
// helps what else there is to say of it.
type suggestion struct {
	Words, More string
	Take        func()
}

// A suggestField is a field with suggestions under it while it has the keyboard.
// Up and Down walk them, and Enter takes the one at hand.
type suggestField struct {
	*field
	Object *fyne.Container

	// Suggest finds what fits a text and passes it to show, at once or later.
	Suggest  func(text string, show func([]suggestion))
	OnChange func(text string)

	list  *fyne.Container
	found []suggestion
	at    int // the suggestion at hand, below 0 for none
	asked int // counts the texts, so that a late answer is dropped
}

func newSuggestField(hint string) *suggestField {
	s := &suggestField{field: newField(hint), list: container.New(&stackedLayout{})}
	s.Object = container.New(&stackedLayout{}, s.field, s.list)
	s.field.OnChanged = func(text string) {
		s.look(text)
		if s.OnChange != nil {
			s.OnChange(text)
		}
	}
	s.field.OnFocus = func(on bool) {
		s.asked++
		s.offer(nil)
		if on {
			s.look(s.field.Text)
		}
	}
	s.field.OnKey = s.key
	return s
}

// look asks for suggestions, unless nobody is there to see them.
func (s *suggestField) look(text string) {
	c := fyne.CurrentApp().Driver().CanvasForObject(s.field)
	if c == nil || c.Focused() != fyne.Focusable(s.field) {
		return
	}
	s.asked++
	asked := s.asked
	s.Suggest(strings.TrimSpace(text), func(found []suggestion) {
		if asked == s.asked {
			s.offer(found)
		}
	})
}

// offer shows suggestions.
func (s *suggestField) offer(found []suggestion) {
	if len(found) == 0 && len(s.found) == 0 {
		return
	}
	s.found, s.at = found[:min(len(found), suggestLimit)], -1
	s.show()
}

func (s *suggestField) show() {
	s.list.Objects = nil
	for i := range s.found {
		s.list.Objects = append(s.list.Objects, newSuggestRow(&s.found[i], i == s.at, func() { s.take(i) }))
	}
	s.Object.Refresh()
}

// take takes a suggestion, which ends them.
func (s *suggestField) take(i int) {
	taken := s.found[i]
	s.asked++
	s.offer(nil)
	taken.Take()
	s.asked++
	s.offer(nil)
}

// key walks the suggestions, takes one, or leaves them on Esc.
func (s *suggestField) key(key fyne.KeyName) bool {
	n := len(s.found)
	switch {
	case n == 0:
		return false
	case key == fyne.KeyDown:
		s.at = min(s.at+1, n-1)
	case key == fyne.KeyUp:
		s.at = max(s.at-1, -1)
	case key == fyne.KeyEscape:
		s.asked++
		s.offer(nil)
		return true
	case s.at >= 0 && (key == fyne.KeyReturn || key == fyne.KeyEnter):
		s.take(s.at)
		return true
	default:
		return false
	}
	s.show()
	return true
}

// stackedLayout puts objects under each other without a gap; a container with
// nothing in it takes no room.
type stackedLayout struct{}

func (*stackedLayout) MinSize(objects []fyne.CanvasObject) (size fyne.Size) {
	for _, o := range objects {
		least := o.MinSize()
		size = fyne.NewSize(max(size.Width, least.Width), size.Height+least.Height)
	}
	return size
}

func (*stackedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		h := o.MinSize().Height
		place(o, 0, y, size.Width, h)
		y += h
	}
}

// A suggestRow is one suggestion under a field, which keeps the keyboard.
type suggestRow struct {
	walkLine

	suggestion *suggestion
	take       func()
}

func newSuggestRow(s *suggestion, at bool, take func()) *suggestRow {
	r := &suggestRow{suggestion: s, take: take}
	r.at = at
	r.ExtendBaseWidget(r)
	return r
}

// MouseDown takes the suggestion: by the time of a tap the field has lost the
// keyboard, and with it its suggestions.
func (r *suggestRow) MouseDown(*desktop.MouseEvent) { r.take() }

// MouseUp does nothing: the suggestion is taken.
func (r *suggestRow) MouseUp(*desktop.MouseEvent) {}

// CreateRenderer draws the row 26 dp high.
func (r *suggestRow) CreateRenderer() fyne.WidgetRenderer {
	plate := canvas.NewRectangle(color.Transparent)
	back := canvas.NewRectangle(color.Transparent)
	words := newText("", sizeBody, figure.Text, false)
	more := newText("", sizeCaption, figure.Text3, false)
	d := &drawing{objects: []fyne.CanvasObject{plate, back, words, more}}
	d.minSize = func() fyne.Size { return fyne.NewSize(80, scaled(26)) }
	d.layout = func(size fyne.Size) {
		place(plate, 0, 0, size.Width, size.Height)
		place(back, 0, 0, size.Width, size.Height)
		right := size.Width - 10 - more.MinSize().Width
		placeText(more, right, 0, size.Height)
		setWords(words, truncate(r.suggestion.Words, right-20, words.TextSize, words.TextStyle))
		placeText(words, 10, 0, size.Height)
	}
	d.refresh = func() {
		plate.FillColor = ink(figure.Bg)
		r.colour(back)
		restyle(words, sizeBody, figure.Text)
		restyle(more, sizeCaption, figure.Text3)
		setWords(more, r.suggestion.More)
		d.layout(r.Size())
	}
	d.refresh()
	return d
}
