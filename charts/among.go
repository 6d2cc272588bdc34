package charts

import (
	"cmp"
	"slices"

	"chancery/model"
)

// circle returns the actors that a matrix or a network is of, at most n: the
// subject and its busiest counterparts or, about everyone, the busiest actors;
// and how many there would be.
func (s *scope) circle(n int) (actors []uint32, total int) {
	_, tallies := s.met()
	for _, a := range [2]int{s.focus, s.with} {
		if a >= 0 {
			actors = append(actors, uint32(a))
		}
	}
	total = len(actors) + len(tallies)
	for _, t := range tallies[:min(len(tallies), max(n-len(actors), 0))] {
		actors = append(actors, t.Actor)
	}
	return actors, total
}

// A bond is what lies between two actors of a circle, indices into it. In a
// directed one a acts on b.
type bond struct {
	a, b int
	model.Tally
}

// bonds returns what lies between each two of a circle that circle(n) returned,
// strongest first, and how many events each of it has. Charts of the same scope
// share the larger circle, whose first actors are the smaller one.
func (s *scope) bonds(circle []uint32, directed bool) (bonds []bond, events []int) {
	s.shared.bonding.Do(func() {
		most, _ := s.circle(s.limit(networkNodes))
		s.shared.bonds, s.shared.events = s.tallyBonds(most, directed)
	})
	n := len(circle)
	for _, b := range s.shared.bonds {
		if b.a < n && b.b < n {
			bonds = append(bonds, b)
		}
	}
	return bonds, s.shared.events[:n]
}

// tallyBonds tallies the kept events of the stretch of time between each two
// actors of a circle, whoever else takes part, strongest first. events are those
// of each actor.
func (s *scope) tallyBonds(circle []uint32, directed bool) (bonds []bond, events []int) {
	t := s.newBonding(circle, directed)
	for row := s.first; row < s.last; row++ {
		if s.stopped(row) {
			break
		}
		if s.keep.Has(row) {
			t.row(row, s.scores[row])
		}
	}
	bonds = t.found.bonds()
	slices.SortFunc(bonds, func(x, y bond) int {
		return cmp.Or(cmp.Compare(y.Events, x.Events), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return bonds, t.events
}

// A bonding tallies bonds row by row.
type bonding struct {
	c        *model.Columns
	m        *matcher
	directed bool
	place    []uint32 // in the circle, of an actor or the one that stands for it, plus 1; 0 for none
	events   []int
	found    interface {
		add(a, b uint32, score int8)
		bonds() []bond
	}
}

func (s *scope) newBonding(circle []uint32, directed bool) *bonding {
	t := &bonding{c: s.c, m: s.matcher(), directed: directed, place: make([]uint32, len(s.c.Actors)), events: make([]int, len(circle))}
	for i, a := range circle {
		t.place[a] = uint32(i + 1)
	}
	for a, by := range s.stand {
		t.place[a] = t.place[by]
	}
	if len(circle) > squareSide {
		t.found = &pairTable{}
	} else {
		t.found = newSquare(len(circle))
	}
	return t
}

func (t *bonding) row(row int, score int8) {
	actors, roles := t.c.ActorsOf(row)
	placed, one := 0, uint32(0)
	for _, a := range actors {
		if p := t.place[a]; p > 0 {
			placed, one = placed+1, p
		}
	}
	switch {
	case placed == 0:
	case placed == 1:
		t.events[one-1]++
	case len(actors) == 2:
		t.two(t.place[actors[0]], t.place[actors[1]], roles, score)
	default:
		t.several(row, score)
	}
}

// two tallies a row in which two take part, both of the circle: they make a pair
// whatever their roles.
func (t *bonding) two(a, b uint32, roles []model.Role, score int8) {
	t.events[a-1]++
	if a == b {
		return
	}
	t.events[b-1]++
	switch {
	case !t.directed:
		t.found.add(min(a, b)-1, max(a, b)-1, score)
	case roles[0] == model.Initiator && roles[1] == model.Target:
		t.found.add(a-1, b-1, score)
	case roles[1] == model.Initiator && roles[0] == model.Target:
		t.found.add(b-1, a-1, score)
	}
}

func (t *bonding) several(row int, score int8) {
	t.m.read(row)
	for _, a := range t.m.seen {
		if p := t.place[a]; p > 0 {
			t.events[p-1]++
		}
	}
	visit := func(a, b uint32) {
		a, b = t.place[a], t.place[b]
		if a == 0 || b == 0 {
			return
		}
		if !t.directed {
			a, b = min(a, b), max(a, b)
		}
		t.found.add(a-1, b-1, score)
	}
	if t.directed {
		t.m.eachAct(visit)
	} else {
		t.m.eachPair(visit)
	}
}

// eachAct calls visit with each actor and each one it acts on in the row that
// was read.
func (m *matcher) eachAct(visit func(a, b uint32)) {
	for _, a := range m.from {
		for _, b := range m.to {
			if a != b {
				visit(a, b)
			}
		}
	}
}
