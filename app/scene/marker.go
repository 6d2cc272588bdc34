package scene

import (
	"slices"

	"chancery/model"
)

// A marker is what sets a mark apart from others: a set of bits.
type marker uint16

const (
	isSelected marker = 1 << iota
	isPinned
	isLinked
	isFocus
	isHover
	isCurrent // the current match
	isMatch
	isGhost  // not known yet on the as-of date, or hidden by the filter and shown all the same
	isTraced // in the chain that is lit
	isDimmed // beside it
	isNew    // the event selected last
)

// keepsGlyph are the markers that keep a glyph at every level of detail, and
// keepsLabel those that keep the label too.
const (
	keepsGlyph = isSelected | isPinned | isCurrent | isFocus | isLinked | isTraced
	keepsLabel = isNew | isPinned | isCurrent // many selected in one place cannot all have theirs
)

// A special is an event that keeps its glyph, and its row of Columns.
type special struct {
	row   int
	state marker
}

// markers know which events are set apart.
type markers struct {
	by      map[model.EventID]marker
	ids     []model.EventID // those that keep their glyph, sorted
	before  []model.EventID // ids of the frame before
	rows    []int           // of ids, -1 for none; nil when it is to be found
	special []special
}

// read takes over the markers of an input.
func (m *markers) read(in *Input) {
	if m.by == nil {
		m.by = map[model.EventID]marker{}
	}
	clear(m.by)
	for _, id := range in.Selected {
		m.by[id] |= isSelected
	}
	if n := len(in.Selected); n > 0 {
		m.by[in.Selected[n-1]] |= isNew
	}
	for _, id := range in.Pinned {
		m.by[id] |= isPinned
	}
	for _, l := range in.Links {
		m.by[l.Cause] |= isLinked
		m.by[l.Response] |= isLinked
	}
	for _, id := range in.Traced {
		m.by[id] |= isTraced
	}
	m.by[in.Focus] |= isFocus
	m.by[in.Hover] |= isHover
	m.by[in.Current] |= isCurrent
	delete(m.by, 0)
	m.ids = m.ids[:0]
	for id, state := range m.by {
		if state&isSelected != 0 {
			m.by[id] = state &^ isLinked
		}
		if state&keepsGlyph != 0 {
			m.ids = append(m.ids, id)
		}
	}
	slices.Sort(m.ids)
	if m.rows == nil || !slices.Equal(m.ids, m.before) {
		m.find(in.Columns)
	}
	m.special = m.special[:0]
	for i, id := range m.ids {
		if m.rows[i] >= 0 {
			m.special = append(m.special, special{m.rows[i], m.by[id]})
		}
	}
}

// find looks up the rows of the events, in one pass over the columns.
func (m *markers) find(c *model.Columns) {
	m.before = append(m.before[:0], m.ids...)
	if m.rows == nil {
		m.rows = make([]int, 0, 8)
	}
	m.rows = m.rows[:0]
	for range m.ids {
		m.rows = append(m.rows, -1)
	}
	if len(m.ids) == 0 {
		return
	}
	low, high, left := m.ids[0], m.ids[len(m.ids)-1], len(m.ids)
	for row, id := range c.ID {
		if id < low || id > high {
			continue
		}
		if i, ok := slices.BinarySearch(m.ids, id); ok {
			m.rows[i] = row
			if left--; left == 0 {
				return
			}
		}
	}
}

// of returns the markers of an event.
func (m *markers) of(in *Input, id model.EventID, row int) marker {
	state := m.by[id]
	if len(in.Traced) > 0 && state&(isTraced|isSelected) == 0 {
		state = state&^isLinked | isDimmed
	}
	if in.Matches != nil && in.Matches.Has(row) {
		state |= isMatch
	}
	if in.hides(row) {
		state |= isGhost
	}
	if in.Ghosts && in.AsOf.Finite() && in.Columns.Start[row] >= floorTo(in.AsOf, day)+day && !in.Columns.Form[row].Has(model.DeadlineForm) {
		state |= isGhost // a deadline was scheduled before it came
	}
	return state
}
