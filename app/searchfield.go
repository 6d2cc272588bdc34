package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"chancery/charts/figure"
)

// A SearchField is where words are searched for. Count is what it shows of the
// answer: "1 of 2".
type SearchField struct {
	widget.BaseWidget

	Count      string
	OnChange   func(query string)
	OnNext     func()
	OnPrevious func()
	OnLeave    func() // Esc in an empty field
	OnHover    func(tip string, over fyne.CanvasObject)

	entry  *searchEntry
	hint   *searchHint
	opened bool // the entry is shown, not the hint
}

// entryInset is the padding of the entry, in dp.
const entryInset = 7

// NewSearchField returns an empty field.
func NewSearchField() *SearchField {
	s := &SearchField{entry: &searchEntry{}}
	s.entry.field = s
	s.entry.ExtendBaseWidget(s.entry)
	s.hint = newSearchHint(func() { s.focus() })
	s.entry.OnChanged = func(query string) {
		s.Refresh()
		if s.OnChange != nil {
			s.OnChange(query)
		}
	}
	s.ExtendBaseWidget(s)
	return s
}

// suggest writes the longest hint that fits a width.
func (s *SearchField) suggest(width float32) {
	words := lang.L("Search titles, actors, sources")
	if measure(words, theme.TextSize(), fyne.TextStyle{}) > width {
		words = lang.L("Search")
	}
	switch {
	case s.opened && s.entry.PlaceHolder != words:
		s.entry.SetPlaceHolder(words)
	case !s.opened && s.hint.words != words:
		s.hint.words = words
		s.hint.Refresh()
	}
}

// open shows the entry in place of the hint.
func (s *SearchField) open() {
	if !s.opened {
		s.opened = true
		s.Refresh()
	}
}

// focus gives the keyboard to the entry.
func (s *SearchField) focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Focus(s.Entry())
	}
}

// Query returns the words in the field.
func (s *SearchField) Query() string { return s.entry.Text }

// SetQuery puts words into the field, as if they had been typed.
func (s *SearchField) SetQuery(query string) {
	if query == s.Query() {
		return
	}
	s.open()
	s.entry.SetText(query)
}

// SetCount changes what is shown of the answer.
func (s *SearchField) SetCount(count string) {
	if s.Count == count {
		return
	}
	s.Count = count
	s.Refresh()
}

// Clear empties the field, which ends the search.
func (s *SearchField) Clear() { s.SetQuery("") }

// Entry returns what takes the keyboard focus.
func (s *SearchField) Entry() fyne.Focusable {
	s.open()
	return s.entry
}

// searchEntry adds the keys of a search to an entry.
type searchEntry struct {
	widget.Entry
	field   *SearchField
	focused bool
}

func (e *searchEntry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
	e.field.Refresh()
}

func (e *searchEntry) FocusLost() {
	e.focused = false
	e.Entry.FocusLost()
	e.field.Refresh()
}

func (e *searchEntry) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF3:
		if keyModifiers()&fyne.KeyModifierShift != 0 {
			e.field.OnPrevious()
		} else {
			e.field.OnNext()
		}
	case fyne.KeyEscape:
		if e.Text != "" {
			e.SetText("")
			return
		}
		if e.field.OnLeave != nil {
			e.field.OnLeave()
		}
	case fyne.KeyF1, fyne.KeyF6:
		passKey(e, key)
	default:
		e.Entry.TypedKey(key)
	}
}

// CreateRenderer draws the field 32 dp high.
func (s *SearchField) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	box := canvas.NewRectangle(color.Transparent)
	box.CornerRadius = 6
	icon := newIcon()
	var entry fyne.CanvasObject // the entry, once it is open
	count := newText("", sizeCaption, figure.Text2, false)
	key := canvas.NewRectangle(color.Transparent)
	key.CornerRadius, key.StrokeWidth = 4, 1
	keyWord := newText("Ctrl F", sizeCaption, figure.Text2, false)
	setStyle(keyWord, fyne.TextStyle{Monospace: true})
	hover := func(tip string, over fyne.CanvasObject) {
		if s.OnHover != nil {
			s.OnHover(tip, over)
		}
	}
	button := func(icon, tip string, tapped func()) *Button {
		b := newFlat(icon, tip, tapped)
		b.OnHover = hover
		return b
	}
	previous := button("up", lang.L("Previous match (Shift F3)"), func() { s.OnPrevious() })
	next := button("down", lang.L("Next match (F3)"), func() { s.OnNext() })
	clear := button("close", lang.L("End the search (Esc)"), s.Clear)
	d := &drawing{objects: []fyne.CanvasObject{box, icon, s.hint, count, key, keyWord, previous, next, clear}}
	d.minSize = func() fyne.Size { return fyne.NewSize(180, scaled(32)) }
	d.layout = func(size fyne.Size) {
		place(box, 0, 0, size.Width, size.Height)
		side := 16 * textScale()
		place(icon, 8, (size.Height-side)/2, side, side)
		right := size.Width - 4
		searching := s.Query() != ""
		named := !searching && size.Width >= 150*textScale() // there is room to name the key
		show(key, named)
		show(keyWord, named)
		switch {
		case named:
			w := keyWord.MinSize().Width
			h := scaled(18)
			place(key, size.Width-8-w-10, (size.Height-h)/2, w+10, h)
			placeText(keyWord, size.Width-8-w-5, 0, size.Height)
			right = size.Width - 8 - w - 14
		case searching:
			small := scaled(24)
			for _, b := range []*Button{clear, next, previous} {
				right -= small - 2
				place(b, right, (size.Height-small)/2, small, small)
			}
			w := count.MinSize().Width
			right -= w + 6
			placeText(count, right, 0, size.Height)
			right -= 4
		}
		left := 8 + side + 1
		if entry != nil {
			h := entry.MinSize().Height
			place(entry, left, (size.Height-h)/2, max(right-left, 0), h)
		} else {
			place(s.hint, left, 0, max(right-left, 0), size.Height)
		}
		s.suggest(right - left - 16)
	}
	d.refresh = func() {
		box.FillColor, box.StrokeColor, box.StrokeWidth = ink(figure.Surface), ink(figure.Outline), 1
		if s.entry.focused {
			box.StrokeColor, box.StrokeWidth = ink(figure.Focus), 2
		}
		recolour(icon, "search", ink(figure.Text3))
		key.FillColor, key.StrokeColor = ink(figure.Bg), ink(figure.Line)
		restyle(keyWord, sizeCaption, figure.Text2)
		restyle(count, sizeCaption, figure.Text2)
		setWords(count, s.Count)
		if s.opened && entry == nil {
			entry = padded(s.entry, entryInset)
			d.objects = append(d.objects, entry)
		}
		show(s.hint, entry == nil)
		searching := s.Query() != ""
		for _, o := range []fyne.CanvasObject{count, previous, next, clear} {
			show(o, searching)
		}
		d.layout(s.Size())
	}
	d.refresh()
	return d
}

// show makes an object visible or not.
func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}
