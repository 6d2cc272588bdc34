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

// tallyBonds tallies the kept events of the stretch of time between each two actors
// of a circle, whoever else takes part, strongest first. events are those of
// each actor.
func (s *scope) tallyBonds(circle []uint32, directed bool) (bonds []bond, events []int) {
	place := make([]int32, len(s.c.Actors)) // of an actor or one it stands for, plus 1
	for i, a := range circle {
		place[a] = int32(i + 1)
	}
	for a, by := range s.stand {
		place[a] = place[by]
	}
	m := s.matcher()
	g := newGrid(len(circle))
	events = make([]int, len(circle))
	for row := s.first; row < s.last; row++ {
		if !s.keep.Has(row) {
			continue
		}
		actors, roles := s.c.ActorsOf(row)
		if len(actors) == 2 {
			a, b := place[actors[0]], place[actors[1]]
			if a|b == 0 {
				continue
			}
			if a == b {
				events[a-1]++
				continue
			}
			if a > 0 {
				events[a-1]++
			}
			if b > 0 {
				events[b-1]++
			}
			if a == 0 || b == 0 {
				continue
			}
			switch {
			case !directed:
				g.add(int(min(a, b)-1), int(max(a, b)-1), s.scores[row])
			case roles[0] == model.Initiator && roles[1] == model.Target:
				g.add(int(a-1), int(b-1), s.scores[row])
			case roles[1] == model.Initiator && roles[0] == model.Target:
				g.add(int(b-1), int(a-1), s.scores[row])
			}
			continue
		}
		placed, one := 0, int32(0)
		for _, a := range actors {
			if p := place[a]; p > 0 {
				placed, one = placed+1, p
			}
		}
		if placed < 2 {
			if placed == 1 {
				events[one-1]++
			}
			continue
		}
		m.read(row)
		for _, a := range m.seen {
			if place[a] > 0 {
				events[place[a]-1]++
			}
		}
		visit := func(a, b uint32) {
			i, j := place[a], place[b]
			if i == 0 || j == 0 {
				return
			}
			if !directed {
				i, j = min(i, j), max(i, j)
			}
			g.add(int(i-1), int(j-1), s.scores[row])
		}
		if directed {
			m.eachAct(visit)
		} else {
			m.eachPair(visit)
		}
	}
	bonds = g.bonds()
	slices.SortFunc(bonds, func(x, y bond) int {
		return cmp.Or(cmp.Compare(y.Events, x.Events), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return bonds, events
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

// A grid adds up what lies between each two of n things: in a square of tallies
// or, where that would be large, in a map.
type grid struct {
	n      int
	square []model.Tally
	sparse map[int]*model.Tally
}

// squareSide is the largest n of which a grid keeps a square: 6 MB of tallies.
const squareSide = 512

func newGrid(n int) *grid {
	if n > squareSide {
		return &grid{n: n, sparse: map[int]*model.Tally{}}
	}
	return &grid{n: n, square: make([]model.Tally, n*n)}
}

func (g *grid) add(a, b int, score int8) {
	at := a*g.n + b
	if g.square != nil {
		g.square[at].Add(score)
		return
	}
	t := g.sparse[at]
	if t == nil {
		t = new(model.Tally)
		g.sparse[at] = t
	}
	t.Add(score)
}

// bonds returns what there is of bonds, in no order.
func (g *grid) bonds() []bond {
	var bonds []bond
	for at, t := range g.square {
		if t.Events > 0 {
			bonds = append(bonds, bond{at / g.n, at % g.n, t})
		}
	}
	for at, t := range g.sparse {
		bonds = append(bonds, bond{at / g.n, at % g.n, *t})
	}
	return bonds
}
