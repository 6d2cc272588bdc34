package charts

import (
	"slices"

	"chancery/model"
)

// A matcher finds out what actors have to do with rows, actors standing for
// others where they are rolled up. It is not for several goroutines.
type matcher struct {
	c           *model.Columns
	stand       []uint32
	focus, with int
	who         int
	as          RoleSet
	way         Way

	seen, from, to []uint32 // of the row at hand
}

func (s *scope) matcher() *matcher {
	return &matcher{c: s.c, stand: s.stand, focus: s.focus, with: s.with, who: actorNamed(s.c, s.query.Who), as: s.query.As, way: s.query.Way}
}

// parties reports whether a row, in which the focus takes part, is of the
// subject: in the roles asked for, and between it and the other of a pair.
func (m *matcher) parties(row int) bool {
	if m.as != 0 && !m.hasRole(row) {
		return false
	}
	if m.with < 0 {
		return true
	}
	m.read(row)
	a, b := uint32(m.focus), uint32(m.with)
	switch m.way {
	case ActsOn:
		return m.actsOn(a, b)
	case Neither:
		return m.pairs(a, b) && !m.actsOn(a, b) && !m.actsOn(b, a)
	}
	return m.pairs(a, b)
}

// any reports whether parties is true of every row.
func (m *matcher) any() bool { return m.as == 0 && m.with < 0 }

// actsOn reports whether one actor acts on another in the row that was read.
func (m *matcher) actsOn(a, b uint32) bool {
	return a != b && slices.Contains(m.from, a) && slices.Contains(m.to, b)
}

func (m *matcher) hasRole(row int) bool {
	actors, roles := m.c.ActorsOf(row)
	for k, a := range actors {
		if int(m.stand[a]) == m.who && m.as.Has(roles[k]) {
			return true
		}
	}
	return false
}

// read gathers who takes part in a row, who acts and who is acted on, each once.
func (m *matcher) read(row int) {
	m.seen, m.from, m.to = m.seen[:0], m.from[:0], m.to[:0]
	actors, roles := m.c.ActorsOf(row)
	for k, a := range actors {
		a = m.stand[a]
		m.seen = addOnce(m.seen, a)
		switch roles[k] {
		case model.Initiator:
			m.from = addOnce(m.from, a)
		case model.Target:
			m.to = addOnce(m.to, a)
		}
	}
}

func addOnce(actors []uint32, a uint32) []uint32 {
	for _, b := range actors {
		if a == b {
			return actors
		}
	}
	return append(actors, a)
}

// isDirected reports whether some act on others in the row that was read.
func (m *matcher) isDirected() bool { return len(m.from) > 0 && len(m.to) > 0 }

// pairs reports whether two actors make a pair in the row that was read, as
// model.Columns.TallyPairs has it.
func (m *matcher) pairs(a, b uint32) bool {
	if a == b {
		return false
	}
	if m.isDirected() {
		return m.actsOn(a, b) || m.actsOn(b, a)
	}
	return len(m.seen) <= model.PairLimit && slices.Contains(m.seen, a) && slices.Contains(m.seen, b)
}

// partners appends the actors that make a pair with one in the row that was
// read, each once.
func (m *matcher) partners(of uint32, found []uint32) []uint32 {
	if !m.isDirected() {
		if len(m.seen) > model.PairLimit {
			return found
		}
		for _, a := range m.seen {
			if a != of {
				found = append(found, a)
			}
		}
		return found
	}
	before := len(found)
	if slices.Contains(m.from, of) {
		for _, a := range m.to {
			if a != of {
				found = append(found, a)
			}
		}
	}
	if slices.Contains(m.to, of) {
		for _, a := range m.from {
			if a != of && !slices.Contains(found[before:], a) {
				found = append(found, a)
			}
		}
	}
	return found
}

// eachPair calls visit with each undirected pair of the row that was read, once.
func (m *matcher) eachPair(visit func(a, b uint32)) {
	if m.isDirected() {
		for i, a := range m.from {
			for _, b := range m.to {
				// Where each acts on the other, the pair is met twice.
				if a != b && !(slices.Contains(m.from[:i], b) && slices.Contains(m.to, a)) {
					visit(a, b)
				}
			}
		}
		return
	}
	if len(m.seen) > model.PairLimit {
		return
	}
	for k, a := range m.seen {
		for _, b := range m.seen[k+1:] {
			visit(a, b)
		}
	}
}
