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
	c := s.c
	for row := s.first; row < s.last; row++ {
		if s.stopped(row) {
			break
		}
		if !s.keep.Has(row) {
			continue
		}
		from, to := c.ActorAt[row], c.ActorAt[row+1]
		if to-from == 2 {
			t.two(t.place[c.Actor[from]], t.place[c.Actor[from+1]], c.Role[from], c.Role[from+1], s.scores[row])
		} else {
			t.several(row, s.scores[row])
		}
	}
	bonds = t.found.bonds()
	bonds = slices.DeleteFunc(bonds, func(b bond) bool { return b.a == 0 || b.b == 0 || b.a == b.b })
	for i := range bonds {
		bonds[i].a, bonds[i].b = bonds[i].a-1, bonds[i].b-1
	}
	slices.SortFunc(bonds, func(x, y bond) int {
		return cmp.Or(cmp.Compare(y.Events, x.Events), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return bonds, t.events[1:]
}

// A bonding tallies bonds row by row. Places in the circle are counted from 1; 0
// is whoever is not in it, and is tallied as well and then thrown away: to ask
// each time, when one can as little foresee the answer as the machine can, takes
// longer than that.
type bonding struct {
	m        *matcher
	directed bool
	place    []uint32 // of an actor, or of the one that stands for it
	events   []int    // by place
	found    tallies
}

// tallies add up what lies between each two.
type tallies interface {
	add(a, b uint32, score int8)
	bonds() []bond // in no order
}

func (s *scope) newBonding(circle []uint32, directed bool) *bonding {
	n := len(circle) + 1
	t := &bonding{m: s.matcher(), directed: directed, place: make([]uint32, len(s.c.Actors)), events: make([]int, n)}
	for i, a := range circle {
		t.place[a] = uint32(i + 1)
	}
	for a, by := range s.stand {
		t.place[a] = t.place[by]
	}
	if n > squareSide {
		t.found = &pairTable{}
	} else {
		t.found = newSquare(n)
	}
	return t
}

// two tallies a row with two roles in it. If these are two actors they make a
// pair, whatever the roles.
func (t *bonding) two(a, b uint32, roleA, roleB model.Role, score int8) {
	t.events[a]++
	if a != b {
		t.events[b]++
	}
	switch {
	case !t.directed:
		t.found.add(min(a, b), max(a, b), score)
	case roleA == model.Initiator && roleB == model.Target:
		t.found.add(a, b, score)
	case roleB == model.Initiator && roleA == model.Target:
		t.found.add(b, a, score)
	}
}

// several tallies a row with any number of roles in it.
func (t *bonding) several(row int, score int8) {
	actors, _ := t.m.c.ActorsOf(row)
	if !slices.ContainsFunc(actors, func(a uint32) bool { return t.place[a] > 0 }) {
		return
	}
	t.m.read(row)
	for _, a := range t.m.seen {
		t.events[t.place[a]]++
	}
	visit := func(a, b uint32) {
		a, b = t.place[a], t.place[b]
		if !t.directed {
			a, b = min(a, b), max(a, b)
		}
		t.found.add(a, b, score)
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
