package app

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"chancery/charts/figure"
)

// A choice is one line of a choiceList. Key is what is chosen; Also is searched
// with the words, for names in other languages.
type choice struct {
	Key, Words, Also string
	Count            int
}

// A choiceList offers any number of choices, each with a box that is ticked or
// not.
type choiceList struct {
	walkList

	OnTurn func(key string, on bool)

	all, shown []choice
	on         []string // keys
}

func newChoiceList(all []choice, on []string) *choiceList {
	l := &choiceList{all: all, shown: all, on: slices.Clone(on)}
	l.start(l, func() int { return len(l.shown) }, func() fyne.CanvasObject { return newChoiceRow() },
		func(i int, o fyne.CanvasObject, at bool) {
			c := l.shown[i]
			o.(*choiceRow).set(c, slices.Contains(l.on, c.Key), at)
		})
	l.OnChoose = l.turn
	return l
}

// Find shows the choices that hold some words.
func (l *choiceList) Find(words string) {
	words = strings.ToLower(strings.TrimSpace(words))
	l.shown = nil
	for _, c := range l.all {
		if strings.Contains(strings.ToLower(c.Words+" "+c.Also), words) {
			l.shown = append(l.shown, c)
		}
	}
	l.restart()
}

// turn ticks a line, or takes its tick away.
func (l *choiceList) turn(i int) {
	key := l.shown[i].Key
	on := !slices.Contains(l.on, key)
	l.on = slices.DeleteFunc(l.on, func(k string) bool { return k == key })
	if on {
		l.on = append(l.on, key)
	}
	if l.OnTurn != nil {
		l.OnTurn(key, on)
	}
}

// clear takes every tick away.
func (l *choiceList) clear() {
	l.on = nil
	l.Refresh()
}

// A choiceRow is one line of a choiceList.
type choiceRow struct {
	walkLine

	choice choice
	on     bool
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
		setWords(words, truncate(r.choice.Words, right-left-12, words.TextSize, words.TextStyle))
		placeText(words, left, 0, size.Height)
	}
	d.refresh = func() {
		r.colour(back)
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
