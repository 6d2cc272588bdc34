package app

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"chancery/charts/figure"
)

// A choice is one line of a choiceList. Key is what is chosen; Also is searched
// with the words, for names in other languages.
type choice struct {
	Key, Words, Also string
	Count            int
}

// A choiceList offers any number of choices, each with a box that is ticked or
// not. It is one stop for Tab: the arrows walk its lines, and Space ticks one.
type choiceList struct {
	widget.List

	OnTurn func(key string, on bool)
	OnRune func(rune) // a letter, for the search beside it

	all, shown []choice
	on         []string // keys
	at         int      // the line with the keyboard
	focused    bool
}

func newChoiceList(all []choice, on []string) *choiceList {
	l := &choiceList{all: all, shown: all, on: slices.Clone(on)}
	l.Length = func() int { return len(l.shown) }
	l.CreateItem = func() fyne.CanvasObject { return newChoiceRow() }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		c := l.shown[i]
		o.(*choiceRow).set(c, slices.Contains(l.on, c.Key), l.focused && i == l.at)
	}
	l.OnSelected = func(i widget.ListItemID) {
		l.UnselectAll()
		l.at = i
		l.turn()
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// Find shows the choices that hold some words.
func (l *choiceList) Find(words string) {
	words = strings.ToLower(strings.TrimSpace(words))
	l.shown, l.at = nil, 0
	for _, c := range l.all {
		if strings.Contains(strings.ToLower(c.Words+" "+c.Also), words) {
			l.shown = append(l.shown, c)
		}
	}
	l.Refresh()
	l.ScrollToTop()
}

// Turn ticks the line at hand, or takes its tick away. It reports whether there
// was a line.
func (l *choiceList) turn() bool {
	if l.at >= len(l.shown) {
		return false
	}
	key := l.shown[l.at].Key
	on := !slices.Contains(l.on, key)
	l.on = slices.DeleteFunc(l.on, func(k string) bool { return k == key })
	if on {
		l.on = append(l.on, key)
	}
	l.Refresh()
	if l.OnTurn != nil {
		l.OnTurn(key, on)
	}
	return true
}

// clear takes every tick away.
func (l *choiceList) clear() {
	l.on = nil
	l.Refresh()
}

// FocusGained marks the line at hand.
func (l *choiceList) FocusGained() { l.focused = true; l.Refresh() }

// FocusLost takes the mark away.
func (l *choiceList) FocusLost() { l.focused = false; l.Refresh() }

// TypedRune ticks the line at hand with a space, and hands letters on.
func (l *choiceList) TypedRune(r rune) {
	if r != ' ' && l.OnRune != nil {
		l.OnRune(r)
	}
}

// TypedKey walks the lines.
func (l *choiceList) TypedKey(e *fyne.KeyEvent) {
	const page = 8
	switch e.Name {
	case fyne.KeyUp:
		l.walk(-1)
	case fyne.KeyDown:
		l.walk(1)
	case fyne.KeyPageUp:
		l.walk(-page)
	case fyne.KeyPageDown:
		l.walk(page)
	case fyne.KeyHome:
		l.walk(-len(l.shown))
	case fyne.KeyEnd:
		l.walk(len(l.shown))
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		l.turn()
	default:
		passKey(l, e)
	}
}

func (l *choiceList) walk(by int) {
	l.at = max(min(l.at+by, len(l.shown)-1), 0)
	l.ScrollTo(l.at)
	l.Refresh()
}

// A choiceRow is one line of a choiceList.
type choiceRow struct {
	widget.BaseWidget

	choice          choice
	on, at, hovered bool
}

func newChoiceRow() *choiceRow {
	r := &choiceRow{}
	r.ExtendBaseWidget(r)
	return r
}

func (r *choiceRow) set(c choice, on, at bool) {
	if r.choice == c && r.on == on && r.at == at {
		return
	}
	r.choice, r.on, r.at = c, on, at
	r.Refresh()
}

// MouseIn begins hovering.
func (r *choiceRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.Refresh() }

// MouseMoved does nothing: a line is one place.
func (r *choiceRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends hovering.
func (r *choiceRow) MouseOut() { r.hovered = false; r.Refresh() }

// CreateRenderer draws the line 32 dp high.
func (r *choiceRow) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(color.Transparent)
	box := canvas.NewRectangle(color.Transparent)
	mark := newIcon()
	words := newText("", sizeBody, figure.Text, false)
	count := newText("", sizeLabel, figure.Text3, false)
	d := &drawing{objects: []fyne.CanvasObject{back, box, mark, words, count}}
	d.minSize = func() fyne.Size { return fyne.NewSize(200, scaled(32)) }
	d.layout = func(size fyne.Size) {
		place(back, 0, 1, size.Width, size.Height-2)
		side := snap(16 * textScale())
		y := snap((size.Height - side) / 2)
		place(box, 10, y, side, side)
		place(mark, 12, y+2, side-4, side-4)
		right := size.Width - 12 - count.MinSize().Width
		placeText(count, right, 0, size.Height)
		left := 10 + side + 10
		words.Text = truncate(r.choice.Words, right-left-12, words.TextSize, words.TextStyle)
		placeText(words, left, 0, size.Height)
	}
	d.refresh = func() {
		back.CornerRadius, back.FillColor, back.StrokeColor, back.StrokeWidth = 6, color.Transparent, color.Transparent, 0
		if r.hovered {
			back.FillColor = ink(figure.Hover)
		}
		if r.at {
			back.StrokeColor, back.StrokeWidth = ink(figure.Focus), 2
		}
		box.CornerRadius, box.StrokeWidth, box.StrokeColor, box.FillColor = 4, 1, ink(figure.Outline), ink(figure.Surface)
		if r.on {
			box.StrokeColor, box.FillColor = ink(figure.Accent), ink(figure.Accent)
		}
		recolour(mark, "check", ink(figure.AccentText))
		show(mark, r.on)
		restyle(words, sizeBody, figure.Text)
		restyle(count, sizeLabel, figure.Text3)
		count.Text = groupDigits(int64(r.choice.Count))
		d.layout(r.Size())
	}
	d.refresh()
	return d
}
