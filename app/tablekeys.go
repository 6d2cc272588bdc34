package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A tableList is the list in a table. Its keys move the selection, as those of
// the plot do, where a list of the toolkit has a second mark for the keyboard.
type tableList struct {
	widget.List

	table   *Table
	focused bool
}

func newTableList(length func() int, create func() fyne.CanvasObject, update func(widget.ListItemID, fyne.CanvasObject)) *tableList {
	l := &tableList{}
	l.Length, l.CreateItem, l.UpdateItem = length, create, update
	l.ExtendBaseWidget(l)
	return l
}

// FocusGained shows the focus ring.
func (l *tableList) FocusGained() { l.focused = true; l.table.BaseWidget.Refresh() }

// FocusLost takes it away.
func (l *tableList) FocusLost() { l.focused = false; l.table.BaseWidget.Refresh() }

// TypedRune passes on the letters that mean something without the plot.
func (l *tableList) TypedRune(r rune) {
	if l.table.OnRune != nil && strings.ContainsRune(tableRunes, r) {
		l.table.OnRune(r)
	}
}

// tableRunes are the letters of the plot that do not move its view.
const tableRunes = "nNlLpPvV[]?"

// TypedKey walks the rows and passes other keys on.
func (l *tableList) TypedKey(e *fyne.KeyEvent) {
	t, held := l.table, keyModifiers()
	page := max(int(l.Size().Height/scaled(28))-1, 1)
	switch e.Name {
	case fyne.KeyUp:
		t.walk(-1, held)
	case fyne.KeyDown:
		t.walk(1, held)
	case fyne.KeyPageUp:
		t.walk(-page, held)
	case fyne.KeyPageDown:
		t.walk(page, held)
	case fyne.KeyHome:
		t.walk(-t.Len(), held)
	case fyne.KeyEnd:
		t.walk(t.Len(), held)
	default:
		if t.OnKey == nil || !t.OnKey(e.Name, held) {
			passKey(l, e)
		}
	}
}

// walk selects the row that lies so many further on than the selected one, or
// the first or last when there are not so many. With Shift it adds the rows up to
// there to the selection.
func (t *Table) walk(by int, held fyne.KeyModifier) {
	if t.Len() == 0 {
		return
	}
	to := 0
	if n := len(t.selected); n > 0 {
		if i, ok := t.indexOf(t.selected[n-1]); ok {
			to = min(max(i+by, 0), t.Len()-1)
		}
	} else if by > 1 {
		to = min(by, t.Len()-1)
	}
	t.reveal(to)
	if t.OnSelect != nil {
		t.OnSelect(t.columns.ID[t.row(to)], held&fyne.KeyModifierShift)
	}
}

// tableKey runs what a key means in the table: those of the plot that act on
// the selected event, and not on what is in view.
func (w *Window) tableKey(key fyne.KeyName, modifiers fyne.KeyModifier) bool {
	switch key {
	case fyne.KeyLeft, fyne.KeyRight:
		return false
	}
	return w.plotKey(key, modifiers)
}
